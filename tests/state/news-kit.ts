/** Samples of the news for the tests of their books. */
import type { Subscription } from '../../src/core/subscription.ts';
import type { PollResult, SightedItem } from '../../src/news/feed-book.ts';
import type { FeedItem } from '../../src/news/feed-item.ts';
import type { Judgement } from '../../src/news/judgement.ts';
import type { Story, StoryPlacement, StoryReport } from '../../src/news/story.ts';
import type { DesiredPost, KeptItem } from '../../src/news/story-book.ts';
import type { State } from '../../src/state/state.ts';
import { PLACE } from './state-kit.ts';

export const MINUTE = 60_000;

export const JUDGEMENT: Judgement = {
  relevant: true,
  score: 0.8,
  by: 'rules',
  kinds: ['accusation'],
  actors: [],
  countries: { speakers: ['FR'], accused: ['RU'], named: ['FR', 'RU'] },
  cases: [],
  claims: [],
  reasons: [{ code: 'speaker-accuses', weight: 0.5, detail: 'Paris accuse\u0000' }],
};

/** Of a report that opens a story. */
export const PLACEMENT: StoryPlacement = {
  storyId: null,
  score: 0.1,
  threshold: 0.5,
  reasons: [],
  copyOf: null,
  agency: null,
  newClaims: [],
};

export function itemWith(key: string, over: Partial<FeedItem> = {}): FeedItem {
  return {
    key,
    title: `Titre ${key}`,
    teaser: 'Un teaser\u0000.',
    text: null,
    url: `https://journal.example/${encodeURIComponent(key)}`,
    publishedAt: '2026-01-31T09:00:00.000Z',
    updatedAt: null,
    lang: 'fr',
    publisher: null,
    ...over,
  };
}

export function sighted(key: string, over: Partial<SightedItem> & { item?: FeedItem } = {}): SightedItem {
  return { item: itemWith(key), linkMark: `link ${key}`, titleMark: `title ${key}`, news: true, ...over };
}

/** A poll that went well. */
export function pollAt(time: number, over: Partial<PollResult> = {}): PollResult {
  return {
    nextPollAt: new Date(time + 15 * MINUTE).toISOString(),
    ok: true,
    failures: 0,
    trouble: null,
    troubleCode: null,
    ...over,
  };
}

export function subscriptionWith(id: string, over: Partial<Subscription> = {}): Subscription {
  return {
    id,
    place: PLACE,
    subject: { type: 'topic', words: 'Lac gris\u0000' },
    filter: { any: [{ country: 'FR' }, { not: { kind: 'denial' } }] },
    mode: 'live',
    schedule: null,
    timeZone: 'Europe/Paris',
    lang: 'fr',
    quietHours: { from: '22:00', to: '07:00' },
    maxPerHour: 6,
    createdAt: '2026-01-31T08:00:00.000Z',
    createdBy: 'U1',
    pausedAt: null,
    pausedReason: null,
    ...over,
  };
}

export function postOf(subscriptionId: string, key: string, over: Partial<DesiredPost> = {}): DesiredPost {
  return { subscriptionId, key, kind: 'digest', storyId: null, dueAt: '2026-01-31T09:00:00.000Z', ...over };
}

/** The post of a story. */
export function storyPost(subscriptionId: string, storyId: string, dueAt: string): DesiredPost {
  return { subscriptionId, key: `story:${storyId}`, kind: 'story', storyId, dueAt };
}

function reportOf(item: KeptItem, over: Partial<StoryReport> = {}): StoryReport {
  const { feedId, key, scope, title, teaser, text, url, publisher, publishedAt, seenAt } = item;
  return {
    ...{ feedId, itemKey: key, scope, title, teaser, text, url, publisher, publishedAt, seenAt },
    lang: 'fr',
    authority: null,
    judgement: JUDGEMENT,
    copyOf: null,
    agency: null,
    newClaims: [],
    ...over,
  };
}

/** The story with the item's report as its last. */
export function joined(id: string, item: KeptItem, before: Story | null = null): Story {
  return {
    id,
    openedAt: before?.openedAt ?? item.seenAt,
    updatedAt: item.seenAt,
    caseId: null,
    reports: [...(before?.reports ?? []), reportOf(item)],
  };
}

/** A feed that was polled once, when nothing stood in it. */
export async function seededFeed(state: State & { time: number }, url: string, scope = 'global') {
  const { feeds } = state.news;
  const feed = await feeds.add({ scope, url, fullText: false });
  await poll(state, feed.id, []);
  return feed;
}

/** Polls the feed, whether it is due or not: the clock is set forward until it is. */
export async function poll(
  state: State & { time: number },
  feedId: string,
  items: readonly SightedItem[],
  over: Partial<PollResult> = {},
): Promise<number | null> {
  const { feeds } = state.news;
  const due = Date.parse((await feeds.find(feedId))?.nextPollAt ?? '');
  state.time = Math.max(state.time, due);
  await feeds.claimDue('poller', 1_000, MINUTE);
  const fresh = await feeds.finishPoll('poller', feedId, pollAt(state.time, over), items);
  await feeds.release('poller');
  return fresh;
}

/** A little of everything: an item that made a story, one that waits, a post that stands, a digest that is due. */
export async function fillNews(state: State & { time: number }): Promise<void> {
  const { stories, subscriptions, deliveries, leases } = state.news;
  const feed = await seededFeed(state, 'https://journal.example/rss');
  await poll(state, feed.id, [sighted('waits'), sighted('told')]);
  await subscriptions.add(subscriptionWith('live'));
  const [item] = await stories.nextItems(1);
  if (item === undefined) throw new Error('no item');
  await stories.record({
    item,
    judgement: JUDGEMENT,
    placement: PLACEMENT,
    story: joined('s1', item),
    posts: [storyPost('live', 's1', item.seenAt)],
    edits: [],
  });
  const post = await deliveries.claim(['slack'], 'one', MINUTE);
  if (post !== null) await deliveries.posted('one', post, 'p1');
  await deliveries.ask(postOf('live', 'digest:1'));
  await leases.hold('newsroom', 'one', MINUTE);
}

/** Subscribes a channel: checks what was typed, finds the feed, and says what happens next. */
import type { Place } from '../../core/chat.ts';
import type { SubscribeOutcome, SubscribeRequest } from '../../core/news-desk.ts';
import type { NewsSubject, Subscription } from '../../core/subscription.ts';
import { checkFields } from '../subscribe/check-fields.ts';
import { nextDigest } from '../subscribe/next-digest.ts';
import { topicFilter } from '../subscribe/topic-filter.ts';
import type { DeskDeps } from './desk-deps.ts';
import { DESK_PHRASES } from './desk-phrases.ts';
import { MAX_ADDRESS, MAX_TOPIC, readSubject } from './read-subject.ts';
import { showSubscription, showTime } from './show-subscription.ts';

/** What people of a place can oversee, and one installation can poll. */
const MAX_IN_CHANNEL = 20;
const MAX_IN_WORKSPACE = 100;
const MAX_FEEDS = 200;

type Refused = Extract<SubscribeOutcome, { type: 'refused' }>;
type Settled<T> =
  | { readonly type: 'ok'; readonly value: T }
  | Exclude<SubscribeOutcome, { type: 'subscribed' }>;

const refused = (text: string): Refused => ({ type: 'refused', text });
const sameWorkspace = (a: Place, b: Place) => a.platform === b.platform && a.workspaceId === b.workspaceId;

export async function subscribe(
  request: SubscribeRequest,
  deps: DeskDeps,
  signal: AbortSignal,
): Promise<SubscribeOutcome> {
  const { place, userId, lang } = request;
  const { books, lexicon } = deps;
  const phrases = DESK_PHRASES[lang];
  if (!deps.publishes(place.platform)) return refused(phrases.notHere);
  const checked = checkFields(request, { lexicon, lang, timeZone: deps.timeZone });
  if (!checked.ok) return refused(checked.problems.map(({ text }) => text).join('\n'));
  const all = await books.subscriptions.list();
  const here = all.filter((other) => sameWorkspace(other.place, place));
  const inChannel = here.filter((other) => other.place.channelId === place.channelId);
  if (inChannel.length >= MAX_IN_CHANNEL) return refused(phrases.channelFull(MAX_IN_CHANNEL));
  if (here.length >= MAX_IN_WORKSPACE) return refused(phrases.workspaceFull(MAX_IN_WORKSPACE));
  const subject = await settleSubject(request, checked.fields.filter !== null, deps, signal);
  if (subject.type !== 'ok') return subject;
  const twin = inChannel.find((other) => saysTheSame(other, subject.value, checked.fields));
  if (twin !== undefined) return refused(phrases.twice(twin.id));
  const now = new Date(deps.now());
  const subscription: Subscription = {
    id: await freeId(deps),
    place: { platform: place.platform, workspaceId: place.workspaceId, channelId: place.channelId },
    subject: subject.value,
    ...checked.fields,
    lang,
    createdAt: now.toISOString(),
    createdBy: userId,
    pausedAt: null,
    pausedReason: null,
  };
  await books.subscriptions.add(subscription);
  const feed = subject.value.type === 'feed' ? await books.feeds.find(subject.value.feedId) : null;
  const { schedule, timeZone } = subscription;
  const digest = schedule === null ? null : nextDigest({ schedule, timeZone }, now);
  const text = [
    phrases.subscribed(`${subscription.id}: ${showSubscription(subscription, feed, { lang, lexicon, now })}`),
    digest === null ? phrases.nextLive : phrases.nextDigest(showTime(digest, lang, timeZone)),
    phrases.preview(subscription.id),
  ].join('\n');
  return { type: 'subscribed', subscription, text };
}

async function settleSubject(
  { place, subject: typed, lang }: SubscribeRequest,
  filtered: boolean,
  deps: DeskDeps,
  signal: AbortSignal,
): Promise<Settled<NewsSubject>> {
  const phrases = DESK_PHRASES[lang];
  const { books, lexicon } = deps;
  const subject = readSubject(typed);
  if (subject.type === 'words') {
    const { words } = subject;
    // A filter without a subject is one: what every feed brings of it.
    if (words === '' && filtered) return { type: 'ok', value: { type: 'topic', words } };
    if (words === '') return refused(phrases.noSubject);
    if (words.length > MAX_TOPIC) return refused(phrases.subjectTooLong(MAX_TOPIC));
    if (topicFilter(words, lang, lexicon) === null) return refused(phrases.emptyTopic(words));
    return { type: 'ok', value: { type: 'topic', words } };
  }
  if (subject.url.length > MAX_ADDRESS) return refused(phrases.subjectTooLong(MAX_ADDRESS));
  const visible = (await books.feeds.list()).filter(
    ({ scope }) => scope === 'global' || scope === place.workspaceId,
  );
  const known = (url: string) => visible.find((feed) => feed.url === url || feed.givenUrl === url);
  const there = known(subject.url);
  let url = subject.url;
  // One that was given up is looked at anew: it may have moved.
  if (there === undefined || there.disabledAt !== null) {
    const found = await deps.findFeed(subject.url, lang, signal);
    if (found.type === 'none') return refused(phrases.noFeed(subject.url, found.reason));
    if (found.type === 'several') return { type: 'choose', feeds: found.feeds };
    url = found.url;
  }
  const own = visible.filter(({ scope }) => scope === place.workspaceId).length;
  const kept = known(url);
  if (kept === undefined && own >= MAX_FEEDS) return refused(phrases.feedsFull(MAX_FEEDS));
  const feed = kept ?? (await books.feeds.add({ scope: place.workspaceId, url, fullText: deps.fullText }));
  if (feed.disabledAt !== null) await books.feeds.enable(feed.id);
  return { type: 'ok', value: { type: 'feed', feedId: feed.id, url: feed.url } };
}

function saysTheSame(
  other: Subscription,
  subject: NewsSubject,
  { filter, mode }: Pick<Subscription, 'filter' | 'mode'>,
): boolean {
  const sameSubject =
    other.subject.type === 'feed'
      ? subject.type === 'feed' && other.subject.feedId === subject.feedId
      : subject.type === 'topic' && other.subject.words.toLowerCase() === subject.words.toLowerCase();
  return sameSubject && other.mode === mode && JSON.stringify(other.filter) === JSON.stringify(filter);
}

/** @throws Error when chance repeats itself beyond belief. */
async function freeId({ newId, books }: DeskDeps): Promise<string> {
  for (let i = 0; i < 10; i += 1) {
    const id = newId();
    if ((await books.subscriptions.find(id)) === null) return id;
  }
  throw new Error('no free id for a subscription in ten attempts');
}

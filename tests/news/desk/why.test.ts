/** Whoever asks why is told each stage's verdict, and what is wrong with a channel's subscriptions. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/core/report.ts';
import {
  JUDGEMENT,
  joined,
  PLACEMENT,
  poll,
  seededFeed,
  sighted,
  storyPost,
  subscriptionWith,
} from '../../state/news-kit.ts';
import { FEED, newsDesk } from '../../support/news-desk-kit.ts';

const PLACE = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' };
const LINK = 'https://journal.example/a';

/** `heading: label | text (notes)`. */
const told = (report: Report | null) =>
  report?.sections.flatMap(({ heading, lines }) =>
    lines.map(({ label, text, notes }) => `${heading}: ${label ?? '-'} | ${text} (${notes.join('; ')})`),
  ) ?? [];

async function withItem() {
  const kit = newsDesk();
  const { state } = kit;
  const feed = await seededFeed(state, FEED);
  const { subscriptions } = state.news;
  const base = { createdAt: '2026-05-01T00:00:00.000Z', filter: null };
  const feedSubject = { type: 'feed' as const, feedId: feed.id, url: FEED };
  const other = { type: 'feed' as const, feedId: 'other', url: 'https://other.example/' };
  const topic = { type: 'topic' as const, words: 'Chine' };
  await subscriptions.add(subscriptionWith('a', { ...base, subject: feedSubject }));
  await subscriptions.add(
    subscriptionWith('b', { ...base, subject: feedSubject, filter: { country: 'CN' } }),
  );
  await subscriptions.add(subscriptionWith('c', { ...base, subject: other }));
  await subscriptions.add(subscriptionWith('d', { ...base, subject: topic }));
  await subscriptions.add(
    subscriptionWith('e', {
      ...base,
      subject: feedSubject,
      pausedAt: base.createdAt,
      pausedReason: 'channel gone',
    }),
  );
  await subscriptions.add(
    subscriptionWith('f', { ...base, subject: feedSubject, createdAt: '2027-01-01T00:00:00.000Z' }),
  );
  const digest = { mode: 'digest', schedule: '0 8 * * *' } as const;
  await subscriptions.add(
    subscriptionWith('g', {
      ...base,
      ...digest,
      subject: feedSubject,
      createdAt: '2027-01-01T00:00:00.000Z',
    }),
  );
  await poll(state, feed.id, [sighted('a')]);
  return { ...kit, feed };
}

async function judged(relevant: boolean) {
  const kit = await withItem();
  const { stories } = kit.state.news;
  const [item] = await stories.nextItems(1);
  if (item === undefined) throw new Error('no item');
  await stories.record({
    item,
    judgement: { ...JUDGEMENT, relevant, reasons: [{ code: 'no-cyber', weight: -0.5, detail: '' }] },
    placement: relevant ? PLACEMENT : null,
    story: relevant ? joined('s1', item) : null,
    posts: relevant ? [storyPost('a', 's1', item.seenAt)] : [],
    edits: [],
  });
  return kit;
}

describe('why', () => {
  it('tells each stage of an item that became a story', async () => {
    const { desk } = await judged(true);
    const report = await desk.why(PLACE, LINK, 'en');
    expect(report).toMatchObject({
      kind: 'news',
      title: 'What became of “Titre a”',
      sources: [{ n: 1, url: LINK, title: 'Titre a' }],
    });
    expect(told(report)).toEqual([
      expect.stringContaining('Feed: '),
      'Is it about attribution?: - | Yes: 0.80 of 1. (judged by rules)',
      'Is it about attribution?: -0.50 | no attack on computers is named ()',
      'Is it about attribution?: - | Recognised: accusation, France, Russia. ()',
      'Story: - | Opened a new story. (likeness 0.10, threshold 0.50)',
      'Subscriptions of this channel: a | Passes: posted as soon as may be, once in a channel. ()',
      'Subscriptions of this channel: b | Does not pass: the filter keeps it out. (lacks country:China)',
      'Subscriptions of this channel: c | Does not pass: the subscription follows another feed. ()',
      'Subscriptions of this channel: d | Does not pass: not all words of the topic are there. (lacks country:China)',
      'Subscriptions of this channel: e | Does not pass: the subscription is paused. (PAUSED: channel gone)',
      'Subscriptions of this channel: f | Does not pass: the story is older than the subscription. ()',
      'Subscriptions of this channel: g | Does not pass: the story is older than the subscription. ()',
      expect.stringMatching(/^Posts in this channel: a, post of a story \| due on /),
      'Corpus: - | Is not in the corpus. ()',
    ]);
    expect(told(await desk.why(PLACE, LINK, 'fr')).join('\n')).toContain('n’a pas pays:Chine');
    expect((await desk.why(PLACE, LINK, 'zh'))?.title).toBe('“Titre a”的处理过程');
  });

  it('tells of an item that is not about attribution, and of one that nobody judged yet', async () => {
    const { desk } = await judged(false);
    const lines = told(await desk.why(PLACE, `<${LINK}>`, 'en'));
    expect(lines).toContain(
      'Is it about attribution?: - | No: 0.80 of 1. The item is not posted. (judged by rules)',
    );
    expect(lines).toContain('Story: - | Is part of no story. ()');
    expect(lines).toContain('Posts in this channel: - | No post of this story is planned here. ()');
    const early = await withItem();
    expect(told(await early.desk.why(PLACE, LINK, 'en'))).toContain(
      'Is it about attribution?: - | Not judged yet. ()',
    );
  });

  it('knows nothing of what no feed brought, or another workspace’s feed', async () => {
    const { desk, state } = newsDesk();
    const feed = await seededFeed(state, FEED, 'T2');
    await poll(state, feed.id, [sighted('a')]);
    expect(await desk.why(PLACE, LINK, 'en')).toBeNull();
    expect(await desk.why(PLACE, 'what is this', 'en')).toBeNull();
    expect(await desk.why({ ...PLACE, workspaceId: 'T2' }, LINK, 'en')).not.toBeNull();
  });
});

describe('troubles', () => {
  it('is empty where all is well', async () => {
    const { desk, state } = newsDesk();
    const feed = await seededFeed(state, FEED);
    const subject = { type: 'feed' as const, feedId: feed.id, url: FEED };
    await state.news.subscriptions.add(subscriptionWith('a', { subject }));
    expect(await desk.troubles(PLACE, 'en')).toEqual([]);
  });

  it('names feeds that are not polled, pauses and posts that were given up', async () => {
    const { desk, state } = newsDesk();
    const feed = await seededFeed(state, FEED);
    const subject = { type: 'feed' as const, feedId: feed.id, url: FEED };
    await state.news.subscriptions.add(subscriptionWith('a', { subject }));
    await state.news.subscriptions.add(
      subscriptionWith('b', { pausedAt: '2026-05-01T00:00:00.000Z', pausedReason: 'no access' }),
    );
    const failed = {
      ok: false,
      failures: 9,
      trouble: '404',
      troubleCode: 'not-found',
      disable: true,
    } as const;
    await poll(state, feed.id, [], failed);
    await state.news.deliveries.ask({
      ...{ subscriptionId: 'a', key: 'digest:1', kind: 'digest', storyId: null },
      dueAt: new Date(state.time).toISOString(),
    });
    const post = await state.news.deliveries.claim(['slack'], 'me', 60_000);
    if (post === null) throw new Error('nothing to claim');
    await state.news.deliveries.giveUp('me', post, 'refused\nsecond line');
    const lines = await desk.troubles(PLACE, 'en');
    expect(lines).toHaveLength(3);
    expect(lines.join('\n')).toContain('a: FEED STOPPED: There is no feed at this address');
    expect(lines.join('\n')).toContain('b: PAUSED: no access');
    expect(lines.join('\n')).toMatch(/a: digest, given up on .* after 1 attempts \(refused\)\./);
    expect(await desk.troubles({ ...PLACE, channelId: 'C2' }, 'en')).toEqual([]);
    await desk.pause(PLACE, 'a', false);
    expect((await state.news.feeds.find(feed.id))?.disabledAt).toBeNull();
  });
});

describe('preview', () => {
  const never = new AbortController().signal;

  it('shows a subscription of the channel, a feed or a topic that nobody has subscribed to', async () => {
    const seen: unknown[] = [];
    const { desk, state } = newsDesk({
      previewOf: async (subscription) => {
        seen.push([subscription.id, subscription.subject]);
        return null;
      },
    });
    await state.news.subscriptions.add(subscriptionWith('a', { subject: { type: 'topic', words: 'APT31' } }));
    for (const typed of ['A', FEED, 'Volt Typhoon'])
      expect(await desk.preview(PLACE, typed, 'en', never)).toEqual({
        type: 'text',
        text: 'Nothing to post at the moment.',
      });
    expect(seen).toEqual([
      ['a', { type: 'topic', words: 'APT31' }],
      ['', { type: 'feed', feedId: '', url: FEED }],
      ['', { type: 'topic', words: 'Volt Typhoon' }],
    ]);
    expect(await state.news.feeds.list()).toEqual([]);
  });

  it('says why it cannot', async () => {
    const { desk } = newsDesk();
    const text = async (typed: string) => {
      const outcome = await desk.preview(PLACE, typed, 'en', never);
      return outcome.type === 'text' ? outcome.text : '';
    };
    expect(await text('https://nothing.example/')).toContain('no feed');
    expect(await text('https://many.example/')).toContain('https://many.example/world.xml');
    expect(await text('the of')).toContain('names nothing');
  });
});

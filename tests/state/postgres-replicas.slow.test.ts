/** Several processes that share one PostgreSQL: nothing is done twice, nothing is forgotten, nothing is half stored. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { KeptItem } from '../../src/news/story-book.ts';
import { openState, type State } from '../../src/state/state.ts';
import { startPostgres, type TestPostgres } from '../support/postgres-kit.ts';
import {
  JUDGEMENT,
  joined,
  MINUTE,
  PLACEMENT,
  pollAt,
  postOf,
  seededFeed,
  sighted,
  storyPost,
  subscriptionWith,
} from './news-kit.ts';
import { raceForMessages } from './race-kit.ts';
import { PLACE } from './state-kit.ts';
import { RACED, workMessage } from './work-message.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

interface Replica extends State {
  time: number;
}

/** As many states on one database as there would be processes, each with connections of its own. */
async function openReplicas(url: string, count: number, time = Date.now()): Promise<[Replica, ...Replica[]]> {
  const clock = { time };
  const open = async () => {
    const place = { type: 'postgres', url, poolSize: 4 } as const;
    const state = await openState({ place, now: () => clock.time });
    onTestFinished(() => state.close());
    return Object.defineProperty({ ...state, time }, 'time', {
      get: () => clock.time,
      set: (value: number) => {
        clock.time = value;
      },
    });
  };
  // All at once: they also race for making the tables.
  return (await Promise.all(Array.from({ length: count }, open))) as [Replica, ...Replica[]];
}

it('two processes that take the same messages at once get each message once', async () => {
  const url = await postgres.newDatabase();
  const got = await raceForMessages(url);
  expect(got.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: RACED }, (_, i) => i));
  const [state] = await openReplicas(url, 1);
  expect(await state.inbox.unsettled('slack')).toHaveLength(RACED);
});

it('messages that a process left unanswered go to one of the others once it is gone, and not before', async () => {
  const url = await postgres.newDatabase();
  const clock = { time: Date.now() };
  const open = async (processId: string) => {
    const place = { type: 'postgres', url, poolSize: 2 } as const;
    const state = await openState({ place, processId, now: () => clock.time });
    let closed = false;
    const close = async () => {
      if (!closed) await state.close();
      closed = true;
    };
    onTestFinished(close);
    return { ...state, close };
  };
  const [one, two, three] = [await open('one'), await open('two'), await open('three')];
  for (let i = 0; i < 20; i += 1) await one.inbox.take(workMessage(i));
  await one.inbox.settle(workMessage(0));
  await two.inbox.take(workMessage(20));
  for (const state of [one, two, three]) expect(await state.inbox.unsettled('slack')).toEqual([]);
  await one.close();
  const shares = await Promise.all([two, three].map(({ inbox }) => inbox.unsettled('slack')));
  const taken = shares.flat().map(({ message }) => Number(message.id.slice(1)));
  expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 19 }, (_, i) => i + 1));
  expect(await two.inbox.unsettled('slack')).toEqual([]);
  // One that is killed drops nothing: it is missed when it has said nothing for a while.
  clock.time += 46_000;
  const four = await open('four');
  const left = (await four.inbox.unsettled('slack')).map(({ message }) => Number(message.id.slice(1)));
  expect(left).toHaveLength(20);
  expect(left).toContain(20);
});

describe('deliveries', () => {
  it('are shared out: each post is made once, and never two of one channel at a time', async () => {
    const replicas = await openReplicas(await postgres.newDatabase(), 3);
    const [first] = replicas;
    const channels = Array.from({ length: 12 }, (_, i) => `C${i}`);
    for (const channelId of channels) {
      await first.news.subscriptions.add(subscriptionWith(channelId, { place: { ...PLACE, channelId } }));
      await Promise.all(
        Array.from({ length: 8 }, (_, i) => first.news.deliveries.ask(postOf(channelId, `k${i}`))),
      );
    }
    const made: string[] = [];
    const busy = new Set<string>();
    const work = async ({ news: { deliveries } }: Replica, owner: string) => {
      for (;;) {
        const post = await deliveries.claim(['slack'], owner, MINUTE);
        if (post === null) {
          if (made.length >= 96) return;
          await new Promise((resolve) => setTimeout(resolve, 5));
          continue;
        }
        const { channelId } = post.place;
        expect(busy.has(channelId)).toBe(false);
        busy.add(channelId);
        made.push(`${channelId} ${post.key}`);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
        busy.delete(channelId);
        expect(post.attempt).toBe(1);
        expect(await deliveries.posted(owner, post, 'p')).toBe(true);
      }
    };
    await Promise.all(replicas.flatMap((replica, i) => [work(replica, `o${i}`), work(replica, `o${i}`)]));
    expect(made).toHaveLength(96);
    expect(new Set(made).size).toBe(96);
    expect(await first.news.deliveries.nextDue(['slack'])).toBeNull();
  });

  it('of a process that was killed go to another, as a further attempt', async () => {
    const [one, two] = await openReplicas(await postgres.newDatabase(), 2);
    await one.news.subscriptions.add(subscriptionWith('a'));
    await one.news.deliveries.ask(postOf('a', 'k'));
    const lost = await one.news.deliveries.claim(['slack'], 'one', MINUTE);
    expect(await two?.news.deliveries.claim(['slack'], 'two', MINUTE)).toBeNull();
    one.time += MINUTE;
    const again = await two?.news.deliveries.claim(['slack'], 'two', MINUTE);
    expect(again).toMatchObject({ attempt: 2, mark: lost?.mark });
    expect(lost && (await one.news.deliveries.posted('one', lost, 'p'))).toBe(false);
    expect(again && (await two?.news.deliveries.posted('two', again, 'p'))).toBe(true);
  });
});

it('feeds are shared out, and leases are one process’s at a time', async () => {
  const replicas = await openReplicas(await postgres.newDatabase(), 4);
  const [first] = replicas;
  await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      first.news.feeds.add({ scope: 'global', url: `https://f${i}.example/rss`, fullText: false }),
    ),
  );
  const same = await Promise.all(
    replicas.map(({ news }) => news.feeds.add({ scope: 'T1', url: 'https://same.example', fullText: false })),
  );
  expect(new Set(same.map(({ id }) => id)).size).toBe(1);
  const shares = await Promise.all(
    replicas.map(async ({ news }, i) => {
      const mine: string[] = [];
      for (let round = 0; round < 6; round += 1)
        mine.push(...(await news.feeds.claimDue(`o${i}`, 3, MINUTE)).map(({ id }) => id));
      return mine;
    }),
  );
  const claimed = shares.flat();
  expect(new Set(claimed).size).toBe(claimed.length);
  expect(claimed).toHaveLength(41);
  const held = await Promise.all(
    replicas.map(({ news }, i) => news.leases.hold('newsroom', `o${i}`, MINUTE)),
  );
  expect(held.filter(Boolean)).toHaveLength(1);
  await first.news.subscriptions.add(subscriptionWith('a'));
  const to = new Date(first.time).toISOString();
  const advanced = await Promise.all(
    replicas.map(({ news }) => news.subscriptions.advanceDigest('a', null, to)),
  );
  expect(advanced.filter(Boolean)).toHaveLength(1);
});

it('a verdict is stored by one of those who judge at once', async () => {
  const replicas = await openReplicas(await postgres.newDatabase(), 3);
  const [first] = replicas;
  const items = await polled(first, 20);
  await first.news.subscriptions.add(subscriptionWith('live'));
  for (const item of items) {
    const stored = await Promise.all(
      replicas.map((replica, i) => judge(replica, item, `s-${item.key}-${i}`)),
    );
    expect(stored.filter(Boolean)).toHaveLength(1);
  }
  expect(await first.news.stories.recentStories(new Date(0))).toHaveLength(20);
});

/** Items that wait to be judged. */
async function polled(state: Replica, count: number): Promise<KeptItem[]> {
  const { feeds, stories } = state.news;
  const feed = await seededFeed(state, 'https://journal.example/rss');
  state.time += 20 * MINUTE;
  await feeds.claimDue('poller', 9, MINUTE);
  const items = Array.from({ length: count }, (_, i) => sighted(`i${i}`));
  await feeds.finishPoll('poller', feed.id, pollAt(state.time), items);
  return stories.nextItems(count);
}

const judge = (state: Replica, item: KeptItem, storyId: string): Promise<boolean> =>
  state.news.stories.record({
    item,
    judgement: JUDGEMENT,
    placement: PLACEMENT,
    story: joined(storyId, item),
    posts: [storyPost('live', storyId, item.seenAt)],
    edits: [],
  });

it('a server that is killed in the midst of it has stored each verdict wholly or not at all', async () => {
  const url = await postgres.newDatabase();
  const [state] = await openReplicas(url, 1);
  await state.news.subscriptions.add(subscriptionWith('live'));
  const items = await polled(state, 120);
  const told = new Set<string>();
  let cutOff = 0;
  for (let round = 0; round < 2; round += 1) {
    const left = items.filter(({ key }) => !told.has(key)).slice(0, 50);
    const work = Promise.allSettled(
      left.map(async (item) => {
        if (await judge(state, item, `s-${item.key}`)) told.add(item.key);
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
    await postgres.kill();
    cutOff += (await work).filter(({ status }) => status === 'rejected').length;
    await postgres.restart();
    const { stories, deliveries } = state.news;
    const waiting = new Set((await stories.nextItems(120)).map(({ key }) => key));
    const there = new Map((await stories.recentStories(new Date(0))).map((story) => [story.id, story]));
    const posts = await Promise.all(left.map(({ key }) => deliveries.ofStory(`s-${key}`, PLACE)));
    // All of it or nothing; and what was told as stored is stored.
    for (const [i, { key }] of left.entries()) {
      const all = waiting.has(key) ? 0 : 1;
      expect([key, there.get(`s-${key}`)?.reports.length ?? 0, posts[i]?.length]).toEqual([key, all, all]);
      if (told.has(key)) expect(all).toBe(1);
    }
  }
  expect(cutOff).toBeGreaterThan(0);
  for (const item of items) await judge(state, item, `s-${item.key}`);
  expect(await state.news.stories.nextItems(1)).toEqual([]);
});

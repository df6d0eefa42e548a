/** The newsroom over a real state: what is asked for when items come, whoever asks and however often. */
import { expect, it, vi } from 'vitest';
import { createNewsroom } from '../../../src/news/newsroom/newsroom.ts';
import { seededFeed } from '../../state/news-kit.ts';
import { DAY } from '../../state/state-kit.ts';
import { judgeTitle, newsroomDeps, openNewsroom, signal } from './newsroom-kit.ts';

const MINUTE = 60_000;

it('posts a story once, edits the post when others report it, and posts what is new as an update', async () => {
  const { state, bring, round, asked } = await openNewsroom([{}]);
  await bring('Weather');
  await bring('Prague accuses #harbour');
  expect(await round()).toMatchObject({ judged: 2, relevant: 1, asked: 1, mine: true });
  expect(await asked()).toEqual(['sub1 story:s1']);

  await bring('Prague accuses, says another #harbour');
  await bring('Wire copy #harbour new:x');
  await round();
  expect(await asked()).toEqual([]);
  state.time += 2 * MINUTE;
  expect(await asked()).toEqual(['sub1 story:s1 (edit)']);

  await bring('Beijing denies #harbour new:denial');
  await round();
  expect(await asked()).toEqual(['sub1 update:s1:denial']);
  state.time += 2 * MINUTE;
  expect(await asked()).toEqual(['sub1 story:s1 (edit)']);
  expect(await round()).toMatchObject({ judged: 0, asked: 0 });
});

it('makes no update while the story itself is still to be posted: it will say so', async () => {
  const { bring, round, asked } = await openNewsroom([{}]);
  await bring('Prague accuses #harbour');
  await bring('Beijing denies #harbour new:denial');
  await round();
  expect(await asked()).toEqual(['sub1 story:s1']);
});

it('never posts a story that began before the subscription was made, nor its updates', async () => {
  const { bring, round, asked } = await openNewsroom([{ createdAt: '2026-03-01T00:00:00.000Z' }]);
  await bring('Prague accuses #harbour');
  await round();
  await bring('Beijing denies #harbour new:denial');
  await round();
  expect(await asked()).toEqual([]);
});

it('tells a channel once, however many of its subscriptions want the story', async () => {
  const place = { platform: 'slack', workspaceId: 'T1', channelId: 'C9' };
  const { bring, round, asked } = await openNewsroom([{ place }, { place }, {}]);
  await bring('Prague accuses #harbour');
  await round();
  expect((await asked()).sort()).toEqual(['sub1 story:s1', 'sub3 story:s1']);
  await bring('Beijing denies #harbour new:denial');
  await round();
  expect((await asked()).sort()).toEqual(['sub1 update:s1:denial', 'sub3 update:s1:denial']);
});

it('goes on telling a story in a channel whose subscription that told it is gone', async () => {
  const place = { platform: 'slack', workspaceId: 'T1', channelId: 'C9' };
  const { state, bring, round, asked } = await openNewsroom([{ place }, { place }]);
  await bring('Prague accuses #harbour');
  await round();
  expect(await asked()).toEqual(['sub1 story:s1']);
  await state.news.subscriptions.remove('sub1');
  await bring('Beijing denies #harbour new:denial');
  await round();
  expect(await asked()).toEqual(['sub2 update:s1:denial']);
});

it('tells a story whose post was given up, when a further report of it comes', async () => {
  const { state, bring, round, asked } = await openNewsroom([{}]);
  const { deliveries } = state.news;
  const claimed = async () => {
    const delivery = await deliveries.claim(['slack'], 'one', MINUTE);
    if (delivery === null) throw new Error('nothing is due');
    return delivery;
  };
  await bring('Prague accuses #harbour');
  await round();
  await deliveries.giveUp('one', await claimed(), 'HTTP 500');
  expect(await asked()).toEqual([]);
  await bring('Beijing denies #harbour new:denial');
  await round();
  const again = await claimed();
  expect(again).toMatchObject({ key: 'story:s1', attempt: 2, ref: null });
  await deliveries.dropped('one', again, 'too late');
  await bring('Vilnius joins #harbour new:accuser');
  await round();
  expect(await asked()).toEqual(['sub1 story:s1']);
  await bring('Vilnius doubts #harbour new:doubt');
  await round();
  expect(await asked()).toEqual(['sub1 update:s1:doubt']);
});

it('keeps what a workspace’s own feed brings from all others', async () => {
  const topic = { subject: { type: 'topic', words: '#harbour' } } as const;
  const other = { platform: 'slack', workspaceId: 'T2', channelId: 'C1' };
  const { state, bring, round, asked } = await openNewsroom([topic, { ...topic, place: other }]);
  const own = await seededFeed(state, 'https://own.example/rss', 'T1');
  await bring('Prague accuses #harbour', { feedId: own.id });
  await round();
  expect(await asked()).toEqual(['sub1 story:s1']);
});

it('asks for nothing while a subscription is paused or wants digests', async () => {
  const { bring, round, asked } = await openNewsroom([
    { pausedAt: '2026-01-31T10:00:00.000Z' },
    { mode: 'digest', schedule: '0 8 * * *' },
  ]);
  await bring('Prague accuses #harbour');
  await round();
  expect(await asked()).toEqual([]);
});

it('an item that cannot be judged holds up no other, and is left for the next process', async () => {
  const judge = async (text: { title: string }) => {
    if (text.title === 'Broken') throw new Error('no judgement');
    return judgeTitle(text);
  };
  const { state, bring, round, asked } = await openNewsroom([{}], { judge });
  await bring('Broken');
  await bring('Prague accuses #harbour');
  expect(await round()).toMatchObject({ judged: 1 });
  expect(await asked()).toEqual(['sub1 story:s1']);
  expect((await state.news.stories.nextItems(9)).map(({ title }) => title)).toEqual(['Broken']);
});

it('one process at a time: another takes over when the first does not come back', async () => {
  const { state, bring, round, asked } = await openNewsroom([{}]);
  await bring('Prague accuses #harbour');
  const slow = Promise.withResolvers<void>();
  const old = createNewsroom(
    newsroomDeps(state, {
      owner: 'old',
      newId: () => 'old-story',
      judge: async (text) => {
        await slow.promise;
        return judgeTitle(text);
      },
    }),
  );
  const first = old.round(signal);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await round()).toMatchObject({ mine: false, judged: 0 });
  state.time += 5 * MINUTE;
  expect(await round()).toMatchObject({ mine: true, judged: 1 });
  slow.resolve();
  expect(await first).toMatchObject({ judged: 0 });
  expect(await asked()).toEqual(['sub1 story:s1']);
});

it('stopped, it keeps what was recorded and gives the lease back', async () => {
  const stop = new AbortController();
  let judged = 0;
  const { state, bring, asked } = await openNewsroom([{}]);
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await bring(`Prague accuses #${name}`);
  const stopping = createNewsroom(
    newsroomDeps(state, {
      books: {
        ...state.news,
        stories: {
          ...state.news.stories,
          async record(verdict) {
            const recorded = await state.news.stories.record(verdict);
            judged += 1;
            if (judged === 2) stop.abort(new Error('stopped'));
            return recorded;
          },
        },
      },
    }),
  );
  await expect(stopping.round(stop.signal)).rejects.toThrow('stopped');
  expect(await asked()).toEqual(['sub1 story:s1', 'sub1 story:s2']);
  expect(await state.news.leases.hold('newsroom', 'other', 1_000)).toBe(true);
  expect(await state.news.stories.nextItems(9)).toHaveLength(4);
});

it('tells a channel once that a feed of its own is no longer polled', async () => {
  const place = { platform: 'slack', workspaceId: 'T1', channelId: 'C9' };
  const { state, feedId, round, asked } = await openNewsroom([{ place }, { place }]);
  const gone = { ok: false, failures: 1, trouble: '410', troubleCode: 'gone', disable: true } as const;
  state.time += 20 * MINUTE;
  await state.news.feeds.claimDue('poller', 9, MINUTE);
  await state.news.feeds.finishPoll(
    'poller',
    feedId,
    { ...gone, nextPollAt: new Date(state.time).toISOString() },
    [],
  );
  await round();
  await round();
  const disabledAt = (await state.news.feeds.find(feedId))?.disabledAt;
  expect(await asked()).toEqual([`sub1 notice:${feedId}:${disabledAt}`]);
  // Also when it is no longer kept that it was told.
  state.time += 60 * DAY;
  await round();
  await vi.waitFor(async () =>
    expect(await state.news.deliveries.postedSince('sub1', new Date(0))).toEqual([]),
  );
  await round();
  expect(await asked()).toEqual([]);
});

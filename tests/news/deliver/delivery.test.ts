/** Posting over a real state: once, in its time, tried again, given up. The platform is one that remembers. */
import { expect, it } from 'vitest';
import { type ChatAdapter, type NewsPost, PlaceGoneError } from '../../../src/core/chat.ts';
import type { Report } from '../../../src/core/report.ts';
import type { Subscription } from '../../../src/core/subscription.ts';
import type { DeliverDeps } from '../../../src/news/deliver/deliver-one.ts';
import { createDelivery } from '../../../src/news/deliver/delivery.ts';
import { allowedAt, nextSlot } from '../../../src/news/subscribe/quiet-hours.ts';
import { postOf, storyPost, subscriptionWith } from '../../state/news-kit.ts';
import { DAY, HOUR, openTestState } from '../../state/state-kit.ts';
import { storyReport } from '../../support/news-report-kit.ts';

const MINUTE = 60_000;
const REPORT: Report = storyReport({ title: 'Prague accuse' });

interface Posted {
  readonly mark: string;
  readonly attempt: number;
  readonly replyTo: string | undefined;
}

async function open(subscription: Partial<Subscription> = {}, over: Partial<DeliverDeps> = {}) {
  const state = await openTestState();
  await state.news.subscriptions.add(subscriptionWith('sub', { quietHours: null, ...subscription }));
  const posts: Posted[] = [];
  const edits: string[] = [];
  const troubles: Error[] = [];
  const platform: Pick<ChatAdapter, 'platform' | 'publish' | 'revise'> = {
    platform: 'slack',
    async publish(_place, { mark, attempt, replyTo }: NewsPost) {
      const trouble = troubles.shift();
      if (trouble !== undefined) throw trouble;
      posts.push({ mark, attempt, replyTo });
      return `ref${posts.length}`;
    },
    async revise(_place, ref) {
      edits.push(ref);
    },
  };
  const deps: DeliverDeps = {
    books: state.news,
    rules: {
      afterQuiet: ({ quietHours, timeZone }, at) => allowedAt(at, quietHours, timeZone),
      nextSlot: ({ maxPerHour }, posted, now) => nextSlot(posted, now, maxPerHour),
    },
    render: async () => ({ report: REPORT }),
    platforms: () => [platform],
    owner: 'one',
    now: () => state.time,
    random: () => 0.5,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    describe: (error) => (error instanceof Error ? error.message : String(error)),
    ...over,
  };
  const ask = (key: string, kind: 'digest' | 'notice' = 'digest') =>
    state.news.deliveries.ask(postOf('sub', key, { kind, dueAt: new Date(state.time).toISOString() }));
  return { state, deps, ask, posts, edits, troubles, delivery: createDelivery(deps) };
}

it('posts what is due, once, in order', async () => {
  const { ask, delivery, posts } = await open();
  await ask('digest:a');
  await ask('digest:b');
  expect(await delivery.round()).toEqual({ posted: 2 });
  expect(await delivery.round()).toEqual({});
  expect(new Set(posts.map(({ mark }) => mark)).size).toBe(2);
});

it('keeps to the posts an hour, and makes up for it later', async () => {
  const { state, ask, delivery, posts } = await open({ maxPerHour: 2 });
  for (const key of ['a', 'b', 'c']) await ask(key);
  expect(await delivery.round()).toEqual({ posted: 2, 'put-off': 1 });
  state.time += HOUR - MINUTE;
  expect(await delivery.round()).toEqual({});
  state.time += MINUTE;
  expect(await delivery.round()).toEqual({ posted: 1 });
  expect(posts.at(-1)?.attempt).toBe(1);
});

it('keeps quiet in the quiet hours, and posts at their end as if for the first time', async () => {
  const { state, ask, delivery, posts } = await open({ quietHours: { from: '22:00', to: '07:00' } });
  state.time = Date.UTC(2026, 0, 31, 23);
  await ask('a');
  expect(await delivery.round()).toEqual({ 'put-off': 1 });
  state.time = Date.UTC(2026, 1, 1, 5, 59);
  expect(await delivery.round()).toEqual({});
  state.time = Date.UTC(2026, 1, 1, 6);
  expect(await delivery.round()).toEqual({ posted: 1 });
  expect(posts[0]?.attempt).toBe(1);
});

it('tries again after a minute, two, four, and gives up within two days', async () => {
  const { state, ask, delivery, posts, troubles } = await open();
  troubles.push(...Array.from({ length: 99 }, () => new Error('the platform is down')));
  await ask('a');
  expect(await delivery.round()).toEqual({ failed: 1 });
  state.time += 59_000;
  expect(await delivery.round()).toEqual({});
  const begin = state.time;
  let attempts = 1;
  while ((await state.news.deliveries.deadLetters(9)).length === 0) {
    state.time += 10 * MINUTE;
    const { failed = 0, 'given-up': given = 0 } = await delivery.round();
    attempts += failed + given;
  }
  expect(state.time - begin).toBeLessThan(2 * DAY);
  expect(attempts).toBe(12);
  expect(await state.news.deliveries.deadLetters(9)).toMatchObject([
    { subscriptionId: 'sub', key: 'a', lastError: 'the platform is down' },
  ]);
  troubles.length = 0;
  expect(await state.news.deliveries.revive('sub', 'a')).toBe(true);
  await delivery.round();
  expect(posts).toHaveLength(1);
});

it('a second attempt says that it is one, with the same mark', async () => {
  const { state, ask, delivery, posts, troubles } = await open();
  troubles.push(new Error('timeout'));
  await ask('a');
  await delivery.round();
  state.time += 2 * MINUTE;
  await delivery.round();
  expect(posts).toMatchObject([{ attempt: 2 }]);
});

it('leaves a place that is gone: its subscriptions rest, and what waits is given up', async () => {
  const { state, ask, delivery, posts, troubles } = await open();
  await state.news.subscriptions.add(subscriptionWith('other', { quietHours: null }));
  troubles.push(new PlaceGoneError('the channel was deleted'));
  await ask('a');
  await ask('b');
  await delivery.round();
  expect(posts).toEqual([]);
  expect(await state.news.subscriptions.list()).toMatchObject([
    { pausedReason: 'the channel was deleted', pausedAt: expect.any(String) },
    { pausedReason: 'the channel was deleted' },
  ]);
  expect((await state.news.deliveries.deadLetters(9)).map(({ key }) => key).sort()).toEqual(['a', 'b']);
});

it('drops what has nothing to show', async () => {
  const { ask, delivery, posts } = await open({}, { render: async () => ({ nothing: 'no news' }) });
  await ask('a');
  expect(await delivery.round()).toEqual({ dropped: 1 });
  expect(await delivery.round()).toEqual({});
  expect(posts).toEqual([]);
});

it('drops stories that waited for more than a day, such as for a subscription that was paused, and says so', async () => {
  const told: string[] = [];
  const log = {
    info: ({ key, reason }: Record<string, unknown>) => void told.push(`${key}: ${reason}`),
    warn: () => undefined,
    error: () => undefined,
  };
  const { state, ask, delivery, posts } = await open({}, { log });
  const { deliveries, subscriptions } = state.news;
  const story = (id: string) => deliveries.ask(storyPost('sub', id, new Date(state.time).toISOString()));
  await story('old');
  await ask('digest:old');
  const paused = await subscriptions.find('sub');
  if (paused === null) throw new Error('no subscription');
  await subscriptions.update({ ...paused, pausedAt: new Date(state.time).toISOString() });
  state.time += 2 * HOUR;
  await story('recent');
  state.time += 23 * HOUR;
  expect(await delivery.round()).toEqual({});
  await subscriptions.update(paused);
  expect(await delivery.round()).toEqual({ dropped: 1, posted: 2 });
  expect(posts).toHaveLength(2);
  expect(told.filter((line) => line.startsWith('story:old'))).toEqual([
    'story:old: it has waited for more than a day',
  ]);
});

it('makes a post that failed, also when the next try comes late: it may stand there', async () => {
  const { state, delivery, posts, troubles } = await open();
  troubles.push(new Error('timeout'));
  await state.news.deliveries.ask(storyPost('sub', 's', new Date(state.time).toISOString()));
  expect(await delivery.round()).toEqual({ failed: 1 });
  state.time += 2 * DAY;
  expect(await delivery.round()).toEqual({ posted: 1 });
  expect(posts).toMatchObject([{ attempt: 2 }]);
});

it('claims nothing for platforms that do not run here', async () => {
  const { ask, delivery, state } = await open(
    {},
    { platforms: () => [{ platform: 'discord', publish: async () => 'x' }] },
  );
  await ask('a');
  expect(await delivery.round()).toEqual({});
  expect(await state.news.deliveries.claim(['slack'], 'other', MINUTE)).toMatchObject({ attempt: 1 });
});

it('stopping lets the post under way end and gives the rest to others', async () => {
  const begun = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const { state, ask, deps } = await open();
  const posted: string[] = [];
  const slow = createDelivery({
    ...deps,
    platforms: () => [
      {
        platform: 'slack',
        async publish(_place, { mark }) {
          begun.resolve();
          await held.promise;
          posted.push(mark);
          return 'ref';
        },
      },
    ],
  });
  await ask('a');
  await ask('b');
  void slow.round();
  await begun.promise;
  const stopped = slow.stop();
  held.resolve();
  await stopped;
  expect(posted).toHaveLength(1);
  expect(await state.news.deliveries.claim(['slack'], 'other', MINUTE)).toMatchObject({ key: 'b' });
});

/** Digests: asked for when their time has come, once, however many processes look and whenever one is killed. */
import { expect, it } from 'vitest';
import { askDigests, digestSpan } from '../../../src/news/newsroom/ask-digests.ts';
import { missedDigest } from '../../../src/news/subscribe/next-digest.ts';
import { subscriptionWith } from '../../state/news-kit.ts';
import { DAY, HOUR, openTestState, type TestState } from '../../state/state-kit.ts';
import { judgeTitle, openNewsroom, type TestNewsroom } from './newsroom-kit.ts';

const rules = {
  digestDue: (
    { schedule, timeZone }: { schedule: string | null; timeZone: string },
    after: Date,
    upTo: Date,
  ) => missedDigest({ schedule: schedule ?? '', timeZone }, after, upTo),
  afterQuiet: (_: unknown, at: Date) => at,
};

async function withDigest(): Promise<{
  state: TestState;
  ask: () => Promise<number>;
  keys: () => Promise<string[]>;
}> {
  const state = await openTestState();
  state.time = Date.UTC(2026, 0, 31, 10);
  await state.news.subscriptions.add(
    subscriptionWith('daily', {
      mode: 'digest',
      schedule: '0 8 * * *',
      quietHours: null,
      createdAt: new Date(state.time).toISOString(),
    }),
  );
  return {
    state,
    ask: async () =>
      askDigests(await state.news.subscriptions.list(), state.news, rules, new Date(state.time)),
    async keys() {
      const keys: string[] = [];
      for (;;) {
        const delivery = await state.news.deliveries.claim(['slack'], 'test', 60_000);
        if (delivery === null) return keys;
        keys.push(delivery.key);
        await state.news.deliveries.posted('test', delivery, 'ref');
      }
    },
  };
}

it('asks at the time, for what came since the last one', async () => {
  const { state, ask, keys } = await withDigest();
  expect(await ask()).toBe(0);
  state.time = Date.UTC(2026, 1, 1, 7, 0, 1); // 08:00:01 in Paris
  expect(await ask()).toBe(1);
  expect(await ask()).toBe(0);
  state.time += DAY;
  await ask();
  const [first = '', second = ''] = await keys();
  expect(digestSpan(first)).toEqual({ from: '2026-01-31T10:00:00.000Z', to: '2026-02-01T07:00:00.000Z' });
  expect(digestSpan(second)).toEqual({ from: '2026-02-01T07:00:00.000Z', to: '2026-02-02T07:00:00.000Z' });
});

it('after an outage asks for one that covers it all', async () => {
  const { state, ask, keys } = await withDigest();
  state.time += 5 * DAY + HOUR;
  expect(await ask()).toBe(1);
  const all = await keys();
  expect(all).toHaveLength(1);
  expect(digestSpan(all[0] ?? '')).toEqual({
    from: '2026-01-31T10:00:00.000Z',
    to: '2026-02-05T07:00:00.000Z',
  });
});

it('killed between asking and noting it, asks for the same again, which changes nothing', async () => {
  const { state, keys, ask } = await withDigest();
  state.time += DAY;
  const killed = {
    ...state.news.subscriptions,
    advanceDigest: async () => Promise.reject(new Error('killed')),
  };
  const subscriptions = await state.news.subscriptions.list();
  await expect(
    askDigests(subscriptions, { ...state.news, subscriptions: killed }, rules, new Date(state.time)),
  ).rejects.toThrow('killed');
  expect(await keys()).toHaveLength(1);
  expect(await ask()).toBe(1);
  expect(await keys()).toEqual([]);
});

it('asks once all that the digest covers is judged: what is told of later would be in none', async () => {
  const whileJudging: (string | null)[] = [];
  let news: TestNewsroom | null = null;
  news = await openNewsroom([{ mode: 'digest', schedule: '0 8 * * *', timeZone: 'UTC' }], {
    rules: { ...rules, wants: () => true },
    judge: async (text) => {
      whileJudging.push((await news?.state.news.deliveries.nextDue(['slack'])) ?? null);
      return judgeTitle(text);
    },
  });
  await news.bring('Border #story');
  news.state.time += DAY;
  await news.bring('Harbour #other');
  await news.round();
  expect(whileJudging).toEqual([null, null]);
  expect(await news.asked()).toHaveLength(1);
});

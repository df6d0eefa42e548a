/** How much may be asked: per person, channel and workspace, by one server or several, also without the database. */
import { expect, it } from 'vitest';
import type { LimitBook } from '../../src/bot/bot-store.ts';
import { createLimiter, type RateLimits } from '../../src/bot/limits.ts';
import { openTestState } from '../state/state-kit.ts';
import { message } from '../support/bot-kit.ts';

const NONE: RateLimits = {
  perUser: 0,
  perChannel: 0,
  perWorkspace: 0,
  perWorkspaceDay: 0,
  windowSeconds: 60,
};
const DAY = 86_400_000;
const quiet = { now: () => 0, onTrouble: () => undefined };

/** A book that several servers share, on a state of the test's own. */
async function sharedBook() {
  const state = await openTestState();
  const book: LimitBook = { shared: true, count: (...asked) => state.limits.count(...asked) };
  return { state, book };
}

it.each([
  ['perUser', { userId: 'another' }],
  ['perChannel', { channelId: 'another' }],
  ['perWorkspace', { workspaceId: 'another' }],
  ['perWorkspaceDay', { workspaceId: 'another' }],
] as const)('%s is counted by two servers together, and for each apart', async (limit, another) => {
  const { book } = await sharedBook();
  const servers = [1, 2].map(() => createLimiter({ ...NONE, [limit]: 3 }, { ...quiet, book }));
  const passed: boolean[] = [];
  for (let i = 0; i < 4; i++) passed.push((await servers[i % 2]?.take(message())) === null);
  expect(passed).toEqual([true, true, true, false]);
  expect(await servers[0]?.take(message(another))).toBeNull();
});

it('a window ends', async () => {
  const { state, book } = await sharedBook();
  const limiter = createLimiter({ ...NONE, perWorkspace: 1, perWorkspaceDay: 2 }, { ...quiet, book });
  expect(await limiter.take(message())).toBeNull();
  expect(await limiter.take(message())).toEqual({ seconds: 60, first: true });
  expect(await limiter.take(message())).toEqual({ seconds: 60, first: false });
  state.time += 60_000;
  expect(await limiter.take(message())).toBeNull();
  state.time += 60_000;
  expect(await limiter.take(message())).toMatchObject({ seconds: 86_280 });
  state.time += DAY;
  expect(await limiter.take(message())).toBeNull();
});

it('a window of a clock that was far ahead is not waited for', async () => {
  const { state, book } = await sharedBook();
  const limiter = createLimiter({ ...NONE, perUser: 1 }, { ...quiet, book });
  const present = state.time;
  state.time += 365 * DAY;
  expect(await limiter.take(message())).toBeNull();
  state.time = present;
  expect(await limiter.take(message())).toBeNull();
  // Clocks that differ by seconds share their windows.
  state.time -= 10_000;
  expect(await limiter.take(message())).toMatchObject({ seconds: 70 });
});

it('the day outlasts a restart where one server keeps a file', async () => {
  const state = await openTestState();
  const started = () =>
    createLimiter({ ...NONE, perUser: 1, perWorkspaceDay: 2 }, { ...quiet, book: state.limits });
  const outcomes = [];
  for (let i = 0; i < 3; i++) outcomes.push(await started().take(message()));
  expect(outcomes.map((refusal) => refusal === null)).toEqual([true, true, false]);
});

it.each([
  ['fails', () => Promise.reject(new Error('away'))],
  ['does not answer', () => new Promise<never>(() => undefined)],
])('a database that %s refuses nobody: the process counts alone, and asks again later', async (_, count) => {
  let time = 0;
  let asked = 0;
  const troubles: unknown[] = [];
  const book: LimitBook = {
    shared: true,
    count: () => {
      asked += 1;
      return count();
    },
  };
  const limiter = createLimiter(
    { ...NONE, perUser: 2 },
    { book, now: () => time, onTrouble: (error) => troubles.push(error) },
  );
  expect(await limiter.take(message())).toBeNull();
  expect(await limiter.take(message())).toBeNull();
  expect(await limiter.take(message())).not.toBeNull();
  expect([asked, troubles.length]).toEqual([1, 1]);
  time += 10_000;
  await limiter.take(message({ userId: 'another' }));
  expect(asked).toBe(2);
});

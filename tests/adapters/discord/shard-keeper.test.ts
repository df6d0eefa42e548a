/** Sessions begin as slowly as Discord wants, whichever process begins them. */
import { expect, it, onTestFinished } from 'vitest';
import type { IdentifyThrottle } from '../../../src/adapters/discord/create-client.ts';
import { createShardKeeper } from '../../../src/adapters/discord/shard-keeper.ts';
import { openTestState } from '../../state/state-kit.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

it('of two processes, as many sessions begin at once as Discord lets, and the next when the time is over', async () => {
  const state = await openTestState();
  const throttles: IdentifyThrottle[] = [];
  for (const owner of ['one', 'two']) {
    const keeper = createShardKeeper({
      leases: { ...state.news.leases, owner, identifyMs: 5_500 },
      count: 1,
      create: (_shards, throttle) => {
        throttles.push(throttle);
        return Promise.reject(new Error('no connection is made here'));
      },
      log: quiet,
      now: () => state.time,
    });
    await keeper.start().catch(() => undefined);
    await keeper.stop();
  }
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const begun: number[] = [];
  const waiting = [0, 1, 2, 3].map(async (shard) => {
    await throttles[shard % 2]?.(shard, 2, ending.signal);
    begun.push(shard);
  });
  waiting.push(Promise.resolve());
  await expect.poll(() => begun.length, { timeout: 15_000 }).toBe(2);
  expect(begun.map((shard) => shard % 2).sort()).toEqual([0, 1]);
  state.time += 5_499;
  await state.news.leases.hold('a turn', 'of the book', 1);
  expect(begun).toHaveLength(2);
  state.time += 1;
  await expect.poll(() => begun.length, { timeout: 15_000 }).toBe(4);
  await Promise.all(waiting);
});

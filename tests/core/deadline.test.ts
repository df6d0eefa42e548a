/** Work ends when its time is over or when others end it, and leaves nothing behind. */
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { createDeadline } from '../../src/core/deadline.ts';

it('aborts when the time is over, and says so', async () => {
  const deadline = createDeadline(1);
  await new Promise((resolve) => deadline.signal.addEventListener('abort', resolve));
  expect(deadline.isOver).toBe(true);
  expect((deadline.signal.reason as Error).name).toBe('TimeoutError');
  deadline.end();
});

it('aborts with any of the others, for its reason, and is not over then', async () => {
  const other = new AbortController();
  const deadline = createDeadline(1, new AbortController().signal, other.signal);
  const reason = new Error('enough');
  other.abort(reason);
  expect(deadline.signal.reason).toBe(reason);
  await pause(10);
  expect(deadline.isOver).toBe(false);
  expect(createDeadline(1_000, other.signal).signal.reason).toBe(reason);
});

it('aborts no more once it has ended', async () => {
  const other = new AbortController();
  const deadline = createDeadline(1, other.signal);
  deadline.end();
  other.abort();
  await pause(10);
  expect([deadline.signal.aborted, deadline.isOver]).toEqual([false, false]);
});

it('leaves nothing in memory, nor do signals that follow it', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const MANY = 200;
  let gone = 0;
  const registry = new FinalizationRegistry(() => {
    gone += 1;
  });
  const stopping = new AbortController();
  const work = async (): Promise<void> => {
    const deadline = createDeadline(60_000, stopping.signal);
    const following = AbortSignal.any([new AbortController().signal, deadline.signal]);
    const listener = () => undefined;
    following.addEventListener('abort', listener);
    await null;
    following.removeEventListener('abort', listener);
    registry.register(deadline.signal, null);
    registry.register(following, null);
    deadline.end();
  };
  for (let i = 0; i < MANY; i += 1) await work();
  // The last ones may be in registers still.
  await expect
    .poll(
      () => {
        collectGarbage();
        return gone;
      },
      { timeout: 15_000, interval: 20 },
    )
    .toBeGreaterThanOrEqual(2 * MANY - 20);
});

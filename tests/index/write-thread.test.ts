/** When the thread that writes comes and goes. */
import { expect, it } from 'vitest';
import type { IndexThread } from '../../src/index/index-thread.ts';
import { createWriteThread } from '../../src/index/write-thread.ts';

/** Threads that answer with their number; the one that is told to fail does. */
function startThreads() {
  const closed: number[] = [];
  const failed = new Set<number>();
  let started = 0;
  const start = (): IndexThread => {
    started += 1;
    const number = started;
    return {
      opened: Promise.resolve(),
      call: (() => Promise.resolve(number)) as unknown as IndexThread['call'],
      noteStored: () => undefined,
      isFree: true,
      get ended() {
        return failed.has(number) ? new Error('failed') : null;
      },
      close: async () => void closed.push(number),
    };
  };
  return { start, closed, failed, count: () => started };
}

it('is started by the first write, rests, and comes back', async () => {
  const threads = startThreads();
  const writer = createWriteThread(threads.start);
  expect(threads.count()).toBe(0);
  expect(await writer.call('removeRoot', 'a')).toBe(1);
  expect(await writer.call('removeRoot', 'a')).toBe(1);
  writer.rest();
  writer.rest();
  expect(threads.closed).toEqual([1]);
  writer.wake();
  expect(await writer.call('removeRoot', 'a')).toBe(2);
  await writer.close();
  expect(threads.closed).toEqual([1, 2]);
});

it('takes another thread when one has failed, and none once it is closed', async () => {
  const threads = startThreads();
  const writer = createWriteThread(threads.start);
  await writer.call('removeRoot', 'a');
  threads.failed.add(1);
  await writer.answers();
  expect(threads.count()).toBe(1);
  expect(await writer.call('removeRoot', 'a')).toBe(2);
  threads.failed.add(2);
  await writer.close();
  expect(threads.closed).toEqual([]);
  writer.wake();
  const never = createWriteThread(threads.start);
  await never.close();
  await expect(never.call('removeRoot', 'a')).rejects.toThrow(/closed/);
  expect(threads.count()).toBe(2);
});

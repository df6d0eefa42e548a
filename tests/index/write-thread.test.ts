/** When the thread that writes comes and goes. */
import { expect, it } from 'vitest';
import type { IndexThread } from '../../src/index/index-thread.ts';
import { createWriteThread } from '../../src/index/write-thread.ts';

/** Threads that answer with their number; the one that is told to fail does. */
function startThreads() {
  const closed: number[] = [];
  const failed = new Set<number>();
  const stuck = new Set<number>();
  const troubles: string[] = [];
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
      close: async () => {
        if (stuck.has(number)) throw new Error(`${number} does not end`);
        closed.push(number);
      },
    };
  };
  const create = () => createWriteThread(start, ({ message }) => void troubles.push(message));
  return { create, closed, failed, stuck, troubles, count: () => started };
}

it('is started by the first write, rests, and comes back', async () => {
  const threads = startThreads();
  const writer = threads.create();
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
  const writer = threads.create();
  await writer.call('removeRoot', 'a');
  threads.failed.add(1);
  await writer.answers();
  expect(threads.count()).toBe(1);
  expect(await writer.call('removeRoot', 'a')).toBe(2);
  threads.failed.add(2);
  await writer.close();
  expect(threads.closed).toEqual([]);
  writer.wake();
  const never = threads.create();
  await never.close();
  await expect(never.call('removeRoot', 'a')).rejects.toThrow(/closed/);
  expect(threads.count()).toBe(2);
});

it('tells of one that does not end when it rests, and takes another', async () => {
  const threads = startThreads();
  const writer = threads.create();
  await writer.call('removeRoot', 'a');
  threads.stuck.add(1);
  writer.rest();
  expect(await writer.call('removeRoot', 'a')).toBe(2);
  await writer.close();
  expect(threads.troubles).toEqual(['1 does not end']);
  expect(threads.closed).toEqual([2]);
});

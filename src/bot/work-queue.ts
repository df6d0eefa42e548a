/** Orders the work: one reply at a time in a thread, a few at a time in all, and no endless line. */
import PQueue from 'p-queue';

export interface QueueLimits {
  /** Replies under way at once, over all threads. */
  readonly concurrency: number;
  /** Messages that may wait in one thread. */
  readonly waitingPerThread: number;
  /** Messages that may wait over all threads. */
  readonly waiting: number;
  /** Milliseconds that a message may be expected to wait, judged by how long the last replies took. */
  readonly longestWait: number;
}

export interface WorkQueue {
  /** How much waits, and how much is under way. */
  counts(): { readonly waiting: number; readonly underWay: number };
  /** Runs `work` when its turn comes; resolves when it has ended. Rejects only when `work` does. */
  add(thread: string, work: () => Promise<void>): Promise<'done' | 'thread-full' | 'full'>;
}

/** Weight of the latest reply in the running mean of durations: some ten replies are remembered. */
const LATEST = 0.1;

/** @param now milliseconds; only differences count. */
export function createWorkQueue(limits: QueueLimits, now: () => number): WorkQueue {
  const all = new PQueue({ concurrency: limits.concurrency });
  const threads = new Map<string, PQueue>();
  let waiting = 0;
  let meanDuration = 0;

  const isFull = () =>
    waiting >= limits.waiting || (waiting * meanDuration) / limits.concurrency > limits.longestWait;

  return {
    counts: () => ({ waiting, underWay: all.pending }),
    async add(thread, work) {
      const queue = threads.get(thread) ?? new PQueue({ concurrency: 1 });
      if (queue.size >= limits.waitingPerThread) return 'thread-full';
      if (isFull()) return 'full';
      threads.set(thread, queue);
      waiting++;
      let started = false;
      const start = async () => {
        started = true;
        waiting--;
        const began = now();
        await work().finally(() => {
          meanDuration += LATEST * (now() - began - meanDuration);
        });
      };
      try {
        await queue.add(() => all.add(start));
      } finally {
        if (!started) waiting--;
        if (queue.size === 0 && queue.pending === 0) threads.delete(thread);
      }
      return 'done';
    },
  };
}

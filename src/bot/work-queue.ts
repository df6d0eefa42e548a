/** Orders the work: one reply at a time in a thread, a few at a time in all, and no endless line. */
import PQueue from 'p-queue';

export interface QueueLimits {
  /** Replies under way at once, over all threads. */
  readonly concurrency: number;
  /** Messages that may wait in one thread. */
  readonly waitingPerThread: number;
  /** Messages that may wait over all threads. */
  readonly waiting: number;
}

export interface WorkQueue {
  /** Runs `work` when its turn comes; resolves when it has ended. Rejects only when `work` does. */
  add(thread: string, work: () => Promise<void>): Promise<'done' | 'thread-full' | 'full'>;
}

export function createWorkQueue(limits: QueueLimits): WorkQueue {
  const all = new PQueue({ concurrency: limits.concurrency });
  const threads = new Map<string, PQueue>();
  let waiting = 0;

  return {
    async add(thread, work) {
      const queue = threads.get(thread) ?? new PQueue({ concurrency: 1 });
      if (queue.size >= limits.waitingPerThread) return 'thread-full';
      if (waiting >= limits.waiting) return 'full';
      threads.set(thread, queue);
      waiting++;
      let started = false;
      const start = () => {
        started = true;
        waiting--;
        return work();
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

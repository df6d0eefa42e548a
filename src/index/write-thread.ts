/**
 * The thread that writes: it is there while something is stored or made, and gone in between. What it holds in memory
 * (a lexicon, words that were stemmed) is for those who write, and most of the time nobody does.
 */
import type { IndexThread } from './index-thread.ts';

export interface WriteThread extends Pick<IndexThread, 'call'> {
  /** Starts it for the work that is left behind. */
  wake(): void;
  /** To be called when it has had nothing to do for a while. */
  rest(): void;
  /** Resolves when it does not hang. One that has failed does not: the next call starts another. */
  answers(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param start starts a thread; a call that it cannot be opened for rejects, and the next call starts another.
 * @param onTrouble told when one that rests does not end as it should.
 */
export function createWriteThread(start: () => IndexThread, onTrouble: (error: Error) => void): WriteThread {
  let current: IndexThread | null = null;
  let leaving: Promise<unknown> = Promise.resolve();
  let closed = false;

  const running = (): IndexThread => {
    if (current === null || (current.ended !== null && !closed)) {
      current = start();
      // Who waits for a call is told by it; where nobody does, the thread tells of it.
      current.opened.catch(() => undefined);
    }
    return current;
  };
  return {
    call(method, ...args) {
      if (closed && current === null) return Promise.reject(new Error('the index is closed')) as never;
      return running().call(method, ...args);
    },
    wake() {
      if (!closed) running();
    },
    rest() {
      if (current === null || !current.isFree || closed) return;
      leaving = Promise.all([leaving, current.close().catch(onTrouble)]);
      current = null;
    },
    async answers() {
      if (current === null || current.ended !== null) return;
      await current.call('answers').catch(() => undefined);
    },
    async close() {
      closed = true;
      await leaving;
      // A thread that failed, or that cannot be opened, has nothing to be closed: who waits for a call is told by it.
      const last = current;
      if (last !== null && last.ended === null)
        await last.close().catch((error: unknown) => {
          if (last.ended === null) throw error;
        });
    },
  };
}

/** What is under way, so that stopping can wait for it. */
import { within } from './within.ts';

export interface UnderWay {
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is under way any more, or `deadline` milliseconds later. */
  end(deadline: number): Promise<void>;
}

export function createUnderWay(): UnderWay {
  const open = new Set<Promise<unknown>>();
  return {
    track(work) {
      open.add(work);
      const forget = () => void open.delete(work);
      work.then(forget, forget);
      return work;
    },
    async end(deadline) {
      const allDone = async () => {
        // What ends may begin something else: a message that was taken is then replied to.
        while (open.size > 0) await Promise.allSettled(open);
      };
      await within(allDone(), deadline, undefined);
    },
  };
}

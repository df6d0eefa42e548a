/** What the adapter is still at: to be ended before it stops. */

export interface InFlight {
  /** Keeps it until it has ended. */
  add(work: Promise<unknown>): void;
  /** Resolves when nothing is left, or after `deadline` milliseconds. */
  idle(deadline: number): Promise<void>;
}

export function createInFlight(): InFlight {
  const open = new Set<Promise<unknown>>();
  return {
    add(work) {
      const ended = work.catch(() => undefined).then(() => void open.delete(ended));
      open.add(ended);
    },
    async idle(deadline) {
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, deadline);
      const drained = (async () => {
        while (open.size > 0) await Promise.all(open);
      })();
      await Promise.race([drained, late.promise]);
      clearTimeout(timer);
    },
  };
}

/** Keeps count of the replies under way, so that stopping can wait for them, but not for ever. */

export interface Activity {
  readonly stopping: boolean;
  /** Aborts when the deadline of `stop` has passed. */
  readonly cutShort: AbortSignal;
  /** Counts `work` until it ends. `work` must not reject. */
  track(work: Promise<void>): Promise<void>;
  /** @returns how many were still under way when it gave up. */
  stop(deadline: number): Promise<number>;
}

/** What work that was cut short has for saying so, in milliseconds. */
const LAST_WORDS = 1_000;

export function createActivity(): Activity {
  const underWay = new Set<Promise<void>>();
  const cut = new AbortController();
  let stopping = false;
  return {
    get stopping() {
      return stopping;
    },
    cutShort: cut.signal,
    track(work) {
      underWay.add(work);
      return work.finally(() => underWay.delete(work));
    },
    async stop(deadline) {
      stopping = true;
      await allOrTimeout(underWay, deadline);
      if (underWay.size === 0) return 0;
      cut.abort(new DOMException('the bot is stopping', 'AbortError'));
      await allOrTimeout(underWay, LAST_WORDS);
      return underWay.size;
    },
  };
}

async function allOrTimeout(work: ReadonlySet<Promise<void>>, milliseconds: number): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, milliseconds);
  await Promise.race([Promise.all(work), late.promise]);
  clearTimeout(timer);
}

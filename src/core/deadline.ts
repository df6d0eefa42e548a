/** A time limit for work that others may end as well. */

export interface Deadline {
  /** Aborts when the time is over, with a `TimeoutError`, or with one of the signals, for its reason. */
  readonly signal: AbortSignal;
  /** Whether the time was over before anybody else ended the work. */
  readonly isOver: boolean;
  /** To be called when the work has ended, however it did: nothing is left behind then. */
  end(): void;
}

/**
 * In place of `AbortSignal.timeout` within `AbortSignal.any`: within yet another, as when work hands its signal on, that
 * one stays in memory for ever, in Node 24.
 *
 * @param milliseconds from now.
 */
export function createDeadline(milliseconds: number, ...signals: readonly AbortSignal[]): Deadline {
  const ending = new AbortController();
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = !ending.signal.aborted;
    ending.abort(new DOMException('the time for it is over', 'TimeoutError'));
  }, milliseconds);
  timer.unref();
  const followed = signals.map((signal) => {
    const follow = (): void => ending.abort(signal.reason);
    if (signal.aborted) follow();
    else signal.addEventListener('abort', follow, { once: true });
    return () => signal.removeEventListener('abort', follow);
  });
  return {
    signal: ending.signal,
    get isOver() {
      return isOver;
    },
    end() {
      clearTimeout(timer);
      for (const letGo of followed) letGo();
    },
  };
}

/** Runs work once changes have settled: not while files are still being written, and never twice at a time. */

export interface Settled {
  /** Something has changed. */
  changed(): void;
  /** Runs it now, after what is under way; resolves when it has ended. */
  now(): Promise<void>;
  /** Begins no more, and resolves when the work under way has ended. */
  stop(): Promise<void>;
}

export interface SettledOptions {
  /** Milliseconds without a change after which the work is run. */
  readonly quietMs: number;
  /** Milliseconds after the first change, however many follow. */
  readonly longestMs: number;
}

/** @param work must not reject. */
export function runSettled(work: () => Promise<void>, { quietMs, longestMs }: SettledOptions): Settled {
  let firstAt: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  const run = (): Promise<void> => {
    clearTimeout(timer);
    firstAt = null;
    running = running.then(() => (stopped ? undefined : work()));
    return running;
  };
  return {
    changed() {
      if (stopped) return;
      const time = performance.now();
      firstAt ??= time;
      clearTimeout(timer);
      timer = setTimeout(() => void run(), Math.max(0, Math.min(quietMs, firstAt + longestMs - time)));
      timer.unref();
    },
    now: run,
    stop() {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}

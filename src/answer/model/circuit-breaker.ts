/**
 * Leaves a model alone that fails time after time, and lets one question try now and then whether it is back.
 *
 * By hand, since what libraries offer wraps one promise: here an answer is a stream whose success shows at its end, an
 * asker who leaves is neither success nor failure, and the server itself may say how long to stay away.
 */

export interface BreakerOptions {
  /** Failures in a row after which the model is left alone. */
  readonly failures: number;
  /** Milliseconds of the first rest; each further one in a row is twice as long, up to `longestRestMs`. */
  readonly restMs: number;
  readonly longestRestMs: number;
  /** Milliseconds of a clock that runs on. */
  readonly now: () => number;
  /** Told of each change; `reason` holds no secret. */
  readonly onChange?: (state: BreakerState, reason: string) => void;
}

export type BreakerState = 'closed' | 'open' | 'half-open';

/** The right to one call. The first word on how it went counts. */
export interface Pass {
  succeed(): void;
  /** @param restMs how long the server wants to be left alone: then it is at once, for that long. */
  fail(reason: string, restMs?: number | null): void;
  /** The call told nothing about the model: the asker left. */
  withdraw(): void;
}

/** Null from `enter`: the model rests. */
export interface CircuitBreaker {
  readonly state: BreakerState;
  enter(): Pass | null;
}

export function createCircuitBreaker(options: BreakerOptions): CircuitBreaker {
  const { failures, restMs, longestRestMs, now } = options;
  let state: BreakerState = 'closed';
  let failed = 0;
  let rests = 0;
  let until = 0;
  // What calls of an earlier state have to say about the model is out of date.
  let period = 0;
  let trying = false;

  const change = (next: BreakerState, reason: string): void => {
    state = next;
    period += 1;
    trying = false;
    options.onChange?.(next, reason);
  };
  const open = (reason: string, wanted: number | null): void => {
    until = now() + Math.min(longestRestMs, wanted ?? restMs * 2 ** rests);
    rests += 1;
    failed = 0;
    change('open', reason);
  };
  return {
    get state() {
      return state;
    },
    enter() {
      if (state === 'open' && now() >= until)
        change('half-open', 'one question tries whether the model is back');
      if (state === 'open' || trying) return null;
      trying = state === 'half-open';
      const own = period;
      let told = false;
      const tell = (word: () => void): void => {
        if (told || own !== period) return;
        told = true;
        word();
      };
      return {
        succeed: () =>
          tell(() => {
            failed = 0;
            rests = 0;
            if (state === 'half-open') change('closed', 'the model answers again');
          }),
        fail: (reason, wanted = null) =>
          tell(() => {
            failed += 1;
            if (state === 'half-open' || wanted !== null || failed >= failures) open(reason, wanted);
          }),
        withdraw: () =>
          tell(() => {
            trying = false;
          }),
      };
    },
  };
}

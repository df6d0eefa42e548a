/** One call to a model, repeated while what is wrong may pass. */
import { ModelFailure, type ModelFailureKind, toModelFailure } from '../core/model-failure.ts';

/** What may be over in a moment. Anything else is refused again. */
const PASSING: ReadonlySet<ModelFailureKind> = new Set(['network', 'server', 'rate-limit', 'timeout']);
/** Calls in all: with pauses of 1, 2, 4 and 8 s, a restart of a service is waited for. */
const MOST_CALLS = 5;
/** Milliseconds before the second call; each further one waits twice as long. */
const FIRST_PAUSE = 1_000;
/** Milliseconds. A service that wants a longer rest is left alone by whoever asked. */
const LONGEST_PAUSE = 60_000;

export interface CallOptions {
  readonly signal: AbortSignal;
  /** Milliseconds for each call. */
  readonly timeout: number;
  /** 1 for no second try. */
  readonly calls?: number;
  /** Values that no message may show. */
  readonly secrets: readonly string[];
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** 0 to 1: spreads the calls of many who failed together. */
  readonly random: () => number;
}

/** @throws ModelFailure for the last failure; the signal's reason when it is aborted. */
export async function callPatiently<T>(
  call: (signal: AbortSignal) => Promise<T>,
  { signal, timeout, calls = MOST_CALLS, secrets, sleep, random }: CallOptions,
): Promise<T> {
  for (let made = 1; ; made += 1) {
    try {
      return await within(call, signal, timeout);
    } catch (error) {
      signal.throwIfAborted();
      const failure = toModelFailure(error, secrets);
      const wait = failure.retryAfterMs ?? FIRST_PAUSE * 2 ** (made - 1) * (0.75 + random() / 2);
      if (!PASSING.has(failure.kind) || made >= calls || wait > LONGEST_PAUSE) throw failure;
      await sleep(Math.max(wait, FIRST_PAUSE / 2), signal);
    }
  }
}

/** Settles in time even where the call itself does not heed its signal. */
async function within<T>(
  call: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
  timeout: number,
): Promise<T> {
  signal.throwIfAborted();
  const ending = new AbortController();
  const ended = Promise.withResolvers<never>();
  const stop = (error: unknown): void => {
    ended.reject(error);
    ending.abort(error);
  };
  const onAbort = (): void => stop(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(
    () => stop(new ModelFailure('timeout', `no answer within ${timeout / 1_000} s`)),
    timeout,
  );
  try {
    return await Promise.race([call(ending.signal), ended.promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    ended.promise.catch(() => undefined);
  }
}

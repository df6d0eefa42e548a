/** Whether and when a call that failed before the first word is tried again. */
import type { ModelFailure, ModelFailureKind } from '../../core/model-failure.ts';

/** What may be over in a moment. Anything else is refused again. */
const PASSING: ReadonlySet<ModelFailureKind> = new Set(['network', 'server', 'rate-limit']);
/** Calls in all for one answer: each costs the person who waits. */
const MOST_CALLS = 3;
/** Milliseconds before the second call; the third waits twice as long. */
const FIRST_PAUSE = 400;
/** Milliseconds that must be left for an answer to begin in. */
const LEAST_ROOM = 1_000;

/**
 * Milliseconds to wait before the next call; null when there should be none.
 *
 * @param calls made so far, from 1.
 * @param left milliseconds until the first word must be there.
 * @param random from 0 to 1: spreads the calls of many who failed together.
 */
export function retryWait(
  { kind, retryAfterMs }: ModelFailure,
  calls: number,
  left: number,
  random: () => number,
): number | null {
  if (!PASSING.has(kind) || calls >= MOST_CALLS) return null;
  const pause = FIRST_PAUSE * 2 ** (calls - 1) * (0.75 + random() / 2);
  const wait = retryAfterMs === null ? pause : Math.max(retryAfterMs, FIRST_PAUSE / 2);
  return wait + LEAST_ROOM <= left ? wait : null;
}

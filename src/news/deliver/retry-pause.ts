/** How long a post that failed waits for its next attempt, and when it is given up. */

const MINUTE = 60_000;
const LONGEST = 6 * 60 * MINUTE;
/** With the pauses between them, a dozen attempts take most of a day. */
const MAX_ATTEMPTS = 12;
/** Milliseconds since the first attempt: what is two days late is no news. */
const TOO_LATE = 48 * 60 * MINUTE;

/**
 * One minute after the first attempt, then twice as long each time, up to six hours; a tenth more or less, so that what
 * failed together is not tried together.
 *
 * @param attempt the one that failed, from 1. @param random from 0 to below 1.
 * @returns milliseconds; null when it is to be given up.
 */
export function retryPause(
  { attempt, firstTriedAt }: { readonly attempt: number; readonly firstTriedAt: string | null },
  { now, random }: { readonly now: number; readonly random: number },
): number | null {
  if (attempt >= MAX_ATTEMPTS) return null;
  if (firstTriedAt !== null && now - Date.parse(firstTriedAt) >= TOO_LATE) return null;
  return Math.min(MINUTE * 2 ** (attempt - 1), LONGEST) * (0.9 + 0.2 * random);
}

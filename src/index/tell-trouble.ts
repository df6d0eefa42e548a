/** Tells of work that failed and that nobody waits for: once, however often it is tried again. */

/**
 * Milliseconds for which the same words are not told again: work is tried again every few seconds, and a full disk or a
 * database that is away would fill the log; who looks into it now must still find it there.
 */
const TOLD_FOR = 10 * 60_000;

/** @param now milliseconds, of any beginning. */
export function createTroubleTeller(
  tell: ((error: Error) => void) | undefined,
  now: () => number,
): (error: Error) => void {
  const toldAt = new Map<string, number>();
  return (error) => {
    const time = now();
    for (const [message, at] of toldAt) if (time - at >= TOLD_FOR) toldAt.delete(message);
    if (toldAt.has(error.message)) return;
    toldAt.set(error.message, time);
    tell?.(error);
  };
}

/** Several pieces of work, a few at a time. */

/**
 * What the work gives for each item, in the order of the items. The first failure ends the rest.
 *
 * @param atOnce how many run at a time, from 1.
 */
export async function inTurn<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, signal: AbortSignal) => Promise<R>,
  signal: AbortSignal,
): Promise<R[]> {
  const ending = new AbortController();
  const either = AbortSignal.any([signal, ending.signal]);
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      either.throwIfAborted();
      const at = next;
      next += 1;
      results[at] = await work(items[at] as T, either);
    }
  };
  const workers = Array.from({ length: Math.min(atOnce, items.length) }, worker);
  try {
    await Promise.all(workers);
  } catch (error) {
    ending.abort(error);
    await Promise.allSettled(workers);
    throw error;
  }
  return results;
}

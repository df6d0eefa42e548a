/** Waiting for something, but not for long. */

/** @returns `otherwise` when the work takes more than `ms` milliseconds, or fails. */
export async function within<T>(work: Promise<T>, ms: number, otherwise: T): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => resolve(otherwise), ms);
  try {
    return await Promise.race([work.catch(() => otherwise), promise]);
  } finally {
    clearTimeout(timer);
  }
}

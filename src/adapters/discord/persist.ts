/** Calls that outlast a short trouble of the server or of the network. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isTransient, wasNeverSent } from './api-errors.ts';

/** Milliseconds before each further try: 41 seconds in all, longer than a restart of Discord's front takes. */
const PAUSES = [300, 1000, 2500, 5000, 12_000, 20_000];

/** What is done before a call is tried again. */
export interface Persistence<T> {
  /**
   * For a call that must not be made twice: looks whether the last try, whose answer was lost, went through after
   * all. Not asked when the request cannot have arrived. @returns null when nothing is there.
   */
  readonly look?: (sinceFirst: number) => Promise<T | null>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * @param call is told what the try before it failed of.
 * @throws what the call throws, when that is no passing trouble or the trouble lasts.
 */
export async function persist<T>(
  call: (before?: unknown) => Promise<T>,
  { look, now }: Persistence<T>,
): Promise<T> {
  const began = now();
  let before: unknown;
  for (const pause of PAUSES) {
    try {
      return await call(before);
    } catch (error) {
      if (!isTransient(error)) throw error;
      before = error;
      await sleep(pause);
      const found = wasNeverSent(error) ? null : await look?.(now() - began);
      if (found !== null && found !== undefined) return found;
    }
  }
  return call(before);
}

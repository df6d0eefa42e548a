/** How often one client may do something: counted in windows, in a bounded memory. */
import { LRUCache } from 'lru-cache';
import { countedClient } from './client-address.ts';

/** Clients that are remembered at most; the longest unseen one is forgotten first. */
export const MAX_CLIENTS = 10_000;

export interface ClientLimit {
  /** Seconds until the client may go on, at least 1; null when it may now. */
  waiting(address: string): number | null;
  /** Counts one more. */
  count(address: string): void;
}

interface Window {
  readonly endsAt: number;
  taken: number;
}

/**
 * @param limit.most times within a window that begins with the first of them.
 * @param limit.windowMs milliseconds.
 * @param now milliseconds since 1970.
 */
export function createClientLimit(
  { most, windowMs }: { readonly most: number; readonly windowMs: number },
  now: () => number,
): ClientLimit {
  const windows = new LRUCache<string, Window>({ max: MAX_CLIENTS });
  const current = (address: string): Window | null => {
    const window = windows.get(countedClient(address));
    return window !== undefined && window.endsAt > now() ? window : null;
  };
  return {
    waiting(address) {
      const window = current(address);
      if (window === null || window.taken < most) return null;
      return Math.max(1, Math.ceil((window.endsAt - now()) / 1_000));
    },
    count(address) {
      const window = current(address);
      if (window === null) windows.set(countedClient(address), { endsAt: now() + windowMs, taken: 1 });
      else window.taken += 1;
    },
  };
}

/** Remembers which events were taken, so that a redelivered one is not answered twice. */
import { LRUCache } from 'lru-cache';

export interface SeenMessages {
  /** True the first time that `key` is met within the time to live. */
  isNew(key: string): boolean;
}

/**
 * @param options.ttl milliseconds for which an event is remembered.
 * @param options.max events remembered at most; the oldest are forgotten first.
 */
export function createSeenMessages(options: { ttl: number; max: number; now: () => number }): SeenMessages {
  const seen = new LRUCache<string, true>({
    max: options.max,
    ttl: options.ttl,
    ttlResolution: 0,
    perf: { now: options.now },
  });
  return {
    isNew(key) {
      if (seen.has(key)) return false;
      seen.set(key, true);
      return true;
    },
  };
}

/**
 * Channels that refused the bot: it writes nothing there for a while, far away from the 10,000 refusals in 10 minutes
 * after which Discord shuts an address out.
 */
import { refusesThePlace } from './api-errors.ts';

/** Milliseconds: long enough to be harmless, short enough for who has just repaired the permissions. */
const PAUSE = 60_000;
/** More are forgotten, oldest first. */
const MAX_REMEMBERED = 5_000;

export interface RefusedPlaces {
  /** Runs the call, unless the channel refused another within the last minute: then throws that refusal again. */
  guard<T>(channelId: string, call: () => Promise<T>): Promise<T>;
  /** True while nothing is written there. */
  isRefused(channelId: string): boolean;
  /** Something changed there: the next call shows what. */
  forget(channelId?: string): void;
}

/** @param now milliseconds; only differences count. */
export function createRefusedPlaces(now: () => number): RefusedPlaces {
  const refused = new Map<string, { until: number; error: unknown }>();
  const current = (channelId: string) => {
    const found = refused.get(channelId);
    if (found !== undefined && found.until <= now()) refused.delete(channelId);
    return refused.get(channelId);
  };
  return {
    async guard(channelId, call) {
      const known = current(channelId);
      if (known !== undefined) throw known.error;
      try {
        return await call();
      } catch (error) {
        if (refusesThePlace(error)) {
          if (refused.size >= MAX_REMEMBERED) refused.delete(refused.keys().next().value ?? '');
          refused.set(channelId, { until: now() + PAUSE, error });
        }
        throw error;
      }
    },
    isRefused: (channelId) => current(channelId) !== undefined,
    forget(channelId) {
      if (channelId === undefined) refused.clear();
      else refused.delete(channelId);
    },
  };
}

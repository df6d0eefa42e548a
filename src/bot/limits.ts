/** How much one person and one channel may ask. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { IncomingMessage } from '../core/chat.ts';

export interface RateLimits {
  /** Messages that one person may send within `windowSeconds`; 0: as many as she likes. */
  readonly perUser: number;
  /** Messages that one channel may send within `windowSeconds`; 0: as many as it likes. */
  readonly perChannel: number;
  readonly windowSeconds: number;
}

export interface Refusal {
  /** Seconds to wait, at least 1. */
  readonly seconds: number;
  /** True for the first refusal of a person within the window: she is told once, not for each message of a flood. */
  readonly first: boolean;
}

export interface Limiter {
  /** Counts the message. @returns null when it may pass. */
  take(message: IncomingMessage): Promise<Refusal | null>;
}

/** In memory: each process counts for itself. */
export function createLimiter({ perUser, perChannel, windowSeconds }: RateLimits): Limiter {
  const limit = (points: number) =>
    points === 0 ? null : new RateLimiterMemory({ points, duration: windowSeconds });
  const users = limit(perUser);
  const channels = limit(perChannel);
  const told = limit(1);
  return {
    async take({ platform, workspaceId, userId, channelId }) {
      // The person first: what she sends beyond her own limit must not use up the channel's.
      const user = JSON.stringify([platform, workspaceId, userId]);
      const seconds =
        (await consume(users, user)) ??
        (await consume(channels, JSON.stringify([platform, workspaceId, channelId])));
      return seconds === null ? null : { seconds, first: (await consume(told, user)) === null };
    },
  };
}

async function consume(limiter: RateLimiterMemory | null, key: string): Promise<number | null> {
  try {
    await limiter?.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
    throw refusal;
  }
}

/** How much one person and one channel may ask. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { IncomingMessage } from '../core/chat.ts';

export interface RateLimits {
  /** Messages that one person may send within `windowSeconds`. */
  readonly perUser: number;
  /** Messages that one channel may send within `windowSeconds`. */
  readonly perChannel: number;
  readonly windowSeconds: number;
}

export interface Limiter {
  /** Counts the message. @returns null when it may pass, else the seconds to wait, at least 1. */
  take(message: IncomingMessage): Promise<number | null>;
}

/** In memory: each process counts for itself. */
export function createLimiter(limits: RateLimits): Limiter {
  const users = new RateLimiterMemory({ points: limits.perUser, duration: limits.windowSeconds });
  const channels = new RateLimiterMemory({ points: limits.perChannel, duration: limits.windowSeconds });
  return {
    async take({ platform, workspaceId, userId, channelId }) {
      // The person first: what she sends beyond her own limit must not use up the channel's.
      const place = [platform, workspaceId];
      return (
        (await consume(users, JSON.stringify([...place, userId]))) ??
        (await consume(channels, JSON.stringify([...place, channelId])))
      );
    },
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
    throw refusal;
  }
}

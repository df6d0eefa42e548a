/** How much one person, one channel and one workspace may ask. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { IncomingMessage } from '../core/chat.ts';
import type { LimitBook } from './bot-store.ts';

export interface RateLimits {
  /** Messages that one person may send within `windowSeconds`; 0: as many as she likes. */
  readonly perUser: number;
  /** Messages that one channel may send within `windowSeconds`; 0: as many as it likes. */
  readonly perChannel: number;
  /** Messages that one workspace may send within `windowSeconds`; 0: as many as it likes. */
  readonly perWorkspace: number;
  /** Messages that one workspace may send within a day; 0: as many as it likes. */
  readonly perWorkspaceDay: number;
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

export interface LimiterDeps {
  /** Null counts in this process alone. */
  readonly book: LimitBook | null;
  /** Milliseconds; only differences count. */
  readonly now: () => number;
  /** Told when the book could not be used and this process counted alone. */
  readonly onTrouble: (error: unknown) => void;
}

/** Seconds. */
const DAY = 86_400;
/** Seconds of a window from which on a restart must not forget it. */
const LONG = 3_600;
/** Milliseconds that a message waits for the book, and for which a book that failed is left alone. */
const PATIENCE = 500;
const REST = 10_000;

/**
 * Each limit has a window that begins with the first message. What several servers share is counted in the book; so is
 * what is longer than an hour, which a restart must not forget. Where the book fails, this process counts alone: nobody
 * is kept waiting for it, or refused because of it.
 */
export function createLimiter(limits: RateLimits, { book, now, onTrouble }: LimiterDeps): Limiter {
  const { perUser, perChannel, perWorkspace, perWorkspaceDay, windowSeconds } = limits;
  const rules = [
    // The person first: what she sends beyond her own limit must not use up the others'.
    rule(perUser, windowSeconds, ({ userId }) => `user:${userId}`),
    rule(perChannel, windowSeconds, ({ channelId }) => `channel:${channelId}`),
    rule(perWorkspace, windowSeconds, () => 'workspace'),
    rule(perWorkspaceDay, DAY, () => 'workspace'),
  ].filter(({ points }) => points > 0);
  const told = new RateLimiterMemory({ points: 1, duration: windowSeconds });
  let restsUntil = Number.NEGATIVE_INFINITY;

  function rule(points: number, seconds: number, who: (message: IncomingMessage) => string) {
    const alone = new RateLimiterMemory({ points: Math.max(1, points), duration: seconds });
    return { points, seconds, who, alone };
  }

  /** @returns seconds to wait; null when it may pass. */
  async function consume({ points, seconds, who, alone }: ReturnType<typeof rule>, message: IncomingMessage) {
    const name = `${who(message)}:${seconds}`;
    const { platform, workspaceId } = message;
    if (book !== null && (book.shared || seconds >= LONG) && now() >= restsUntil)
      try {
        const { count, endsIn } = await soon(book.count(message, name, seconds));
        return count <= points ? null : Math.max(1, Math.ceil(endsIn / 1_000));
      } catch (error) {
        restsUntil = now() + REST;
        onTrouble(error);
      }
    return consumeAlone(alone, JSON.stringify([platform, workspaceId, name]));
  }

  return {
    async take(message) {
      for (const one of rules) {
        const seconds = await consume(one, message);
        if (seconds === null) continue;
        const { platform, workspaceId, userId } = message;
        const first = (await consumeAlone(told, JSON.stringify([platform, workspaceId, userId]))) === null;
        return { seconds, first };
      }
      return null;
    },
  };
}

async function soon<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
    // Whatever comes of it now, nobody waits for it.
    work.catch(() => undefined);
  }
}

async function consumeAlone(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
    throw refusal;
  }
}

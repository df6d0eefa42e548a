/** When a feed that failed is tried again, and when it is given up. */
import type { FeedTroubleCode } from '../feed-trouble.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Milliseconds: the first wait, doubled with each failure, and the longest one. */
const FIRST = 15 * MINUTE;
const LONGEST = DAY;
/** Share of the wait that chance adds. */
const JITTER = 0.1;

/**
 * Failures in a row, and the days since the last success, after which nobody tries again: both must be reached. With
 * the waits above, the eighth failure comes after one day and a third, the twelfth after five.
 */
const GIVE_UP = { failures: 12, days: 5 };
/** There is nothing at the address: the server itself says so. */
const NOT_FOUND = { failures: 8, days: 3 };

/** @returns milliseconds until the next try. A `Retry-After` (in milliseconds) can only lengthen it. */
export function backOff(failures: number, retryAfter: number | null, random: number): number {
  const wait = Math.min(LONGEST, FIRST * 2 ** Math.min(Math.max(failures, 1) - 1, 10));
  return Math.round(Math.max(wait, retryAfter ?? 0) * (1 + JITTER * random));
}

/** @returns milliseconds that a `Retry-After` asks for, a day at most; null when there is none that can be read. */
export function readRetryAfter(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : readDate(text) - now.getTime();
  return Number.isNaN(wait) ? null : Math.min(DAY, Math.max(0, wait));
}

/** A date of HTTP has the name of its month; a lone number such as `-5` is none. */
function readDate(text: string): number {
  return /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
}

export interface Failing {
  readonly code: FeedTroubleCode;
  /** In a row, this one included. */
  readonly failures: number;
  /** The last success, or when it was added. ISO 8601. */
  readonly since: string;
  readonly now: Date;
}

export function shouldDisable({ code, failures, since, now }: Failing): boolean {
  if (code === 'gone') return true;
  // A machine without network would in the end give up every feed.
  if (code === 'offline') return false;
  const limit = code === 'not-found' ? NOT_FOUND : GIVE_UP;
  return failures >= limit.failures && now.getTime() - Date.parse(since) >= limit.days * DAY;
}

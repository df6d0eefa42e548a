/** Rate limits of the REST API: a bucket for each route and major parameter, its headers, and 429 beyond it. */
import { createHash } from 'node:crypto';
import { ApiError } from './api-error.ts';
import type { Json } from './discord-model.ts';

export interface Limit {
  /** So many calls … */
  calls: number;
  /** … in so many milliseconds. */
  perMs: number;
}

/** Wide enough not to slow tests; a test that wants Discord's real narrowness sets its own. */
const WIDE: Limit = { calls: 1000, perMs: 1000 };

export interface RateLimits {
  /** Limits one route, for each channel, guild or webhook apart. */
  set: (route: string, limit: Limit) => void;
  /** Counts a call: its headers, and whether it is one too many. */
  count: (route: string, path: string) => { headers: Record<string, string>; refused?: ApiError };
}

/** Buckets by wall-clock time, as their headers speak of it. */
export function createRateLimits(): RateLimits {
  const limits = new Map<string, Limit>();
  const buckets = new Map<string, { used: number; endsAt: number }>();
  return {
    set: (route, limit) => void limits.set(normal(route), limit),
    count: (route, path) => {
      const limit = limits.get(normal(route)) ?? WIDE;
      const now = Date.now();
      const key = `${normal(route)} ${majorParameter(path)}`;
      const old = buckets.get(key);
      const bucket = old && old.endsAt > now ? old : { used: 0, endsAt: now + limit.perMs };
      buckets.set(key, bucket);
      if (buckets.size > 10_000)
        for (const [each, { endsAt }] of buckets) if (endsAt <= now) buckets.delete(each);
      const left = Math.max(0, bucket.endsAt - now) / 1000;
      const over = bucket.used >= limit.calls;
      bucket.used += over ? 0 : 1;
      const headers = {
        'X-RateLimit-Limit': String(limit.calls),
        'X-RateLimit-Remaining': String(limit.calls - bucket.used),
        'X-RateLimit-Reset': String(bucket.endsAt / 1000),
        'X-RateLimit-Reset-After': left.toFixed(3),
        'X-RateLimit-Bucket': createHash('sha1').update(normal(route)).digest('hex').slice(0, 32),
      };
      return over ? { headers, refused: tooMany(left, {}) } : { headers };
    },
  };
}

/** 429 with its body and headers; `retryAfter` in seconds. */
export function tooMany(retryAfter: number, options: { global?: boolean; scope?: string }): ApiError {
  const global = options.global === true;
  const body: Json = { message: 'You are being rate limited.', retry_after: retryAfter, global };
  return new ApiError(429, body, {
    'Retry-After': String(retryAfter),
    'X-RateLimit-Scope': options.scope ?? (global ? 'global' : 'user'),
    ...(global ? { 'X-RateLimit-Global': 'true' } : {}),
  });
}

function normal(route: string): string {
  return route.replace(/:\w+/g, ':');
}

/** The channel, guild, or webhook with its token, that a bucket is for. */
function majorParameter(path: string): string {
  return /^\/(?:(?:channels|guilds)\/[^/]+|(?:webhooks|interactions)\/[^/]+\/[^/]+)/.exec(path)?.[0] ?? '';
}

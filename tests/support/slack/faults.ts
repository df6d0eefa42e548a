/** Troubles that a test orders: refusals, failures, cut connections, delays, and a rate limit for each channel. */
import type { Json } from './slack-message.ts';

/** What goes wrong: an `error` of Slack's, a `status` such as 503, or 429 with `retryAfter` (seconds). */
export interface Failure {
  readonly error?: string;
  readonly status?: number;
  readonly retryAfter?: number;
  /** How many calls fail; one unless said otherwise. */
  readonly times?: number;
  /** So many calls pass first. */
  readonly after?: number;
  /** Further fields of the refusal, such as `needed` and `provided`. */
  readonly details?: Json;
}

export type Verdict =
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' };

export interface Faults {
  /** `method` may be `*`: any method. `response_url` stands for the addresses of that name. */
  fail(method: string, failure: Failure): void;
  /** Slack takes the call, and the connection is cut before the response. */
  dropAfter(method: string, times?: number): void;
  /** The connection is cut before Slack takes the call. */
  dropBefore(method: string, times?: number): void;
  /** Each call waits: some milliseconds, or until a promise is fulfilled. `0` ends it. */
  delay(method: string, until: number | Promise<unknown>): void;
  /** At most `perSecond` in the long run and `burst` at once, for each channel: 429 with `Retry-After` beyond. */
  rateLimit(method: string, limit: { readonly perSecond: number; readonly burst: number }): void;
  /** Ends all troubles. */
  clear(): void;
  waitBefore(method: string): Promise<void>;
  /** What is to go wrong with this call. */
  judge(method: string, channel: string): Verdict | undefined;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** `now` gives milliseconds. */
export function createFaults(now: () => number): Faults {
  const orders: { method: string; skip: number; left: number; verdict: Verdict }[] = [];
  const delays = new Map<string, number | Promise<unknown>>();
  const limits = new Map<string, { perSecond: number; burst: number }>();
  const buckets = new Map<string, Bucket>();

  const order = (method: string, times: number, verdict: Verdict, skip = 0): void => {
    orders.push({ method, skip, left: times, verdict });
  };

  /** Seconds until the next call is allowed; 0: now. */
  const overLimit = (method: string, channel: string): number => {
    const limit = limits.get(method);
    if (limit === undefined) return 0;
    const key = `${method} ${channel}`;
    const bucket = buckets.get(key) ?? { tokens: limit.burst, at: now() };
    const tokens = Math.min(limit.burst, bucket.tokens + ((now() - bucket.at) / 1000) * limit.perSecond);
    const allowed = tokens >= 1;
    buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now() });
    return allowed ? 0 : Math.max(1, Math.ceil((1 - tokens) / limit.perSecond));
  };

  return {
    fail: (method, failure) => order(method, failure.times ?? 1, { kind: 'failure', failure }, failure.after),
    dropAfter: (method, times = 1) => order(method, times, { kind: 'cut', when: 'after' }),
    dropBefore: (method, times = 1) => order(method, times, { kind: 'cut', when: 'before' }),
    delay: (method, until) => {
      delays.set(method, until);
    },
    rateLimit: (method, limit) => {
      limits.set(method, limit);
    },
    clear: () => {
      orders.length = 0;
      delays.clear();
      limits.clear();
    },
    waitBefore: async (method) => {
      const until = delays.get(method) ?? delays.get('*') ?? 0;
      if (typeof until !== 'number') await until;
      else if (until > 0) await new Promise((resolve) => setTimeout(resolve, until));
    },
    judge: (method, channel) => {
      const found = orders.find(
        (one) => one.left > 0 && (one.method === method || one.method === '*') && one.skip-- <= 0,
      );
      if (found !== undefined) {
        found.left--;
        return found.verdict;
      }
      const retryAfter = overLimit(method, channel);
      return retryAfter === 0 ? undefined : { kind: 'failure', failure: { status: 429, retryAfter } };
    },
  };
}

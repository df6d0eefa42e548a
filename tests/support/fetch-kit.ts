/** The safe fetch as tests use it: short limits, and no name that leaves this machine. */
import type { LookupAddress } from 'node:dns';
import { parseFetchAllow } from '../../src/fetch/fetch-allow.ts';
import { createSafeFetch, type Fetched, type SafeFetchOptions } from '../../src/fetch/fetch-safely.ts';

export interface FetchKit {
  /** Hosts with port that may be fetched although private. */
  readonly allow?: readonly string[];
  /** Addresses of each name, in the order of the look-ups; the last one stays. */
  readonly names?: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly contact?: string;
}

export interface KitFetch {
  (url: string, options?: Partial<SafeFetchOptions>): Promise<Fetched>;
  /** Names looked up so far. */
  readonly lookups: readonly string[];
}

export function fetchWith({ allow = [], names = {}, contact }: FetchKit): KitFetch {
  const lookups: string[] = [];
  const safeFetch = createSafeFetch({
    allow: parseFetchAllow(allow) ?? new Set(),
    contact: contact ?? null,
    async lookupAll(host): Promise<LookupAddress[]> {
      const answers = names[host] ?? [];
      const asked = lookups.filter((one) => one === host).length;
      lookups.push(host);
      const addresses = answers[Math.min(asked, answers.length - 1)];
      if (addresses === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
      return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
  });
  const fetchOne = (url: string, options: Partial<SafeFetchOptions> = {}) =>
    safeFetch(url, {
      signal: new AbortController().signal,
      maxBytes: 1_000_000,
      timeoutMs: 5_000,
      accept: 'text/html',
      ...options,
    });
  return Object.assign(fetchOne, { lookups });
}

/** The failure of a fetch, as `failure: message`; `fetched` when there was none. */
export async function failureOf(fetched: Promise<Fetched>): Promise<string> {
  try {
    await fetched;
    return 'fetched';
  } catch (error) {
    const failure = error instanceof Error && 'failure' in error ? String(error.failure) : 'unexpected';
    return `${failure}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/**
 * Fetches what stands at a web address given by somebody we need not trust: public addresses only, each checked when
 * the socket connects, redirects checked again, and size, time and unpacking limited. docs/security.md tells the rules.
 */
import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { checkRedirect, checkUrl } from './check-url.ts';
import type { LookupAll } from './checked-lookup.ts';
import { readContentType } from './content-type.ts';
import { hostAndPort } from './fetch-allow.ts';
import { FetchError } from './fetch-error.ts';
import { readMaxAge } from './read-max-age.ts';
import { asFetchError, requestOnce } from './request-once.ts';
import { ACCEPT_ENCODING, tooLarge, unpackBody } from './unpack-body.ts';

export interface SafeFetchDeps {
  /** `host:port` that may be fetched although private. */
  readonly allow: ReadonlySet<string>;
  /** An address or page by which sites can reach the operator; null for none. */
  readonly contact: string | null;
  /** Resolves names; the system's way by default. */
  readonly lookupAll?: LookupAll;
}

export interface SafeFetchOptions {
  readonly signal: AbortSignal;
  /** Largest body, in bytes, on the wire and unpacked. */
  readonly maxBytes: number;
  /** Milliseconds for all of it, redirects and body included. */
  readonly timeoutMs: number;
  /** The Accept header. */
  readonly accept: string;
  /** Of an earlier fetch: with one of them the server may answer 304. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

export interface Fetched {
  /** 200 to 299, or 304 when nothing changed. */
  readonly status: number;
  /** Where the last redirect led, without fragment. */
  readonly finalUrl: string;
  /** Such as `text/html`; empty when the server does not say. */
  readonly contentType: string;
  /** As the server states it; null when it does not. */
  readonly charset: string | null;
  /** The body, unpacked; empty for 304. */
  readonly bytes: Buffer;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Seconds that the server calls its answer good (Cache-Control); null when it does not say. */
  readonly maxAge: number | null;
  /** Each redirect on the way. 301 and 308 say that the address has changed for good. */
  readonly redirects: readonly { readonly url: string; readonly status: number }[];
}

/** @throws FetchError, or the reason of the signal. */
export type SafeFetch = (address: string, options: SafeFetchOptions) => Promise<Fetched>;

const MAX_REDIRECTS = 5;
/** Milliseconds: a site that does not even connect by then is down. */
const CONNECT_MS = 10_000;
/** Milliseconds: slow sites think for some seconds before the first byte. */
const FIRST_BYTE_MS = 20_000;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

const systemLookup: LookupAll = (host) => lookup(host, { all: true, verbatim: true });

export function createSafeFetch({ allow, contact, lookupAll = systemLookup }: SafeFetchDeps): SafeFetch {
  const userAgent = contact === null ? 'Casebook' : `Casebook (+${contact})`;
  return async (address, options) => {
    const { timeoutMs, maxBytes, accept } = options;
    const late = new AbortController();
    const signal = AbortSignal.any([options.signal, late.signal]);
    let url = checkUrl(address, allow);
    const timer = setTimeout(() => {
      const seconds = Math.round(timeoutMs / 1000);
      late.abort(
        new FetchError('timeout', `${url.host} did not send the page within ${seconds} s: try again later`),
      );
    }, timeoutMs);
    const redirects: { url: string; status: number }[] = [];
    try {
      for (;;) {
        const response = await requestOnce({
          url,
          headers: {
            accept,
            'accept-encoding': ACCEPT_ENCODING,
            'user-agent': userAgent,
            ...(options.etag ? { 'if-none-match': options.etag } : {}),
            ...(options.lastModified ? { 'if-modified-since': options.lastModified } : {}),
          },
          allowed: allow.has(hostAndPort(url)),
          lookupAll,
          signal,
          connectMs: Math.min(CONNECT_MS, timeoutMs),
          firstByteMs: Math.min(FIRST_BYTE_MS, timeoutMs),
        });
        const next = redirectOf(response, url, allow);
        if (next === null)
          return await readResponse(response, url, redirects, { ...options, signal, maxBytes });
        redirects.push({ url: next.href, status: response.statusCode ?? 0 });
        if (redirects.length > MAX_REDIRECTS)
          throw new FetchError(
            'too-many-redirects',
            `${url.host} leads on more than ${MAX_REDIRECTS} times: give the article’s own address`,
          );
        url = next;
      }
    } finally {
      clearTimeout(timer);
    }
  };
}

function redirectOf(response: IncomingMessage, url: URL, allow: ReadonlySet<string>): URL | null {
  const { location } = response.headers;
  if (!REDIRECTS.has(response.statusCode ?? 0) || location === undefined) return null;
  // Nothing more is read of a redirect, wherever it leads.
  response.destroy();
  return checkRedirect(url, location, allow);
}

async function readResponse(
  response: IncomingMessage,
  url: URL,
  redirects: Fetched['redirects'],
  { signal, maxBytes, etag, lastModified }: SafeFetchOptions,
): Promise<Fetched> {
  const { statusCode: status = 0, headers } = response;
  // One that comes too late must not be thrown where nobody listens.
  response.on('error', () => undefined);
  const onAbort = () => response.destroy();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    signal.throwIfAborted();
    const unchanged = status === 304 && Boolean(etag || lastModified);
    if (!unchanged && (status < 200 || status > 299 || status === 204)) throw refusedBy(response, url);
    if (Number(headers['content-length']) > maxBytes) throw tooLarge(maxBytes);
    const bytes = unchanged
      ? Buffer.alloc(0)
      : await unpackBody(response, headers['content-encoding'], maxBytes);
    const { type, charset } = readContentType(headers['content-type']);
    return {
      status,
      finalUrl: url.href,
      contentType: type,
      charset,
      bytes,
      etag: headers.etag ?? null,
      lastModified: headers['last-modified'] ?? null,
      maxAge: readMaxAge(headers['cache-control']),
      redirects,
    };
  } catch (error) {
    throw signal.aborted ? signal.reason : asFetchError(error, url);
  } finally {
    signal.removeEventListener('abort', onAbort);
    response.destroy();
  }
}

function refusedBy({ statusCode: status = 0, headers }: IncomingMessage, url: URL): FetchError {
  const remedy =
    status === 404 || status === 410
      ? 'there is no such page: check the address'
      : status === 401 || status === 402 || status === 403 || status === 451
        ? 'the site does not give the page to programs: save its article as text and ingest that'
        : status === 429 || status >= 500
          ? 'try again later'
          : 'there is no article there: check the address';
  return new FetchError('status', `${url.host} answers ${status}; ${remedy}`, {
    status,
    retryAfter: headers['retry-after'] ?? null,
  });
}

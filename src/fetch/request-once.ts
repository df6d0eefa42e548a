/** One request to one checked address: no redirect followed, no cookie, no credential, nothing reused. */
import { type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { Socket } from 'node:net';
import { errorMessage } from '../core/errors.ts';
import { assertPublic, checkedLookup, type LookupAll } from './checked-lookup.ts';
import { bareHost, hostAndPort } from './fetch-allow.ts';
import { FetchError } from './fetch-error.ts';

export interface RequestOnce {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the host may have private addresses. */
  readonly allowed: boolean;
  readonly lookupAll: LookupAll;
  /** Aborts with the reason that the caller shall see. */
  readonly signal: AbortSignal;
  /** Milliseconds until the connection stands (with TLS), and from there until the headers are there. */
  readonly connectMs: number;
  readonly firstByteMs: number;
}

/**
 * @returns the response, its body unread. Whoever reads it must destroy it when done.
 * @throws FetchError, or the signal's reason.
 */
export async function requestOnce(options: RequestOnce): Promise<IncomingMessage> {
  const { url, allowed, lookupAll, signal } = options;
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const request = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, {
    method: 'GET',
    headers: options.headers,
    // A connection of its own: one kept alive would be used again without its address being checked.
    agent: false,
    lookup: checkedLookup(lookupAll, hostAndPort(url), allowed),
    insecureHTTPParser: false,
  });
  const fail = (error: unknown): void => {
    reject(signal.aborted ? signal.reason : asFetchError(error, url));
    request.destroy();
  };
  const onAbort = () => fail(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  let timer = setTimeout(() => fail(slow(url, 'does not answer')), options.connectMs);
  const onConnected = () => {
    clearTimeout(timer);
    timer = setTimeout(() => fail(slow(url, 'took the request and sends nothing')), options.firstByteMs);
  };
  request.on('socket', (socket) => guardSocket(request, socket, options, fail, onConnected));
  request.on('response', resolve).on('error', fail);
  // A server that switches to another protocol has nothing for us.
  request.on('upgrade', () => fail(new Error('it answers in another protocol')));
  if (signal.aborted) onAbort();
  else request.end();
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

/** Looks once more at whom the socket in fact reached. Nothing was sent yet to an address that is refused. */
function guardSocket(
  request: ClientRequest,
  socket: Socket,
  { url, allowed }: Pick<RequestOnce, 'url' | 'allowed'>,
  fail: (error: unknown) => void,
  onConnected: () => void,
): void {
  socket.once('connect', () => {
    if (allowed) return;
    try {
      assertPublic(socket.remoteAddress ?? '', bareHost(url), hostAndPort(url));
    } catch (error) {
      socket.destroy();
      fail(error);
    }
  });
  socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', onConnected);
  request.once('close', () => socket.destroy());
}

function slow(url: URL, what: string): FetchError {
  return new FetchError('timeout', `${url.host} ${what}: try again later`);
}

/** What a failed connection means to a person. */
export function asFetchError(error: unknown, url: URL): FetchError {
  const cause = error instanceof AggregateError ? error.errors[0] : error;
  if (cause instanceof FetchError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const said = (message: string) => new FetchError('network', message, { cause: error });
  if (code === 'ENOTFOUND') return said(`${url.host} is not known: check the spelling`);
  if (code === 'EAI_AGAIN') return said(`the name ${url.host} cannot be looked up: check the network`);
  if (code === 'ECONNREFUSED') return said(`${url.host} refuses the connection: check the address`);
  if (code === 'ECONNRESET') return said(`${url.host} broke off: try again later`);
  if (/^(?:ENETUNREACH|EHOSTUNREACH|ENETDOWN)$/.test(code))
    return said(`${url.host} cannot be reached: check the network`);
  if (/CERT|SELF_SIGNED|UNABLE_TO_|TLS|SSL/.test(code))
    return said(`${url.host} has no valid certificate (${code}): the text could be anybody’s`);
  if (code.startsWith('HPE_')) return said(`${url.host} sends no proper answer (${code})`);
  return said(`${url.host} cannot be read (${errorMessage(cause)})`);
}

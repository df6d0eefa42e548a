/**
 * Who may talk to the local server: a page of another origin may not, even when its name was made to point here
 * (DNS rebinding).
 */
import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';

const LOCAL_NAMES = ['localhost', '127.0.0.1', '::1'];
const EVERY_ADDRESS = ['0.0.0.0', '::'];

/**
 * Refuses requests whose Host is not ours, and requests that a browser sends for another origin.
 *
 * @param boundHost the address or name that the server listens on.
 * @param allowedHosts further names under which it is reached, such as a proxy's.
 */
export function createHostGuard(boundHost: string, allowedHosts: readonly string[]): MiddlewareHandler {
  const names = new Set([...LOCAL_NAMES, boundHost, ...allowedHosts].map((name) => name.toLowerCase()));
  // An address cannot be rebound, only a name can: listening everywhere, every address is ours.
  const anyAddress = EVERY_ADDRESS.includes(boundHost);
  const isOurs = (host: string): boolean => {
    const name = hostName(host);
    return name !== null && (names.has(name) || (anyAddress && isIP(name) !== 0));
  };
  return async (c, next) => {
    const host = c.req.header('host') ?? '';
    if (!isOurs(host))
      return c.json({ error: 'host', message: 'This server is not known by that name.' }, 403);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && isForeign(c.req.header(), host)) {
      return c.json({ error: 'origin', message: 'Only the page of this server may ask.' }, 403);
    }
    return next();
  };
}

/** Browsers send `Origin` or `Sec-Fetch-Site`; programs such as curl send neither and are no danger. */
function isForeign(headers: Record<string, string>, host: string): boolean {
  const { origin } = headers;
  if (origin !== undefined)
    return !URL.canParse(origin) || new URL(origin).host !== new URL(`http://${host}`).host;
  return !['same-origin', 'none', undefined].includes(headers['sec-fetch-site']);
}

function hostName(host: string): string | null {
  const url = `http://${host}`;
  if (host === '' || /[/@?#\\]/.test(host) || !URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/^\[|\]$/g, '').toLowerCase();
}

/** How much one client may ask for, where other machines reach the chat. */
import type { MiddlewareHandler } from 'hono';
import { clientAddress } from './client-address.ts';
import { createClientLimit } from './client-limits.ts';
import { REQUESTS } from './server-limits.ts';
import { isShippedFile } from './shipped-file.ts';

/** @param proxies as for `clientAddress`. @param now milliseconds since 1970. */
export function createRequestLimit(proxies: number, now: () => number): MiddlewareHandler {
  const limit = createClientLimit(REQUESTS, now);
  return async (c, next) => {
    if (isShippedFile(c.req.path)) return next();
    const client = clientAddress(c, proxies);
    const seconds = limit.waiting(client);
    if (seconds !== null) {
      c.header('Retry-After', String(seconds));
      return c.json({ error: 'busy', message: 'Too many requests from this address.' }, 429);
    }
    limit.count(client);
    return next();
  };
}

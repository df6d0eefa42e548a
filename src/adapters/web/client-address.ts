/** Who asks: the address of the connection, or what trusted proxies in front say of it. */
import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Characters of a forwarded header that are looked at; each proxy adds some 40. */
const MAX_FORWARDED = 1_000;

/**
 * The address of whoever asks.
 *
 * @param proxies how many reverse proxies stand in front. Each adds the address it was reached from at the end of
 *   `X-Forwarded-For`, so that what the client wrote there itself is never among the last `proxies`. 0: the header is not read.
 */
export function clientAddress(c: Context, proxies: number): string {
  const direct = getConnInfo(c).remote.address ?? 'unknown';
  if (proxies === 0) return direct;
  const said = lastOf(c.req.header('x-forwarded-for'), proxies);
  return said !== null && isIP(said) !== 0 ? said : direct;
}

/** Whether the browser speaks TLS to the outermost proxy; without a proxy it never does. */
export function isSecure(c: Context, proxies: number): boolean {
  return proxies > 0 && lastOf(c.req.header('x-forwarded-proto'), proxies) === 'https';
}

/** One key for each client that counts: of an IPv6 address the network, of which one machine has all addresses. */
export function countedClient(address: string): string {
  if (isIP(address) !== 6) return address;
  const mapped = /^::ffff:([\d.]+)$/i.exec(address);
  if (mapped !== null) return mapped[1] ?? address;
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const groups = [...left, ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')];
  return [...groups, ...right]
    .slice(0, 4)
    .map((group) => group.padStart(4, '0'))
    .join(':');
}

/** The value that the outermost of `count` proxies added; the first where there are fewer. */
function lastOf(header: string | undefined, count: number): string | null {
  if (header === undefined || header.length > MAX_FORWARDED) return null;
  const values = header.split(',').map((value) => value.trim());
  return values[Math.max(0, values.length - count)] ?? null;
}

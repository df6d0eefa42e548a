/** One form of an address under which the same article compares equal, from whatever feed it comes. */
import { withoutTracking } from '../../core/tracking-parameters.ts';

/** Names of hosts that stand for the same site as what follows them. */
const SAME_SITE = /^(?:www\d?|m|mobile|amp)\./u;

/** @returns host, path and telling parameters; null for what is no web address, or a site's front page. */
export function canonicalAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, host, pathname, searchParams } = withoutTracking(new URL(url));
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const kept = [...searchParams].map(([name, value]) => `${name}=${value}`).sort();
  const path = pathname.replace(/\/+(?:amp\/*)?$/u, '');
  if (path === '' && kept.length === 0) return null;
  return `${host.replace(SAME_SITE, '')}${path}?${kept.join('&')}`;
}

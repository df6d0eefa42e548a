/** The address under which a page is kept: its canonical one where that can be believed. */
import { withoutTracking } from '../../core/tracking-parameters.ts';
import type { PageDocument } from './page-dom.ts';

/** Hosts that stand for the same site as the name after them. */
const SAME_SITE = /^(?:www\d?|m|mobile|amp)\./;
/** Longest address, in characters. */
const LONGEST = 2_000;

/**
 * @param address where the page was found, after redirects; null for a file, whose word must be taken.
 * @returns the address that the page states as its own where it lies on the same site, else `address` without fragment
 * and tracking; null when neither is known.
 */
export function canonicalUrl(document: PageDocument, address: string | null): string | null {
  const stated = [
    document.querySelector('link[rel~="canonical"]')?.getAttribute('href'),
    document.querySelector('meta[property="og:url"]')?.getAttribute('content'),
  ];
  for (const one of stated) {
    const url = one ? asWebAddress(one, address) : null;
    if (url !== null && isBelievable(url, address)) return readAddress(url);
  }
  return address === null ? null : readAddress(new URL(address));
}

function asWebAddress(text: string, base: string | null): URL | null {
  if (text.length > LONGEST || !URL.canParse(text.trim(), base ?? undefined)) return null;
  const url = new URL(text.trim(), base ?? undefined);
  const usable = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  return usable ? url : null;
}

/** A page must not take another site's place; and a template that names the front page everywhere is a mistake. */
function isBelievable(stated: URL, address: string | null): boolean {
  if (address === null) return true;
  const found = new URL(withoutCache(address));
  const bare = (url: URL): string => url.host.replace(SAME_SITE, '');
  if (bare(stated) !== bare(found)) return false;
  if (found.protocol === 'https:' && stated.protocol === 'http:') return false;
  return stated.pathname !== '/' || found.pathname === '/';
}

/** The address of the article that a cache of AMP pages shows under its own. */
function withoutCache(address: string): string {
  const { host, pathname } = new URL(address);
  const path = host.endsWith('.cdn.ampproject.org')
    ? /^\/[a-z]\/(?:s\/)?(.+)$/.exec(pathname)?.[1]
    : /^www\.google\.[a-z.]+$/.test(host)
      ? /^\/amp\/(?:s\/)?(.+)$/.exec(pathname)?.[1]
      : undefined;
  return path !== undefined && URL.canParse(`https://${path}`) ? `https://${path}` : address;
}

function readAddress(url: URL): string {
  const clean = withoutTracking(url);
  clean.hash = '';
  return clean.href;
}

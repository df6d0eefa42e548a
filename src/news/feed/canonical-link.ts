/** The one address of an article, however a feed, a share or a campaign wrote it. */
import { isTrackingFragment, withoutTracking } from '../../core/tracking-parameters.ts';

/** Longest address, in characters: what browsers and servers agree on. */
const LONGEST_LINK = 2_000;

/**
 * The rule: only http and https, no user name or password, the host as URLs write it, no parameter that counts readers
 * (core/tracking-parameters.ts), and no fragment but one that a script reads as the page's path (`#/`, `#!`). What is
 * left keeps its order, so that the address is one that the publisher answers.
 *
 * @param address absolute, or relative to `base`; foreign text.
 * @returns null when it is no such address.
 */
export function canonicalLink(address: string, base?: string): string | null {
  const url = webAddress(address, base);
  if (url === null) return null;
  if (!/^#[/!]/.test(url.hash)) url.hash = '';
  return url.href;
}

/** As {@link canonicalLink}, but with the fragment: entries of one live page differ in nothing else. */
export function linkWithFragment(address: string, base?: string): string | null {
  const url = webAddress(address, base);
  if (url === null) return null;
  if (isTrackingFragment(url.hash)) url.hash = '';
  return url.href;
}

/**
 * Whole, as it is written: an address that is fetched must not lose what tells the server which feed is meant. Of the
 * scheme `feed:`, by which pages once called a reader, what it stands for.
 */
export function webLink(address: string, base?: string): string | null {
  const text = address
    .trim()
    .replace(/^feed:(?:\/\/)?(https?:)?/i, (_, scheme?: string) => scheme ?? 'https://');
  if (text === '' || text.length > 2 * LONGEST_LINK || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  const usable = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  return usable && url.hostname !== '' && url.href.length <= LONGEST_LINK ? url.href : null;
}

function webAddress(address: string, base: string | undefined): URL | null {
  const link = webLink(address, base);
  return link === null ? null : withoutTracking(new URL(link));
}

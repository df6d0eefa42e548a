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
  return url.href.length > LONGEST_LINK ? null : url.href;
}

/** As {@link canonicalLink}, but with the fragment: entries of one live page differ in nothing else. */
export function linkWithFragment(address: string, base?: string): string | null {
  const url = webAddress(address, base);
  if (url === null) return null;
  if (isTrackingFragment(url.hash)) url.hash = '';
  return url.href.length > LONGEST_LINK ? null : url.href;
}

function webAddress(address: string, base: string | undefined): URL | null {
  const text = address.trim();
  if (text === '' || text.length > 2 * LONGEST_LINK || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  const usable = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  return usable && url.hostname !== '' ? withoutTracking(url) : null;
}

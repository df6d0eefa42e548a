/** Addresses of stored sources as Slack's links take them. */

/** Slack's limit for addresses of buttons and options; none is documented for links in rich text. Characters. */
const LONGEST_URL = 3_000;

/** @returns the address as stored where it can stand so, else encoded; null when it is none that a browser may open. */
export function linkUrl(url: string | null): string | null {
  const parsed = parseWebUrl(url);
  if (parsed === null || url === null) return null;
  const shown = /[\s\p{C}\\<>"`{}|^]/u.test(url) ? parsed.href : url;
  return shown.length <= LONGEST_URL ? shown : null;
}

/**
 * The address for the parentheses of a markdown link: ASCII only, and without any character that ends a link, begins
 * markup, or could be read as a character reference.
 */
export function markdownUrl(url: string | null): string | null {
  const parsed = parseWebUrl(url);
  // The brackets of a numeric host must stay.
  if (parsed === null || parsed.hostname.startsWith('[')) return null;
  const href = parsed.href.replace(/[()[\]<>*~`|\\{}^'";!@]/g, percentEncoded);
  return href.length <= LONGEST_URL ? href : null;
}

/** The host, which tells a reader where a link leads; null when there is no link. */
export function linkHost(url: string | null): string | null {
  return parseWebUrl(url)?.hostname ?? null;
}

function parseWebUrl(url: string | null): URL | null {
  if (url === null || !/^https?:\/\//iu.test(url) || !url.isWellFormed()) return null;
  const parsed = URL.parse(url);
  // Before an «@» an address could show a host that it does not lead to.
  return parsed === null || parsed.username !== '' || parsed.password !== '' ? null : parsed;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

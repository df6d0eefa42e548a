/** The source of a claim, and its address. */
import type { Claim } from '../core/case-record.ts';
import type { Source } from '../core/source.ts';

/** Throws on a source that does not exist: a claim without a source is a defect of the corpus. */
export function sourceOf({ sourceId }: Claim, sources: readonly Source[]): Source {
  const source = sources.find(({ id }) => id === sourceId);
  if (source === undefined) throw new Error(`a claim names the source ${sourceId}, which is not stored`);
  return source;
}

/** The address with everything escaped that a URI does not take (RFC 3986); null when it is no web address. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, host, pathname, search, hash } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  // A name and password in an address are nobody's to pass on.
  return `${protocol}//${host}${escaped(pathname)}${mark('?', search)}${mark('#', hash)}`;
}

function mark(sign: string, part: string): string {
  return part === '' ? '' : `${sign}${escaped(part.slice(1))}`;
}

/** Browsers let pass what the grammar of paths, queries and fragments does not: `|`, `[`, a second `#`, a lone `%`. */
function escaped(part: string): string {
  return part
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]/g, (letter) => encodeURIComponent(letter));
}

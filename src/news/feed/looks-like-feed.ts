/** Tells a feed from a page or anything else by how it begins. */
import { decodeFeed } from './decode-feed.ts';
import { surveyMarkup } from './survey-markup.ts';

/** Bytes that are looked at; the first element stands behind declarations and comments. */
const BEGINNING = 16_384;

/**
 * The bytes decide: servers call feeds HTML and pages feeds. The type only settles what JSON is.
 *
 * @param contentType as the server states it; empty when it does not.
 */
export function looksLikeFeed(bytes: Uint8Array, contentType: string): boolean {
  const charset = /charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? null;
  const text = decodeFeed(bytes.subarray(0, BEGINNING), charset).text.replace(/^[\s\ufeff]+/, '');
  if (text.startsWith('{'))
    return /^application\/feed\+json/i.test(contentType) || text.includes('jsonfeed.org/version/');
  return surveyMarkup(text).format !== null;
}

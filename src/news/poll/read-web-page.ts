/** Web pages that are sent instead of feeds, as far as it takes to find the feeds that they name. */
import type { FeedBytes } from '../feed-item.ts';

/** Bytes at the start in which markup shows, behind comments and white space. */
const BEGINNING = 2_000;

export function isWebPage({ contentType, bytes }: Pick<FeedBytes, 'contentType' | 'bytes'>): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, BEGINNING));
  return (
    /^(?:text\/html|application\/xhtml\+xml)$/.test(contentType) ||
    /<(?:!doctype html|html|head)[\s>]/i.test(start.toString('latin1'))
  );
}

/** As the server states it or as UTF-8: the markup that names feeds is ASCII in every encoding of the web but UTF-16. */
export function pageMarkup({ bytes, charset }: Pick<FeedBytes, 'bytes' | 'charset'>): string {
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

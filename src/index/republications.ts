/** Who else printed a report, out of the prints that are stored of it. */
import type { Republication, Source } from '../core/source.ts';

/** Prints of one report that are read at most; an agency's has hundreds, and readers are told a few by name. */
export const MOST_PRINTS = 100;

/**
 * The other prints by publisher: the oldest of each, without the source's own publisher, those that were withdrawn and
 * those that state no publisher.
 *
 * @param prints the others, oldest first.
 */
export function republicationsOf(own: Pick<Source, 'publisher'>, prints: readonly Source[]): Republication[] {
  const named = new Set([nameKey(own.publisher ?? '')]);
  return prints.flatMap(({ id, publisher, publishedAt: date, url, standing }) => {
    if (publisher === null || standing?.status === 'withdrawn' || named.has(nameKey(publisher))) return [];
    named.add(nameKey(publisher));
    return [{ sourceId: id, publisher, date, url }];
  });
}

/** One publisher may be written in several ways: with capitals, with accents. */
function nameKey(publisher: string): string {
  return publisher.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

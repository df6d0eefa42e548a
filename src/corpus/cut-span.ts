/** Cuts what is too long for a passage at the best border within reach. */
import type { Span } from '../lexicon/sentences.ts';

/** Borders from best to worst: after a clause, then at white space. */
const BORDERS: readonly RegExp[] = [/[;:,)»”；：，、）」][\s]*$/u, /\s$/u];

/**
 * Cuts a span into pieces of at most `longest` code units, at the end of a clause, else at white space, else between
 * two code points. Pieces are trimmed; every character that is not white space is in one of them.
 */
export function cutSpan(text: string, span: Span, longest: number): Span[] {
  const pieces: Span[] = [];
  let start = span.start;
  while (span.end - start > longest) {
    const end = borderBefore(text, start, start + longest);
    pushTrimmed(pieces, text, start, end);
    start = end;
  }
  pushTrimmed(pieces, text, start, span.end);
  return pieces;
}

/** The last good border in the second half of the reach; `limit`, or one before it, when there is none. */
function borderBefore(text: string, start: number, limit: number): number {
  const half = start + Math.floor((limit - start) / 2);
  for (const border of BORDERS) {
    for (let at = limit; at > half; at -= 1) {
      if (border.test(text.slice(Math.max(start, at - 2), at))) return at;
    }
  }
  const splitsPair =
    /[\ud800-\udbff]/.test(text.charAt(limit - 1)) && /[\udc00-\udfff]/.test(text.charAt(limit));
  return splitsPair ? limit - 1 : limit;
}

function pushTrimmed(pieces: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  if (start < end) pieces.push({ start, end });
}

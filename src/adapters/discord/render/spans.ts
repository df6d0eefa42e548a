/** A line of a message in parts: markup of our own that stays whole, and foreign text that may be cut. */
import { cleanForeign, escapeForeign } from './escape-foreign.ts';
import { takePiece } from './take-piece.ts';

export type Span =
  /** Written by us and sent as it is; never cut. At most a few hundred units. */
  | { readonly fixed: string }
  /** Shown literally; cut where there is no room. */
  | { readonly foreign: string; readonly bold: boolean };

/** @param markup Discord's markdown, safe to stand anywhere; a space at its start is dropped at a cut. */
export function fixed(markup: string): Span {
  return { fixed: markup };
}

/** A foreign text of a single line: a name, a title. */
export function foreignLine(text: string, options: { readonly bold?: boolean } = {}): Span {
  return { foreign: cleanForeign(text, 'join'), bold: options.bold ?? false };
}

/** A foreign text whose line breaks stay. */
export function foreignText(text: string): Span {
  return { foreign: cleanForeign(text, 'keep'), bold: false };
}

/**
 * Lays spans out one after the other.
 *
 * @param first room for the first piece in UTF-16 units, 0 when there is none.
 * @param room for each further piece, more than the longest fixed span.
 * @returns the pieces of markdown; the first is empty where nothing had room in it. None of the others is empty, none
 *   begins or ends with white space.
 */
export function laySpans(spans: readonly Span[], first: number, room: number): string[] {
  let [piece, rest] = takeSpans(spans, first);
  const pieces = [piece];
  while (rest.length > 0) {
    [piece, rest] = takeSpans(rest, room);
    if (piece !== '') pieces.push(piece);
  }
  return pieces;
}

/**
 * Lays out as many spans as have room.
 *
 * @param room in UTF-16 units.
 * @returns the piece of markdown, without white space at its ends and empty where nothing had room, and what is left.
 */
export function takeSpans(
  spans: readonly Span[],
  room: number,
): readonly [piece: string, rest: readonly Span[]] {
  let current = '';
  for (const [i, span] of spans.entries()) {
    const left = room - current.length;
    if ('fixed' in span) {
      if (span.fixed.length > left) return [current.trim(), spans.slice(i)];
      current += current === '' ? span.fixed.trimStart() : span.fixed;
      continue;
    }
    if (span.foreign === '') continue;
    const { foreign, bold } = span;
    const [piece, after] = takePiece(foreign, Math.max(left, 1), (part) => written(part, bold).length);
    // A few units at the end of a piece hold a splinter of a word: the next piece has room for the whole.
    const splinter = after !== '' && piece.length < SPLINTER && current !== '';
    if (piece === '' || splinter || written(piece, bold).length > left)
      return [current.trim(), spans.slice(i)];
    current += written(piece, bold);
    if (after !== '') return [current.trim(), [{ foreign: after, bold }, ...spans.slice(i + 1)]];
  }
  return [current.trim(), []];
}

const SPLINTER = 40;

function written(text: string, bold: boolean): string {
  const escaped = escapeForeign(text);
  return bold && escaped !== '' ? `**${escaped}**` : escaped;
}

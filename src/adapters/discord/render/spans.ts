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
 * @param room for each further piece, at least 1,000.
 * @returns the pieces of markdown; the first is empty where nothing had room in it. None of the others is empty, none
 *   begins or ends with white space.
 */
export function laySpans(spans: readonly Span[], first: number, room: number): string[] {
  const pieces: string[] = [];
  let current = '';
  const left = (): number => (pieces.length === 0 ? first : room) - current.length;
  const turn = (): void => {
    pieces.push(current.trim());
    current = '';
  };
  for (const span of spans) {
    if ('fixed' in span) {
      if (span.fixed.length > left()) turn();
      current += current === '' ? span.fixed.trimStart() : span.fixed;
      continue;
    }
    let rest = span.foreign;
    while (rest !== '') {
      const [piece, after] = takePiece(rest, Math.max(left(), 1), (part) => written(part, span.bold).length);
      // A few units at the end of a piece hold a splinter of a word: the next piece has room for the whole.
      const splinter = after !== '' && piece.length < SPLINTER && current !== '';
      if (piece === '' || splinter || written(piece, span.bold).length > left()) {
        turn();
        continue;
      }
      current += written(piece, span.bold);
      rest = after;
      if (rest !== '') turn();
    }
  }
  if (current.trim() !== '' || pieces.length === 0) turn();
  return pieces;
}

const SPLINTER = 40;

function written(text: string, bold: boolean): string {
  const escaped = escapeForeign(text);
  return bold && escaped !== '' ? `**${escaped}**` : escaped;
}

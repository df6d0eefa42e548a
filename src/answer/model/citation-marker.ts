/** Citation markers as models write them: `[1]`, `[1, 3]`, `[2-4]`, `【2】`, `[^1]`, `[passage 2]`. */

export interface Marker {
  /** Offset just behind the marker. */
  readonly end: number;
  /** Passage numbers in the order written; may name passages that do not exist. */
  readonly numbers: readonly number[];
}

/** Longest marker in UTF-16 code units; behind a bracket, that much text decides whether it is one. */
const LONGEST_MARKER = 60;
const OPENING = '[【［';
const CLOSING = /[\]】］\n]/;
const MARKER =
  /[[【［]\s*(?:\^|(?:passages?|sources?|n[o°]\.?|段落|来源|文段)\s*)?(\d{1,3}(?:\s*(?:[,;、，；–-]|et|and|和)\s*\d{1,3})*)(?:†[^\]】］\n]*)?\s*[\]】］]/iuy;
const LONGEST_RANGE = 20;

/**
 * The marker that begins at an offset.
 *
 * @returns null when there is none; undefined when the text ends before that is clear.
 */
export function markerAt(text: string, offset: number, complete: boolean): Marker | null | undefined {
  const opening = text[offset];
  if (opening === undefined || !OPENING.includes(opening)) return null;
  const reach = text.slice(offset, offset + LONGEST_MARKER);
  if (!complete && reach.length < LONGEST_MARKER && !CLOSING.test(reach)) return undefined;
  MARKER.lastIndex = 0;
  const match = MARKER.exec(reach);
  if (match === null) return null;
  return { end: offset + match[0].length, numbers: numbersOf(match[1] ?? '') };
}

function numbersOf(list: string): number[] {
  const numbers: number[] = [];
  for (const part of list.split(/[,;、，；]|et|and|和/iu)) {
    const [from, to = from] = part.split(/[–-]/u).map(Number);
    if (from === undefined || to === undefined) continue;
    for (let n = from; n <= Math.min(to, from + LONGEST_RANGE); n += 1) numbers.push(n);
  }
  return numbers;
}

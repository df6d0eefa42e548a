/** Finds where a cited sentence of a growing text ends, never before that is certain. */
import { markerAt } from './citation-marker.ts';

const STOPS = '.!?…。！？';
const CLOSERS = '»”’"\')）」』*_`';
const SPACE = /[^\S\n]/u;

/**
 * The offset behind the first place where a sentence certainly ends: at a full stop with citation markers before or
 * behind it, or at a line break. A full stop without a marker may belong to an abbreviation and decides nothing.
 *
 * The place depends on the text alone, not on how much of it is there yet: as long as more text could change it, the
 * result is null.
 *
 * @param complete true when nothing follows; null then means that no further place exists.
 */
export function findBoundary(text: string, complete: boolean): number | null {
  let at = 0;
  let markedAt = -1;
  while (at < text.length) {
    const marker = markerAt(text, at, complete);
    if (marker === undefined) return null;
    if (marker !== null) {
      at = marker.end;
      markedAt = skip(text, at, (c) => SPACE.test(c) || CLOSERS.includes(c));
      continue;
    }
    const letter = text.charAt(at);
    if (letter === '\n') return lineEnd(text, at, complete);
    if (!STOPS.includes(letter)) {
      at += 1;
      continue;
    }
    const stop = skip(text, at, (c) => STOPS.includes(c) || CLOSERS.includes(c));
    const behind = skipMarkers(text, stop, complete, SPACE);
    if (behind === undefined) return null;
    const marked = behind > stop;
    if (marked || markedAt === at) {
      const next = text.charAt(skip(text, behind, (c) => SPACE.test(c)));
      if (next === '' && !complete) return null;
      // «Corp. [1] said …»: a small letter goes on with the sentence.
      if (markedAt === at || !/\p{Ll}/u.test(next)) return behind;
    } else if (stop === text.length && !complete) return null;
    at = behind;
  }
  return null;
}

/** Markers that stand alone in the lines below belong to the line above. */
function lineEnd(text: string, lineBreak: number, complete: boolean): number | null {
  const behind = skipMarkers(text, lineBreak, complete, /\s/u);
  if (behind === undefined) return null;
  // Empty lines belong to the line above: each on its own, all below it would be looked through again.
  const written = skip(text, lineBreak, (c) => /\s/u.test(c));
  if (!complete && written === text.length) return null;
  const lineBelow = text.lastIndexOf('\n', written - 1) + 1;
  if (behind === lineBreak) return lineBelow;
  const next = skip(text, behind, (c) => SPACE.test(c));
  if (next === text.length && !complete) return null;
  return next === text.length || text[next] === '\n' ? behind : lineBelow;
}

/** The offset behind the markers that follow; the offset itself when none does, undefined when that is not clear. */
function skipMarkers(text: string, from: number, complete: boolean, space: RegExp): number | undefined {
  let end = from;
  for (;;) {
    const at = skip(text, end, (c) => space.test(c) || (end > from && STOPS.includes(c)));
    if (at === text.length && !complete) return undefined;
    const marker = markerAt(text, at, complete);
    if (marker === undefined) return undefined;
    if (marker === null) return end > from ? skip(text, end, (c) => STOPS.includes(c)) : end;
    end = marker.end;
  }
}

function skip(text: string, from: number, passes: (letter: string) => boolean): number {
  let at = from;
  while (at < text.length && passes(text.charAt(at))) at += 1;
  return at;
}

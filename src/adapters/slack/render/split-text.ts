/** Cuts a text that does not fit, between words where there are any, never inside what a reader sees as one character. */

const SEGMENTER = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** A text is cut between words only in the last part of the room, so that pieces do not get short. */
const WORDS_FROM = 0.6;

/** Characters of the text as they travel: JSON writes some with two. */
export function jsonLength(text: string): number {
  return JSON.stringify(text).length - 2;
}

/**
 * @param room how many characters the first part may have as JSON; at least 2.
 * @returns the two parts, which make the text when joined; the second is empty when all of it fits.
 */
export function splitText(text: string, room: number): [string, string] {
  const fits = fittingPrefix(text, room);
  if (fits === text.length) return [text, ''];
  let any = 0;
  let afterWord = 0;
  // A little more than fits, so that the last character that fits is seen whole.
  for (const { index, segment } of SEGMENTER.segment(text.slice(0, fits + 64))) {
    const end = index + segment.length;
    if (end > fits) break;
    any = end;
    if (/^[\s。，；！？、]/u.test(segment)) afterWord = end;
  }
  if (afterWord > fits * WORDS_FROM) return [text.slice(0, afterWord), text.slice(afterWord)];
  // One character with marks without end: between its code points, then.
  const at = any > 0 ? any : fits - (isHighSurrogate(text.charCodeAt(fits - 1)) ? 1 : 0);
  return [text.slice(0, at), text.slice(at)];
}

function fittingPrefix(text: string, room: number): number {
  if (jsonLength(text) <= room) return text.length;
  let used = 0;
  for (let i = 0; i < text.length; i++) {
    used += /["\\\n\t]/.test(text.charAt(i)) ? 2 : 1;
    if (used > room) return i;
  }
  return text.length;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

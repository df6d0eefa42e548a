/** Finds quoted words in a text, whatever white space and quotation marks they are written with. */
import type { Span } from '../lexicon/sentences.ts';

const MARKS: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '‹': '<',
  '›': '>',
};

/** @returns where the words stand; null when they do not, letter for letter. */
export function locateQuote(text: string, words: string): Span | null {
  const wanted = plain(words).letters;
  const { letters, offsets } = plain(text);
  const at = wanted === '' ? -1 : letters.indexOf(wanted);
  const start = offsets[at];
  const end = offsets[at + wanted.length - 1];
  return at === -1 || start === undefined || end === undefined ? null : { start, end: end + 1 };
}

/** The letters without white space and with plain marks, and where each stands. */
function plain(text: string): { letters: string; offsets: number[] } {
  let letters = '';
  const offsets: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charAt(i);
    if (/[\s\p{Cf}]/u.test(unit)) continue;
    letters += MARKS[unit] ?? unit;
    offsets.push(i);
  }
  return { letters, offsets };
}

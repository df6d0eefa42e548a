/** Breaks a text into lines that fit, and cuts what is too long. */
import { textWidth } from './text-width.ts';

const ELLIPSIS = '…';
/** The beginning of a word that was cut, unless it is a long one or the whole line. */
const CUT_WORD = /(?<=\S)\s[^\s\p{Script=Han}]{1,14}$/u;
/** Of the narrowest letter, in font sizes. */
const NARROWEST = 0.22;
/** Code units of a letter with its marks. */
const MARKED = 2;
/** Punctuation that may not begin a line in French or Chinese. */
const NOT_FIRST = /^[\s,.;:!?)\]}»”’…、。，．；：？！）】》」』]/u;
/** Punctuation that may not end one. */
const NOT_LAST = /[«“([{（《【「『]\s*$/u;
const FULL_WIDTH = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}，。、；：？！“”（）《》';
const PIECE = new RegExp(`[${FULL_WIDTH}]|[^\\s${FULL_WIDTH}]+\\s*|\\s+`, 'gu');

export interface WrapOptions {
  /** Pixels. */
  readonly width: number;
  /** Font size in pixels. */
  readonly size: number;
  readonly maxLines: number;
  readonly chinese: boolean;
}

/** @returns at most `maxLines` lines; the last one ends with «…» where there is more. */
export function wrapText(text: string, { width, size, maxLines, chinese }: WrapOptions): string[] {
  if (maxLines < 1) return [];
  const measure = (words: string) => textWidth(words, size, chinese);
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  const end = () => {
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
    taken = 0;
  };
  for (const piece of pieces(within(text, { width, size, maxLines }))) {
    if (taken + measure(piece.trimEnd()) > width) end();
    if (lines.length > maxLines) break;
    const words = line === '' ? piece.trimStart() : piece;
    if (taken + measure(words.trimEnd()) <= width) {
      line += words;
      taken += measure(words);
      continue;
    }
    // A word that is wider than the line is broken where the line ends.
    for (const character of words) {
      const own = measure(character);
      if (taken + own > width) end();
      line += character;
      taken += own;
    }
  }
  end();
  if (lines.length <= maxLines) return lines;
  const last = [...(lines[maxLines - 1] ?? '')];
  let next = ' ';
  while (last.length > 0 && measure(`${last.join('')}${ELLIPSIS}`) > width) next = last.pop() ?? ' ';
  const whole = /[\p{L}\p{N}]/u.test(next) ? last.join('').replace(CUT_WORD, '') : last.join('');
  const cut = `${whole.replace(/[\s,;:，；：]+$/u, '')}${ELLIPSIS}`;
  return [...lines.slice(0, maxLines - 1), cut];
}

/** As much of the text as could be seen, and a line more: an article's length need not be measured to its end. */
function within(text: string, { width, size, maxLines }: Omit<WrapOptions, 'chinese'>): string {
  const most = Math.ceil(((maxLines + 1) * width) / (size * NARROWEST)) + 1;
  // Marks on letters take no width: they are a few to each letter at most.
  return text.length <= most ? text : text.slice(0, most * MARKED).toWellFormed();
}

/** What stays together: a word with the blank after it, a Chinese character with the punctuation after it. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const [part] of text.matchAll(PIECE)) {
    const before = found.at(-1);
    if (before !== undefined && (NOT_FIRST.test(part) || NOT_LAST.test(before)))
      found[found.length - 1] = before + part;
    else found.push(part);
  }
  return found;
}

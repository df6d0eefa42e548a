/** White space, line ends and invisible characters brought into one form. */

/** Byte order marks, zero-width spaces, soft hyphens, and marks that reorder text on screen. */
/** Between two sentences a zero-width space is all that divides them. */
const INVISIBLE_BORDER = /(?<=[.!?:;…])\u200b+(?=\p{L})/gu;
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;
const CONTROL = /[^\P{Cc}\n\t]/gu;

/**
 * Line ends become `\n`, runs of blanks one space, runs of blank lines one, and what cannot be seen is removed.
 * A single no-break space stays: it belongs to the typography of French.
 */
export function normalizeWhiteSpace(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n')
    .replace(CONTROL, '')
    .replace(INVISIBLE_BORDER, ' ')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]{2,}|[^\S\n\u00a0\u202f]/g, ' ')
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Shortest and longest line of a text that was wrapped by hand at a column, in UTF-16 code units. */
const WRAPPED = { shortest: 45, longest: 100 };

/**
 * Joins the lines of a text that was wrapped at a fixed column, so that a line is a paragraph. Texts with any longer
 * line, and Chinese, are left alone: there a line already is a paragraph.
 */
export function unwrapLines(text: string): string {
  if (/\p{Script=Han}/u.test(text)) return text;
  const lines = text.split('\n');
  if (lines.some((line) => line.length > WRAPPED.longest)) return text;
  const inside = lines.filter((line, i) => line !== '' && (lines[i + 1] ?? '') !== '');
  const full = inside.filter((line) => line.length >= WRAPPED.shortest && !/[.!?…:;»”"]$/u.test(line));
  if (inside.length < 4 || full.length < inside.length * 0.6) return text;
  return lines.reduce((joined, line, i) => {
    if (i === 0) return line;
    const previous = lines[i - 1] ?? '';
    return `${joined}${line !== '' && previous.length >= WRAPPED.shortest ? ' ' : '\n'}${line}`;
  }, '');
}

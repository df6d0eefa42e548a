/** Lines of a PDF to paragraphs: one line of text each, with the words whole that were divided at a line's end. */
import { joinDivided, type Words, wordsOf } from './mend-hyphens.ts';
import type { PdfLine } from './page-lines.ts';
import type { PdfPage } from './running-lines.ts';

/** Difference of letter sizes from which on two lines are no one paragraph. */
const OTHER_SIZE = 0.08;
/** A distance between lines of that many usual ones begins a paragraph. */
const WIDE = 1.35;
/** Share of the column's width that a line may leave empty and still be a full one. */
const RAGGED = 0.15;
/** Indent, in letter sizes, with which a paragraph begins. */
const INDENT = 0.8;
const ENDS = /[.!?…。！？][»”"’')\]]*$/u;
const BULLET = /^(?:[•▪■●○◦‣–—]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)/u;
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！（）「」『』《》“”]/u;

/** @returns the text, paragraphs divided by a blank line. */
export function joinLines(pages: readonly PdfPage[]): string {
  const words = wordsOf(pages.flatMap(({ lines }) => lines.map(({ text }) => text)));
  const pitch = usualPitch(pages);
  const paragraphs: string[] = [];
  let previous: PdfLine | null = null;
  let samePage = false;
  for (const { lines } of pages) {
    for (const line of lines) {
      const text = line.text.trim();
      if (text === '') continue;
      const last = paragraphs.at(-1);
      const follows =
        previous !== null &&
        (samePage && previous.block === line.block
          ? goesOn(previous, line, pitch)
          : goesOver(previous, line));
      if (last !== undefined && follows) paragraphs[paragraphs.length - 1] = append(last, text, words);
      else paragraphs.push(text);
      previous = line;
      samePage = true;
    }
    samePage = false;
  }
  return paragraphs.join('\n\n');
}

/** Whether a line goes on with the paragraph of the line above it. */
function goesOn(above: PdfLine, line: PdfLine, pitch: number): boolean {
  if (otherSize(above, line) || BULLET.test(line.text)) return false;
  if (line.y - above.y > WIDE * Math.max(pitch, 1) * line.size) return false;
  if (isDivided(above.text, line.text)) return true;
  const full = above.right - above.end <= RAGGED * (above.right - above.left);
  const indented = line.x - line.left > INDENT * line.size && above.x - above.left <= INDENT * line.size;
  if (ENDS.test(above.text)) return full && !indented;
  return full || /^\p{Ll}/u.test(line.text);
}

/** Whether a line on top of a column or page goes on with a sentence that the one before left open. */
function goesOver(before: PdfLine, line: PdfLine): boolean {
  if (otherSize(before, line) || BULLET.test(line.text) || ENDS.test(before.text)) return false;
  if (isDivided(before.text, line.text) || /^\p{Ll}/u.test(line.text)) return true;
  const full = before.right - before.end <= RAGGED * (before.right - before.left);
  return full && SPACELESS.test(line.text.charAt(0)) && !/[：:；;]$/u.test(before.text);
}

function append(paragraph: string, line: string, words: Words): string {
  if (isDivided(paragraph, line)) return joinDivided(paragraph, line, words);
  const close = SPACELESS.test(paragraph.slice(-1)) && SPACELESS.test(line.charAt(0));
  return `${paragraph}${close ? '' : ' '}${line}`;
}

function isDivided(above: string, line: string): boolean {
  return /\p{L}[-\u00ad\u2010]$/u.test(above) && /^\p{Ll}/u.test(line);
}

function otherSize(a: PdfLine, b: PdfLine): boolean {
  return Math.abs(a.size - b.size) > OTHER_SIZE * Math.max(a.size, b.size);
}

/** The middle distance between two lines of a column, in letter sizes. */
function usualPitch(pages: readonly PdfPage[]): number {
  const found: number[] = [];
  for (const { lines } of pages)
    for (const [i, line] of lines.entries()) {
      const above = lines[i - 1];
      if (above !== undefined && above.block === line.block && !otherSize(above, line))
        found.push((line.y - above.y) / Math.max(line.size, 1));
    }
  found.sort((a, b) => a - b);
  return found[Math.floor(found.length / 2)] ?? 1.2;
}

/** Stored text to passages: a few whole sentences each, with offsets true to the text. */
import { type Span, splitSentences } from '../lexicon/sentences.ts';
import { cutSpan } from './cut-span.ts';

/** Longest passage, in UTF-16 code units. */
export const MAX_PASSAGE_LENGTH = 800;
/** Sentences in a passage at most. */
export const PASSAGE_SENTENCES = 3;
/** A passage goes over a line's end only while it is no longer than this. */
const MAX_ACROSS_LINES = 600;

/**
 * Cuts a text into passages of up to three sentences, each beginning with the last sentence of the one before where
 * both fit. Every character that is not white space lies in some passage, no passage is within another.
 *
 * @param lang ISO 639-1 code of the text.
 */
export function splitPassages(text: string, lang: string): Span[] {
  const sentences = sentenceSpans(text, lang);
  const passages: Span[] = [];
  let first = 0;
  let covered = 0;
  while (covered < sentences.length) {
    const next = windowEnd(text, sentences, first);
    if (next > covered) {
      passages.push({ start: sentences[first]?.start ?? 0, end: sentences[next - 1]?.end ?? 0 });
      covered = next;
      first = Math.max(first + 1, next - 1);
    } else first = covered;
  }
  return passages;
}

/** Sentences of a text, line by line; those too long for a passage are cut. */
export function sentenceSpans(text: string, lang: string): Span[] {
  const spans: Span[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    for (const { start, end } of splitSentences(line, lang)) {
      spans.push(...cutSpan(text, { start: index + start, end: index + end }, MAX_PASSAGE_LENGTH));
    }
  }
  return spans;
}

function windowEnd(text: string, sentences: readonly Span[], first: number): number {
  const start = sentences[first]?.start ?? 0;
  let next = first + 1;
  while (next < sentences.length && next < first + PASSAGE_SENTENCES) {
    const end = sentences[next]?.end ?? 0;
    const longest = text.slice(start, end).includes('\n') ? MAX_ACROSS_LINES : MAX_PASSAGE_LENGTH;
    if (end - start > longest) break;
    next += 1;
  }
  return next;
}

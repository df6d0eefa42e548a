/** Reads a case file's prose: sentences, each with the footnotes that carry it. */

import type { LocatedProblem } from '../core/located-problem.ts';
import { splitSentences } from '../lexicon/sentences.ts';
import { DEFINITION } from './case-footnotes.ts';
import { MAX_PASSAGE_LENGTH } from './split.ts';

export interface ProseSentence {
  readonly text: string;
  /** Source ids in the order of the footnotes; the first one's source has the sentence in its index. */
  readonly sources: readonly string[];
  /** Number of the paragraph; a heading divides paragraphs too. */
  readonly paragraph: number;
}

export interface Prose {
  readonly sentences: readonly ProseSentence[];
  /** The definitions as they stand, joined by line ends. */
  readonly definitions: string;
  readonly definitionsLine: number;
  readonly problems: readonly LocatedProblem[];
}

interface Paragraph {
  text: string;
  /** Offset in the text at which each of the file's lines begins. */
  lines: { offset: number; line: number }[];
}

const FOOTNOTES = /\s*((?:\[\^[^\]\s]+\])+)/g;
const CLOSED = /[.!?…。！？](?:\s?[»”"’')」』])*$/u;
/** What Markdown would show in another way than as words; the text is stored and quoted as it is. */
const MARKUP = /\]\(|<!--|\*\*|`|^(?:[-*+>]|\d+\.) |^\|/;

/**
 * @param sourceIds the sources that footnotes may name.
 * @param firstLine line in the file of the body's first line.
 */
export function readProse(
  body: string,
  firstLine: number,
  sourceIds: readonly string[],
  lang: string,
): Prose {
  const problems: LocatedProblem[] = [];
  const { paragraphs, definitions, lastLine } = readLines(body, firstLine, problems);
  const sentences = paragraphs.flatMap((paragraph, i) =>
    readParagraph(paragraph, i, sourceIds, lang, problems),
  );
  if (paragraphs.length === 0) problems.push({ line: firstLine, message: 'the file has no prose' });
  return {
    sentences,
    definitions: definitions.map(({ text }) => text).join('\n'),
    definitionsLine: definitions[0]?.line ?? lastLine,
    problems,
  };
}

function readLines(body: string, firstLine: number, problems: LocatedProblem[]) {
  const paragraphs: Paragraph[] = [];
  const definitions: { line: number; text: string }[] = [];
  let open: Paragraph | null = null;
  let line = firstLine - 1;
  for (const written of body.split('\n')) {
    line += 1;
    const text = written.replace(/\s+/gu, (blank) => (blank.includes('\u00a0') ? '\u00a0' : ' ')).trim();
    if (text === '' || /^#{1,6}\s/.test(text)) open = null;
    else if (DEFINITION.test(text)) {
      open = null;
      definitions.push({ line, text: written.trimEnd() });
    } else {
      if (definitions.length > 0)
        problems.push({ line, message: 'prose stands after the footnote definitions: they must be the end' });
      if (MARKUP.test(text))
        problems.push({ line, message: 'the prose holds Markdown: write plain sentences' });
      if (open === null) {
        open = { text: '', lines: [] };
        paragraphs.push(open);
      }
      if (open.text !== '') open.text += ' ';
      open.lines.push({ offset: open.text.length, line });
      open.text += text;
    }
  }
  return { paragraphs, definitions, lastLine: Math.max(firstLine, line) };
}

function readParagraph(
  { text, lines }: Paragraph,
  paragraph: number,
  sourceIds: readonly string[],
  lang: string,
  problems: LocatedProblem[],
): ProseSentence[] {
  const sentences: ProseSentence[] = [];
  let from = 0;
  const problem = (offset: number, message: string): void => {
    problems.push({ line: lines.findLast((start) => start.offset <= offset)?.line ?? 1, message });
  };
  for (const { 0: whole, 1: marks = '', index } of text.matchAll(FOOTNOTES)) {
    const words = text.slice(from, index).trim();
    const start = text.indexOf(words, from);
    from = index + whole.length;
    const sources = [...marks.matchAll(/\[\^([^\]\s]+)\]/g)].map(([, id = '']) => id);
    for (const [i, id] of sources.entries()) {
      if (!sourceIds.includes(id)) problem(index, `the footnote [^${id}] is not one of the sources`);
      if (sources.indexOf(id) < i) problem(index, `the footnote [^${id}] stands twice at one sentence`);
    }
    checkSentence(words, lang, (message) => problem(start, message));
    sentences.push({ text: words, sources, paragraph });
  }
  const rest = text.slice(from).trim();
  if (rest !== '')
    problem(text.indexOf(rest, from), `${quoted(rest)} has no footnote: add its source, [^s1]`);
  return sentences;
}

function checkSentence(words: string, lang: string, problem: (message: string) => void): void {
  if (!/[\p{L}\p{N}]/u.test(words)) {
    problem('a footnote stands alone: put it after the closing punctuation of its sentence');
    return;
  }
  if (!CLOSED.test(words)) problem(`${quoted(words)} must end with its full stop before the footnote`);
  if (words.length > MAX_PASSAGE_LENGTH)
    problem(`${quoted(words)} is longer than ${MAX_PASSAGE_LENGTH} characters`);
  const spans = splitSentences(words, lang);
  for (const { start, end } of spans.slice(0, -1))
    problem(`${quoted(words.slice(start, end))} has no footnote of its own`);
}

function quoted(words: string): string {
  return `"${words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words}"`;
}

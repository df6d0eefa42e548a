/** Sentences of a report as they stand in it. */
import type { AnswerLang } from '../../core/answer.ts';
import { LABELS } from '../../core/labels.ts';
import { splitSentences } from '../../lexicon/sentences.ts';
import { newsText } from '../judgement.ts';
import type { StoryReport } from '../story.ts';

/** UTF-16 code units of a sentence that is shown: what fits into a post beside others. */
const LONGEST = 360;
/** A shorter sentence says nothing of its own: «PRAGUE.» */
const SHORTEST = 20;
/** What a feed states as its language may be anything. */
const LANGUAGE = /^[a-z]{2}$/u;
/** How far the text is read for its first sentences. */
const READ_CHARS = 2_000;

/** In quotation marks of the reader's language; a longer one is cut at a word, which shows outside the marks. */
export function quoted(sentence: string, lang: AnswerLang): string {
  const [open, close] = LABELS[lang].quotes;
  if (sentence.length <= LONGEST) return `${open}${sentence}${close}`;
  const room = sentence
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/\uFFFD+$/u, '');
  const cut = /\s/u.test(room.slice(LONGEST / 2)) ? room.replace(/\s+\S*$/u, '') : room;
  return `${open}${cut}${close}…`;
}

/** The sentence of `newsText` between two offsets; null for offsets that are none of this text. */
export function sentenceAt(report: StoryReport, start: number, end: number): string | null {
  const text = newsText(report);
  if (!(start >= 0 && start < end && end <= text.length)) return null;
  const sentence = text.slice(start, end).trim();
  return sentence === '' ? null : sentence;
}

/** What the report says of itself first; null for one without words. */
export function headlineOf(report: StoryReport): string | null {
  return report.title.trim() === '' ? leadOf(report) : report.title;
}

/** The first sentence below the title that says something; null when there is none. */
export function leadOf({ title, teaser, text, lang }: StoryReport): string | null {
  const body = (text ?? teaser).slice(0, READ_CHARS);
  for (const { start, end } of splitSentences(body, LANGUAGE.test(lang) ? lang : 'en')) {
    const sentence = body.slice(start, end);
    const isWhole = end < body.length || body.length < READ_CHARS;
    const least = /\p{Script=Han}/u.test(sentence) ? SHORTEST / 3 : SHORTEST;
    if (isWhole && sentence.length >= least && sentence !== title) return sentence;
  }
  return null;
}

/** Reads a model's text, as it comes in, into whole sentences with the passages they cite. */
import { splitSentences } from '../../lexicon/sentences.ts';
import { markerAt } from './citation-marker.ts';
import { cleanSentence, type Rejection } from './clean-sentence.ts';
import { findBoundary } from './find-boundary.ts';

/** What the prompt asks the model to write when the passages do not hold the answer. */
export const REFUSAL = 'NOT_IN_PASSAGES';
const REFUSAL_SIGN = /NOT\\?_IN\\?_PASSAGES/i;

export type ReadItem =
  | {
      readonly type: 'sentence';
      /** The part of the model's text that it was read from. */
      readonly raw: string;
      /** Plain text without markers. */
      readonly text: string;
      /** Existing passages, each once, in the order cited; never empty. */
      readonly citations: readonly number[];
    }
  | {
      readonly type: 'dropped';
      readonly raw: string;
      readonly reason: Rejection | 'uncited' | 'unfinished' | 'thinking';
    }
  | { readonly type: 'refusal'; readonly raw: string };

const THINKING = '<think>';
const THOUGHT = '</think>';
/** Ends in a full stop, or in a marker, with closing marks around. */
const FINISHED = /[.!?…。！？][»”’"')）」』*_`]*$/u;

/** The raw parts of all items, joined, are the text that was pushed; they do not depend on how it was cut up. */
export class SentenceReader {
  readonly #passages: number;
  readonly #lang: string;
  #rest = '';
  #started = false;

  /**
   * @param passages how many passages there are; other numbers are no citations.
   * @param lang ISO 639-1 code of the answer.
   */
  constructor(passages: number, lang: string) {
    this.#passages = passages;
    this.#lang = lang;
  }

  /** Adds text and returns what has become whole. */
  push(chunk: string): ReadItem[] {
    this.#rest += chunk;
    return this.#read(false);
  }

  /** Returns what is left. `broken` says that the text stops where the model did not mean it to. */
  end(broken: boolean): ReadItem[] {
    const items = this.#read(true);
    const last = this.#rest;
    this.#rest = '';
    return last === '' ? items : [...items, ...this.#readSegment(last, broken ? 'broken' : 'last')];
  }

  #read(complete: boolean): ReadItem[] {
    const items: ReadItem[] = [];
    if (!this.#started) {
      const end = thinkingEnd(this.#rest, complete);
      if (end === null) return items;
      this.#started = true;
      if (end > 0) items.push({ type: 'dropped', raw: this.#rest.slice(0, end), reason: 'thinking' });
      this.#rest = this.#rest.slice(end);
    }
    for (;;) {
      const end = findBoundary(this.#rest, complete);
      if (end === null) return items;
      items.push(...this.#readSegment(this.#rest.slice(0, end), 'whole'));
      this.#rest = this.#rest.slice(end);
    }
  }

  /** A stretch up to a certain end: the last sentence may be cited, those before it are whatever they are. */
  #readSegment(raw: string, state: 'whole' | 'last' | 'broken'): ReadItem[] {
    const { text, origins, marks } = takeMarkers(raw);
    const spans = splitSentences(text, this.#lang);
    if (spans.length === 0) return [{ type: 'dropped', raw, reason: 'empty' }];
    return spans.map((span, i) => {
      const next = spans[i + 1];
      const from = i === 0 ? 0 : (origins[span.start] ?? 0);
      const to = next === undefined ? raw.length : (origins[next.start] ?? raw.length);
      const cited = marks
        .filter(({ at }) => (at > span.start || i === 0) && at <= (next?.start ?? text.length))
        .flatMap(({ numbers }) => numbers);
      const words = text.slice(span.start, span.end);
      const endsMarked = marks.some(({ at }) => at >= span.end);
      const finished =
        state === 'whole' || next !== undefined || FINISHED.test(words) || (state === 'last' && endsMarked);
      return this.#judge(raw.slice(from, to), words, cited, finished);
    });
  }

  #judge(raw: string, words: string, cited: readonly number[], finished: boolean): ReadItem {
    if (REFUSAL_SIGN.test(raw)) return { type: 'refusal', raw };
    const citations = [...new Set(cited)].filter((n) => n >= 1 && n <= this.#passages);
    if (!finished) return { type: 'dropped', raw, reason: 'unfinished' };
    const clean = cleanSentence(words);
    if ('rejected' in clean) return { type: 'dropped', raw, reason: clean.rejected };
    if (citations.length === 0) return { type: 'dropped', raw, reason: 'uncited' };
    return { type: 'sentence', raw, text: clean.text, citations };
  }
}

/** Where the silent part that some models put first ends: 0 when there is none, null when that is not clear. */
function thinkingEnd(text: string, complete: boolean): number | null {
  const start = text.trimStart();
  if (start.startsWith(THINKING)) {
    const end = text.indexOf(THOUGHT);
    if (end !== -1) return end + THOUGHT.length;
    return complete ? text.length : null;
  }
  return !complete && THINKING.startsWith(start) ? null : 0;
}

interface Unmarked {
  readonly text: string;
  /** For each code unit of `text`, its offset in the raw text. */
  readonly origins: readonly number[];
  /** The markers that were taken out, with their place in `text`. */
  readonly marks: readonly { readonly at: number; readonly numbers: readonly number[] }[];
}

/** Takes the markers out, with the white space before them. */
function takeMarkers(raw: string): Unmarked {
  let text = '';
  const origins: number[] = [];
  const marks: { at: number; numbers: readonly number[] }[] = [];
  for (let at = 0; at < raw.length; ) {
    const marker = markerAt(raw, at, true);
    if (marker === null || marker === undefined) {
      text += raw.charAt(at);
      origins.push(at);
      at += 1;
      continue;
    }
    text = text.trimEnd();
    origins.length = text.length;
    marks.push({ at: text.length, numbers: marker.numbers });
    at = marker.end;
  }
  return { text, origins, marks };
}

/** Whether a report passes a subscription's filter, and which conditions decided it. */
import type { NewsFilter } from '../../core/news-filter.ts';
import { fold } from '../../lexicon/fold.ts';
import { type Token, tokenize } from '../../lexicon/tokenize.ts';
import type { Judgement } from '../judgement.ts';
import type { StoryReport } from '../story.ts';

/** What is looked at. */
export type FilteredReport = Pick<StoryReport, 'title' | 'teaser' | 'lang' | 'publisher' | 'url'> & {
  readonly judgement: Pick<Judgement, 'kinds' | 'actors' | 'countries'>;
};

/** One condition that decided. */
export interface Decisive {
  /** Without and, or, not. */
  readonly condition: NewsFilter;
  /** Whether the report has it. */
  readonly holds: boolean;
}

interface Passage {
  readonly passes: boolean;
  readonly why: readonly Decisive[];
}

/** @param filter null lets everything pass. */
export function passes(filter: NewsFilter | null, report: FilteredReport): Passage {
  if (filter === null) return { passes: true, why: [] };
  if ('not' in filter) {
    const inner = passes(filter.not, report);
    return { passes: !inner.passes, why: inner.why };
  }
  if ('all' in filter || 'any' in filter) {
    const wantsAll = 'all' in filter;
    const parts = (wantsAll ? filter.all : filter.any).map((part) => passes(part, report));
    // A list of conditions is decided by one that is otherwise than the rest should be, or by all of them.
    const turning = parts.filter((part) => part.passes !== wantsAll);
    const decisive = turning.length > 0 ? turning : parts;
    return {
      passes: turning.length > 0 ? !wantsAll : wantsAll,
      why: decisive.flatMap(({ why }) => why),
    };
  }
  const holds = holdsFor(filter, report);
  return { passes: holds, why: [{ condition: filter, holds }] };
}

type Condition = Exclude<NewsFilter, { all: unknown } | { any: unknown } | { not: unknown }>;

function holdsFor(condition: Condition, report: FilteredReport): boolean {
  const { judgement } = report;
  if ('actor' in condition) return judgement.actors.includes(condition.actor);
  if ('country' in condition) {
    const { speakers, accused, named } = judgement.countries;
    return [...speakers, ...accused, ...named].includes(condition.country);
  }
  if ('kind' in condition) return judgement.kinds.includes(condition.kind);
  if ('lang' in condition) return report.lang.toLowerCase().split('-')[0] === condition.lang;
  if ('publisher' in condition) return isPublisher(condition.publisher, report);
  return textOf(report).has(condition.word);
}

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const plainWords = (text: string): string =>
  ` ${
    fold(text)
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;

/** Whole words of the name, whole parts of the host: «AP» is no part of «Japan», and «lemonde» is one of lemonde.fr. */
function isPublisher(wanted: string, { publisher, url }: FilteredReport): boolean {
  const words = plainWords(wanted);
  const name = plainWords(publisher ?? '');
  if (HAN.test(wanted) ? name.includes(words.trim()) : name.includes(words)) return true;
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : '';
  return `.${host}.`.includes(`.${fold(wanted).replace(/[\s'-]+/g, '')}.`);
}

interface ReadText {
  has(word: string): boolean;
}
/** A report is held against the filters of many subscriptions: it is read once. */
const texts = new WeakMap<FilteredReport, ReadText>();

function textOf(report: FilteredReport): ReadText {
  const known = texts.get(report) ?? readText(report);
  texts.set(report, known);
  return known;
}

function readText({ title, teaser, lang }: FilteredReport): ReadText {
  const parts = [title, teaser].map((text) => tokenize(text, lang));
  // Where words are cut in Chinese depends on what stands around them: there, letters are compared.
  const plain = [title, teaser].map((text) => fold(text).replace(/\s+/g, ''));
  const decided = new Map<string, boolean>();
  const find = (word: string): boolean => {
    if (HAN.test(word)) return plain.some((text) => text.includes(fold(word).replace(/\s+/g, '')));
    const wanted = tokenize(word, lang);
    return wanted.length > 0 && parts.some((tokens) => hasRun(tokens, wanted));
  };
  return {
    has(word) {
      const known = decided.get(word) ?? find(word);
      decided.set(word, known);
      return known;
    },
  };
}

function hasRun(tokens: readonly Token[], wanted: readonly Token[]): boolean {
  const same = (token: Token | undefined, word: Token) =>
    token !== undefined && (token.stem === word.stem || token.folded === word.folded);
  return tokens.some((_, i) => wanted.every((word, j) => same(tokens[i + j], word)));
}

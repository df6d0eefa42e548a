/** In a very large corpus, which terms of a question bring passages, and which only count in those that others bring. */
import type { MatchTerms } from './fts-terms.ts';
import type { TermFrequency } from './query-terms.ts';

/** From so many passages on it takes longer to weigh what a term brings than it is worth. */
const VERY_LARGE_CORPUS = 20_000;
/** Passages that are weighed without a thought: at a microsecond each, some milliseconds. */
const FEW_BROUGHT = 4_000;
/** Passages that are weighed at most, where others can be left out. */
const MOST_WEIGHED = 25_000;
/** What FTS5's BM25 gives for a term at most, in units of its inverse document frequency: k1 + 1. */
const MOST_OF_IDF = 2.2;
/** What it gives for one mention in a passage of middle length, somewhat lowered. */
const USUAL_OF_IDF = 0.8;
/** Counts may be off by terms of passages that were deleted. */
const SLACK = 0.9;

export interface KeywordPlan {
  /** What is looked for. */
  readonly terms: MatchTerms;
  /** The terms of which a passage must have one; null when any will do. */
  readonly bringing: MatchTerms | null;
  /** A passage with none of those scores no more than this. */
  readonly mostOfOthers: number;
  /** Whether all that the terms bring would take too long to be weighed. */
  readonly isTooMuch: boolean;
}

interface Term {
  readonly token: string;
  readonly isWord: boolean;
  readonly count: number;
  /** What it can add to a passage's score. */
  readonly most: number;
}

/**
 * The rarest terms bring the passages, as many terms as are likely to bring all of the best: a passage with none of them
 * can then be told to be worse without weighing it. Where that cannot be
 * told without weighing too much, they are enough.
 *
 * @param limit how many of the best are wanted.
 */
export function planKeywords(terms: MatchTerms, frequency: TermFrequency, limit: number): KeywordPlan {
  const of = (isWord: boolean) => (token: string) => {
    const count = frequency.of(token);
    return { token, isWord, count, most: MOST_OF_IDF * idf(count * SLACK, frequency.passages) };
  };
  const known = [...terms.words.map(of(true)), ...terms.concepts.map(of(false))];
  const brought = sumOf(known, ({ count }) => count);
  if (frequency.passages < VERY_LARGE_CORPUS || brought <= FEW_BROUGHT)
    return { terms, bringing: null, mostOfOthers: 0, isTooMuch: false };
  const sorted = known.sort((a, b) => a.count - b.count);
  // BM25 gives a millionth for what more than half of the passages have.
  const telling = sorted.filter(({ count }) => count * 2 <= frequency.passages);
  const used = telling.length > 0 ? telling : sorted;
  const bring = (i: number): number => sumOf(used.slice(0, i), ({ count }) => count);
  const mostAfter = (i: number): number => sumOf(used.slice(i), ({ most }) => most);
  const enough = indexUntil(1, used.length, (i) => bring(i) >= limit);
  // A handful less is taken where the next term is in every fourth passage.
  const half = indexUntil(1, used.length, (i) => bring(i) * 2 >= limit);
  const fewest = bring(enough) <= MOST_WEIGHED ? enough : half;
  const usual = USUAL_OF_IDF * idf(used[fewest - 1]?.count ?? 0, frequency.passages);
  const sure = indexUntil(fewest, used.length, (i) => mostAfter(i) <= usual);
  // Where too much would have to be weighed to be sure, what brings as many as are wanted is enough.
  const cut = bring(sure) <= MOST_WEIGHED ? sure : fewest;
  const all = bring(used.length);
  return {
    terms: matchTerms(used),
    bringing: cut < used.length ? matchTerms(used.slice(0, cut)) : null,
    mostOfOthers: mostAfter(cut),
    isTooMuch: all > MOST_WEIGHED,
  };
}

/** The first number from `i` on that will do; `last` when none does. */
function indexUntil(i: number, last: number, isEnough: (i: number) => boolean): number {
  let found = i;
  while (found < last && !isEnough(found)) found += 1;
  return found;
}

function sumOf(terms: readonly Term[], value: (term: Term) => number): number {
  return terms.reduce((sum, term) => sum + value(term), 0);
}

function matchTerms(terms: readonly Term[]): MatchTerms {
  const tokens = (words: boolean): string[] =>
    terms.filter(({ isWord }) => isWord === words).map(({ token }) => token);
  return { words: tokens(true), concepts: tokens(false) };
}

/** As FTS5's BM25 has it: what half of the passages have says nothing. */
function idf(count: number, passages: number): number {
  return Math.max(1e-6, Math.log((passages - count + 0.5) / (count + 0.5)));
}

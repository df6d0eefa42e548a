/** From what the legs found to the order in which it is shown: the same for every database. */
import { type Candidate, diversify, fuse, type Ranked, withoutCopies } from './fuse.ts';
import type { Question } from './query-terms.ts';
import { WEIGHTS } from './ranking.ts';
import { boostByTime, type Timed } from './time-boost.ts';
import { createTitleAgreement } from './title-agreement.ts';

/** Candidates that each leg brings, at least. */
const LEAST_CANDIDATES = 60;
/** Sources that the source leg brings, at least: their passages may stand low among the passages. */
const LEAST_SOURCES = 100;
const MOST_HITS = 200;

export interface SearchSize {
  /** Hits that are shown, 1 to 200. */
  readonly hits: number;
  /** Passages that each leg brings. */
  readonly candidates: number;
  /** Sources that the leg of whole sources brings. */
  readonly sources: number;
}

/** How much is looked for; a `k` out of its range is brought into it. */
export function sizeOf(k: number): SearchSize {
  const hits = Math.max(1, Math.min(MOST_HITS, Math.floor(k) || 1));
  const candidates = Math.max(LEAST_CANDIDATES, 3 * hits);
  return { hits, candidates, sources: Math.max(LEAST_SOURCES, candidates) };
}

/** What the ranking asks of a candidate besides its terms. */
export interface About {
  /** `passages.n`. */
  readonly n: number;
  readonly sourceId: string;
  /** The id of the first source that printed the same report. */
  readonly story: string;
  /** As the publisher gave it; null where it was made of the text. */
  readonly title: string | null;
  /** ISO 639-1 code of the passage. */
  readonly lang: string;
}

/** What was found. */
export interface Found {
  /** Every passage that a leg brought. */
  readonly about: readonly About[];
  /** BM25 of passages by their number, above 0. */
  readonly keyword: ReadonlyMap<number, number>;
  /** BM25 of whole sources by their id, above 0. */
  readonly sources: ReadonlyMap<string, number>;
  /** Scores of the vectors by number of the passage. */
  readonly vector: ReadonlyMap<number, number>;
  /** Share of the vectors in the whole score, 0 to 1; the embedded model's when left out. */
  readonly vectorShare: number | undefined;
  /** Is asked only where the question names a time. */
  timeOf(n: number): Timed;
}

/**
 * All that was found, best first.
 *
 * @param question its text as it was asked.
 * @param rarity of the words that were looked for.
 */
export function rankCandidates(
  question: { readonly text: string; readonly setting: Question['setting'] },
  rarity: ReadonlyMap<string, number>,
  { about, keyword, sources, vector, vectorShare, timeOf }: Found,
): Ranked[] {
  const weights = WEIGHTS[question.setting];
  const agreement = createTitleAgreement(rarity);
  const candidates: Candidate[] = about.map(({ n, sourceId, title, lang }) => ({
    n,
    keyword: keyword.get(n) ?? null,
    source: sources.get(sourceId) ?? null,
    vector: vector.get(n) ?? null,
    title: title !== null && weights.titleShare > 0 ? agreement(title, lang) : 0,
  }));
  const of = new Map(about.map((one) => [one.n, one]));
  const sourceOf = (n: number): string => of.get(n)?.sourceId ?? '';
  const timely = boostByTime(question.text, fuse(candidates, weights, vectorShare), timeOf);
  return diversify(
    withoutCopies(timely, sourceOf, (n) => of.get(n)?.story ?? ''),
    sourceOf,
  );
}

/** Several ranked lists into one. */
import { LEAST_BEST_TITLE } from './title-agreement.ts';
import { EMBEDDED } from './vector-leg.ts';

/** A candidate with what each leg says of it; null where a leg does not know it. */
export interface Candidate {
  readonly n: number;
  /** BM25 of the passage, above 0. */
  readonly keyword: number | null;
  /** BM25 of its whole source, above 0. */
  readonly source: number | null;
  /** Cosine. */
  readonly vector: number | null;
  /** How far the title agrees with the question, 0 to 1. */
  readonly title: number;
}

export interface Ranked {
  readonly n: number;
  readonly score: number;
}

/** A best cosine below this is no match: it must not be taken for the measure of a good one. */
const LEAST_BEST_VECTOR = 0.25;

/**
 * Weighted sum of the legs, each divided by its best, so that scores lie between 0 and 1. Measured against reciprocal
 * ranks: alike within one language, far better across languages, where a keyword hit on a concept must stay ahead.
 *
 * @param shares of whole sources in the keyword leg, and of titles in the whole; 0 to 1.
 * @param vectorShare of the vector leg, 0 to 1; the rest is the keyword leg's.
 * @returns best first.
 */
export function fuse(
  candidates: readonly Candidate[],
  { sourceShare, titleShare }: { readonly sourceShare: number; readonly titleShare: number },
  vectorShare = EMBEDDED.share,
): Ranked[] {
  const best = (values: readonly (number | null)[]): number =>
    values.reduce((max: number, value) => Math.max(max, value ?? 0), 0) || 1;
  const bestKeyword = best(candidates.map(({ keyword }) => keyword));
  const bestSource = best(candidates.map(({ source }) => source));
  const bestVector = Math.max(LEAST_BEST_VECTOR, best(candidates.map(({ vector }) => vector)));
  const bestTitle = Math.max(LEAST_BEST_TITLE, best(candidates.map(({ title }) => title)));
  const share = candidates.some(({ source }) => source !== null) ? sourceShare : 0;
  return candidates
    .map(({ n, keyword, source, vector, title }) => {
      const words = ((1 - share) * (keyword ?? 0)) / bestKeyword + (share * (source ?? 0)) / bestSource;
      const text = (1 - vectorShare) * words + (vectorShare * Math.max(0, vector ?? 0)) / bestVector;
      return { n, score: (1 - titleShare) * text + (titleShare * title) / bestTitle };
    })
    .sort(byRank);
}

/**
 * Of sources that print one report, only the one that ranks best stays: the others say it again.
 *
 * @param ranked best first.
 */
export function withoutCopies(
  ranked: readonly Ranked[],
  sourceOf: (n: number) => string,
  storyOf: (n: number) => string,
): Ranked[] {
  const first = new Map<string, string>();
  return ranked.filter(({ n }) => {
    const story = storyOf(n);
    const shown = first.get(story) ?? sourceOf(n);
    first.set(story, shown);
    return shown === sourceOf(n);
  });
}

/**
 * What each further passage of a source counts of what the one before it counts. Measured: of the
 * questions whose source is not among ten passages, a quarter find it when the best article has not five places of them.
 */
const FURTHER = 0.5;

/**
 * Lowers the further passages of a source, so that one long article does not fill a short list by itself.
 *
 * @param ranked best first.
 * @returns best first, with the lowered scores.
 */
export function diversify(ranked: readonly Ranked[], sourceOf: (n: number) => string): Ranked[] {
  const seen = new Map<string, number>();
  return ranked
    .map(({ n, score }) => {
      const source = sourceOf(n);
      const before = seen.get(source) ?? 0;
      seen.set(source, before + 1);
      return { n, score: score * FURTHER ** before };
    })
    .sort(byRank);
}

function byRank(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.n - b.n;
}

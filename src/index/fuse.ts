/** Two ranked lists into one. */

/** A candidate with what each leg says of it; null where a leg does not know it. */
export interface Candidate {
  readonly n: number;
  /** BM25, above 0. */
  readonly keyword: number | null;
  /** Cosine. */
  readonly vector: number | null;
}

export interface Ranked {
  readonly n: number;
  readonly score: number;
}

/** Cosines below this are what hashing makes of unrelated texts (three standard deviations at 1,024 dimensions). */
export const NOISE = 0.09;
/** A best cosine below this is no match: it must not be taken for the measure of a good one. */
const LEAST_BEST_VECTOR = 0.25;

/** How much of the fused score the vector leg has; the rest is the keyword leg's. Measured, see `fuse`. */
const VECTOR_SHARE = 0.3;

/**
 * Weighted sum of both legs, each divided by its best, so that scores lie between 0 and 1. Measured against reciprocal
 * ranks: alike within one language, far better across languages, where a keyword hit on a concept must stay ahead.
 *
 * @returns best first.
 */
export function fuse(candidates: readonly Candidate[], vectorShare = VECTOR_SHARE): Ranked[] {
  const best = (values: readonly (number | null)[]): number =>
    values.reduce((max: number, value) => Math.max(max, value ?? 0), 0) || 1;
  const bestKeyword = best(candidates.map(({ keyword }) => keyword));
  const bestVector = Math.max(LEAST_BEST_VECTOR, best(candidates.map(({ vector }) => vector)));
  return candidates
    .map(({ n, keyword, vector }) => ({
      n,
      score:
        ((1 - vectorShare) * (keyword ?? 0)) / bestKeyword +
        (vectorShare * Math.max(0, vector ?? 0)) / bestVector,
    }))
    .sort(byRank);
}

/** Passages of one source that count in full; each further one counts for less. */
const FULL_PASSAGES = 3;
const FURTHER = 0.85;

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
      return { n, score: score * FURTHER ** Math.max(0, before - FULL_PASSAGES + 1) };
    })
    .sort(byRank);
}

function byRank(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.n - b.n;
}

/** What vectors say of passages, by the embedded model or by a neural one. */
import type { AllowedPassages, VectorMirror } from './vector-mirror.ts';

export interface VectorLeg {
  readonly mirror: VectorMirror;
  /** The question's vector. */
  readonly asked: Float32Array;
  readonly kind: VectorKind;
}

/** How far a kind of model's cosines can be trusted. */
export interface VectorKind {
  /** Cosines up to this are noise; null: they tell by their order alone. */
  readonly noise: number | null;
  /** Share of the fused score, 0 to 1. */
  readonly share: number;
}

/**
 * The embedded model. Below the first are the cosines of unrelated texts (three standard deviations at 1,024
 * dimensions); the second is measured, see `fuse`.
 */
export const EMBEDDED: VectorKind = { noise: 0.09, share: 0.3 };
/**
 * Neural models. Some give unrelated texts a cosine of .7, others .1: what counts is where a passage stands between the
 * worst and the best candidate. Half of the score each is a common choice for words and meaning together; no model could
 * be measured here.
 */
export const NEURAL: VectorKind = { noise: null, share: 0.5 };

/**
 * A neural model serves while so many passages have its vectors. After a large ingest, the embedded model's, which are
 * there first, find more.
 */
export const LEAST_COVERED = 0.9;

/**
 * Scores of the nearest passages, and of the others that are named, by number of the passage; 0 for none.
 *
 * @param limit how many of the nearest.
 */
export function vectorScores(
  { mirror, asked, kind }: VectorLeg,
  limit: number,
  allowed: AllowedPassages | null,
  others: Iterable<number>,
): Map<number, number> {
  const nearest = new Map(mirror.search(asked, limit, allowed).map(({ label, score }) => [label, score]));
  return weighCosines(kind, nearest, others, (n) => mirror.similarity(n, asked));
}

/**
 * The cosines as the ranking takes them, by number of the passage; 0 for none.
 *
 * @param nearest cosines of the nearest passages.
 * @param similarity of one of the others; null when it has no vector.
 */
export function weighCosines(
  kind: VectorKind,
  nearest: ReadonlyMap<number, number>,
  others: Iterable<number>,
  similarity: (n: number) => number | null,
): Map<number, number> {
  const scores = new Map<number, number>();
  for (const [n, score] of nearest) if (kind.noise === null || score > kind.noise) scores.set(n, score);
  const lacking: number[] = [];
  for (const n of others) {
    if (scores.has(n)) continue;
    const score = similarity(n);
    if (score === null) lacking.push(n);
    else scores.set(n, score);
  }
  if (kind.noise === null) spread(scores);
  for (const n of lacking) scores.set(n, 0);
  return scores;
}

/** From 0 for the worst to 1 for the best. */
function spread(scores: Map<number, number>): void {
  const values = [...scores.values()];
  const least = values.reduce((min, value) => Math.min(min, value), Number.POSITIVE_INFINITY);
  const most = values.reduce((max, value) => Math.max(max, value), Number.NEGATIVE_INFINITY);
  const range = most - least || 1;
  for (const [n, score] of scores) scores.set(n, most === least ? 1 : (score - least) / range);
}

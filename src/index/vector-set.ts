/** What searches vectors, whichever way. */

export interface VectorHit {
  readonly label: number;
  /** Cosine, -1 to 1. */
  readonly score: number;
}

export interface VectorSet {
  readonly size: number;
  /** Adds a vector of length 1 (or 0) under a new label. Throws a RangeError when its dimension or a value is wrong. */
  add(label: number, vector: Float32Array): void;
  /** Returns false when there is no such label. */
  remove(label: number): boolean;
  /** The nearest, best first. `allow` leaves labels out. */
  search(query: Float32Array, k: number, allow: ((label: number) => boolean) | null): VectorHit[];
  /** Cosine of one vector with the query; null when there is no such label. */
  similarity(label: number, query: Float32Array): number | null;
}

/** Refuses what the native index would take without a word and give back as nonsense. */
export function checkVector(vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions)
    throw new RangeError(`a vector of ${vector.length} dimensions instead of ${dimensions}`);
  // The sum is finite only if every value is; a loop, since every vector of the corpus passes here at opening.
  let sum = 0;
  for (let i = 0; i < vector.length; i += 1) sum += Math.abs(vector[i] as number);
  if (!Number.isFinite(sum)) throw new RangeError('a vector with a value that is not finite');
}

/** Best first; equal scores in the order of their labels, so that results do not depend on the backend. */
export function byScore(a: VectorHit, b: VectorHit): number {
  return b.score - a.score || a.label - b.label;
}

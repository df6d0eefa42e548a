/** Exact search over vectors in one array: always right, and quick up to some thousands. */
import { byScore, checkVector, type VectorHit, type VectorSet } from './vector-set.ts';

const SMALLEST_CAPACITY = 64;

export interface ExactVectors extends VectorSet {
  /** A vector by its label, or null. A view: copy what is to be kept. */
  get(label: number): Float32Array | null;
  /** Up to `count` of the labels, in no particular order. */
  some(count: number): number[];
}

/** An empty set for vectors of the given length. */
export function createExactVectors(dimensions: number): ExactVectors {
  let matrix = new Float32Array(0);
  const labels: number[] = [];
  const rows = new Map<number, number>();

  const resize = (capacity: number): void => {
    const next = new Float32Array(capacity * dimensions);
    next.set(matrix.subarray(0, labels.length * dimensions));
    matrix = next;
  };

  return {
    get size() {
      return labels.length;
    },
    some: (count) => (count > 0 ? labels.slice(-count) : []),
    get(label) {
      const row = rows.get(label);
      return row === undefined ? null : matrix.subarray(row * dimensions, (row + 1) * dimensions);
    },
    add(label, vector) {
      checkVector(vector, dimensions);
      if (rows.has(label)) throw new RangeError(`label ${label} is taken`);
      const capacity = matrix.length / dimensions;
      if (labels.length === capacity) resize(Math.max(SMALLEST_CAPACITY, Math.ceil(capacity * 1.5)));
      matrix.set(vector, labels.length * dimensions);
      rows.set(label, labels.length);
      labels.push(label);
    },
    remove(label) {
      const row = rows.get(label);
      const last = labels.pop();
      if (row === undefined || last === undefined) {
        if (last !== undefined) labels.push(last);
        return false;
      }
      rows.delete(label);
      if (last !== label) {
        // The last row fills the gap.
        matrix.copyWithin(row * dimensions, labels.length * dimensions, (labels.length + 1) * dimensions);
        labels[row] = last;
        rows.set(last, row);
      }
      if (matrix.length / dimensions > SMALLEST_CAPACITY && labels.length * 4 * dimensions < matrix.length)
        resize(Math.max(SMALLEST_CAPACITY, labels.length * 2));
      return true;
    },
    search(query, k, allow) {
      checkVector(query, dimensions);
      // Only what is better than the k-th best so far is kept, and sorted when there is twice too much of it.
      const asked = nonZero(query);
      let hits: VectorHit[] = [];
      let least = Number.NEGATIVE_INFINITY;
      const keepBest = (): void => {
        hits = hits.sort(byScore).slice(0, k);
        if (hits.length === k) least = hits.at(-1)?.score ?? least;
      };
      for (const [row, label] of labels.entries()) {
        if (allow !== null && !allow(label)) continue;
        const score = dot(matrix, row * dimensions, asked);
        if (score < least) continue;
        hits.push({ label, score });
        if (hits.length >= 2 * k) keepBest();
      }
      keepBest();
      return hits;
    },
    similarity(label, query) {
      const row = rows.get(label);
      return row === undefined ? null : dot(matrix, row * dimensions, nonZero(query));
    },
  };
}

/** The vector of a question is mostly zeros: only the rest is multiplied, which makes a search three times as quick. */
interface SparseVector {
  readonly positions: Int32Array;
  readonly values: Float64Array;
}

/** Of the questions' vectors, which nobody changes: a search compares one question with many passages, one by one. */
const known = new WeakMap<Float32Array, SparseVector>();

function nonZero(vector: Float32Array): SparseVector {
  const before = known.get(vector);
  if (before !== undefined) return before;
  const positions: number[] = [];
  for (let i = 0; i < vector.length; i += 1) if (vector[i] !== 0) positions.push(i);
  const sparse = {
    positions: Int32Array.from(positions),
    values: Float64Array.from(positions, (i) => vector[i] as number),
  };
  known.set(vector, sparse);
  return sparse;
}

function dot(matrix: Float32Array, at: number, { positions, values }: SparseVector): number {
  let sum = 0;
  for (let i = 0; i < positions.length; i += 1)
    sum += (matrix[at + (positions[i] as number)] as number) * (values[i] as number);
  return sum;
}

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

  const dot = (row: number, query: Float32Array): number => {
    // Four sums at a time: additions that wait for one another cost most of the search.
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let at = row * dimensions;
    let i = 0;
    for (; i + 3 < dimensions; i += 4, at += 4) {
      a += (matrix[at] as number) * (query[i] as number);
      b += (matrix[at + 1] as number) * (query[i + 1] as number);
      c += (matrix[at + 2] as number) * (query[i + 2] as number);
      d += (matrix[at + 3] as number) * (query[i + 3] as number);
    }
    for (; i < dimensions; i += 1, at += 1) a += (matrix[at] as number) * (query[i] as number);
    return a + b + c + d;
  };
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
      const hits: VectorHit[] = [];
      for (const [row, label] of labels.entries())
        if (allow === null || allow(label)) hits.push({ label, score: dot(row, query) });
      return hits.sort(byScore).slice(0, k);
    },
    similarity(label, query) {
      const row = rows.get(label);
      return row === undefined ? null : dot(row, query);
    },
  };
}

/**
 * Exact search over vectors in memory. They lie in blocks, one dimension after the other: the vector of a question has
 * few dimensions that are not zero, and only these are read. Blocks are added and never moved, so that growth is no pause.
 */
import { byScore, checkVector, type VectorHit, type VectorSet } from './vector-set.ts';

/** Vectors in a block: with 1,024 dimensions half a megabyte, which a core's own cache holds while it is filled. */
const BLOCK = 256;
/** Values are kept in 16 bits, as parts of the largest value in their vector. */
const STEPS = 32_767;

export interface ExactVectors extends VectorSet {
  /** A copy of a vector by its label, or null. */
  get(label: number): Float32Array | null;
  /** Up to `count` of the labels, in no particular order. */
  some(count: number): number[];
}

/**
 * An empty set for vectors of the given length. A vector takes two bytes a dimension; a score differs from that of the
 * given vectors by some millionths.
 */
export function createExactVectors(dimensions: number): ExactVectors {
  const blocks: Int16Array[] = [];
  const labels: number[] = [];
  const rows = new Map<number, number>();
  /** What one step of each row's values is worth. */
  let scales = new Float64Array(BLOCK);

  const blockOf = (row: number): Int16Array => blocks[Math.floor(row / BLOCK)] as Int16Array;
  const write = (row: number, value: (i: number) => number): void => {
    const block = blockOf(row);
    const at = row % BLOCK;
    for (let i = 0; i < dimensions; i += 1) block[i * BLOCK + at] = value(i);
  };
  const makeRoom = (row: number): void => {
    if (row === blocks.length * BLOCK) blocks.push(new Int16Array(BLOCK * dimensions));
    if (row < scales.length) return;
    const more = new Float64Array(scales.length * 2);
    more.set(scales);
    scales = more;
  };
  const scoreOf = (row: number, { positions, values }: SparseVector): number => {
    const block = blockOf(row);
    const at = row % BLOCK;
    let sum = 0;
    for (let i = 0; i < positions.length; i += 1)
      sum += (block[(positions[i] as number) * BLOCK + at] as number) * (values[i] as number);
    return sum * (scales[row] as number);
  };

  return {
    get size() {
      return labels.length;
    },
    some: (count) => (count > 0 ? labels.slice(-count) : []),
    get(label) {
      const row = rows.get(label);
      if (row === undefined) return null;
      const block = blockOf(row);
      const scale = scales[row] as number;
      return Float32Array.from(
        { length: dimensions },
        (_, i) => (block[i * BLOCK + (row % BLOCK)] as number) * scale,
      );
    },
    add(label, vector) {
      checkVector(vector, dimensions);
      if (rows.has(label)) throw new RangeError(`label ${label} is taken`);
      const row = labels.length;
      makeRoom(row);
      let largest = 0;
      for (let i = 0; i < dimensions; i += 1) largest = Math.max(largest, Math.abs(vector[i] as number));
      const perUnit = largest === 0 ? 0 : STEPS / largest;
      write(row, (i) => Math.round((vector[i] as number) * perUnit));
      scales[row] = largest / STEPS;
      rows.set(label, row);
      labels.push(label);
    },
    remove(label) {
      const row = rows.get(label);
      if (row === undefined) return false;
      rows.delete(label);
      const lastRow = labels.length - 1;
      const last = labels.pop() as number;
      if (last !== label) {
        // The last row fills the gap.
        const from = blockOf(lastRow);
        write(row, (i) => from[i * BLOCK + (lastRow % BLOCK)] as number);
        scales[row] = scales[lastRow] as number;
        labels[row] = last;
        rows.set(last, row);
      }
      // One empty block stays, so that a set on a border does not make one and drop it in turn.
      if (labels.length <= (blocks.length - 2) * BLOCK) blocks.pop();
      return true;
    },
    search(query, k, allow) {
      checkVector(query, dimensions);
      // Only what is better than the k-th best so far is kept, and sorted when there is twice too much of it.
      const asked = nonZero(query);
      const sums = new Float64Array(BLOCK);
      let hits: VectorHit[] = [];
      let least = Number.NEGATIVE_INFINITY;
      const keepBest = (): void => {
        hits = hits.sort(byScore).slice(0, k);
        if (hits.length === k) least = hits.at(-1)?.score ?? least;
      };
      for (let first = 0; first < labels.length; first += BLOCK) {
        sumBlock(blockOf(first), asked, sums);
        const end = Math.min(BLOCK, labels.length - first);
        for (let at = 0; at < end; at += 1) {
          const score = (sums[at] as number) * (scales[first + at] as number);
          if (score < least) continue;
          const label = labels[first + at] as number;
          if (allow !== null && !allow(label)) continue;
          hits.push({ label, score });
          if (hits.length >= 2 * k) keepBest();
        }
      }
      keepBest();
      return hits;
    },
    similarity(label, query) {
      const row = rows.get(label);
      return row === undefined ? null : scoreOf(row, nonZero(query));
    },
  };
}

/** The products of the question with every vector of a block, four dimensions at a time. */
function sumBlock(block: Int16Array, { positions, values }: SparseVector, sums: Float64Array): void {
  sums.fill(0);
  let i = 0;
  for (; i + 4 <= positions.length; i += 4) {
    const a = (positions[i] as number) * BLOCK;
    const b = (positions[i + 1] as number) * BLOCK;
    const c = (positions[i + 2] as number) * BLOCK;
    const d = (positions[i + 3] as number) * BLOCK;
    const u = values[i] as number;
    const v = values[i + 1] as number;
    const w = values[i + 2] as number;
    const x = values[i + 3] as number;
    for (let at = 0; at < BLOCK; at += 1)
      sums[at] =
        (sums[at] as number) +
        u * (block[a + at] as number) +
        v * (block[b + at] as number) +
        w * (block[c + at] as number) +
        x * (block[d + at] as number);
  }
  for (; i < positions.length; i += 1) {
    const from = (positions[i] as number) * BLOCK;
    const value = values[i] as number;
    for (let at = 0; at < BLOCK; at += 1)
      sums[at] = (sums[at] as number) + value * (block[from + at] as number);
  }
}

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

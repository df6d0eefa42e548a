/**
 * Exact search over vectors in memory. They lie in blocks, one dimension after the other: the vector of a question has
 * few dimensions that are not zero, and only these are read. Blocks are added and never moved, so that growth is no pause.
 */
import { BLOCK, createDotMemory } from './dot-kernel.ts';
import { byScore, checkVector, type VectorSet } from './vector-set.ts';

/** Values are kept in 16 bits, as parts of the largest value in their vector. */
const STEPS = 32_767;

export interface ExactVectors extends VectorSet {
  /** A copy of a vector by its label, or null. */
  get(label: number): Float32Array | null;
  /** Up to `count` of the labels, in no particular order. */
  some(count: number): number[];
  /** All that it holds, row by row, as it lies in memory; of use until the set changes. */
  pack(): { readonly labels: Float64Array; readonly scales: Float64Array; readonly blocks: Uint8Array };
  /**
   * Takes into an empty set what was packed.
   *
   * @param read fills the bytes of the blocks; when it returns false or throws, the set stays empty.
   * @returns what `read` returned.
   */
  unpack(labels: Float64Array, scales: Float64Array, read: (blocks: Uint8Array) => boolean): boolean;
}

/**
 * An empty set for vectors of the given length. A vector takes two bytes a dimension; a score differs from that of the
 * given vectors by some millionths.
 */
export function createExactVectors(dimensions: number): ExactVectors {
  const memory = createDotMemory(dimensions);
  const labels: number[] = [];
  const rows = new Map<number, number>();
  /** What one step of each row's values is worth. */
  let scales = new Float64Array(BLOCK);

  /** Where the first value of a row stands; those of its other dimensions follow at a distance of `BLOCK`. */
  const startOf = (row: number): number => memory.startOf(Math.floor(row / BLOCK)) + (row % BLOCK);
  const write = (row: number, value: (i: number) => number): void => {
    const start = startOf(row);
    const { values } = memory;
    for (let i = 0; i < dimensions; i += 1) values[start + i * BLOCK] = value(i);
  };
  const makeRoom = (row: number): void => {
    memory.grow(Math.floor(row / BLOCK) + 1);
    if (row < scales.length) return;
    const more = new Float64Array(scales.length * 2);
    more.set(scales);
    scales = more;
  };
  const scoreOf = (row: number, { positions, values }: SparseVector): number => {
    const start = startOf(row);
    const stored = memory.values;
    let sum = 0;
    for (let i = 0; i < positions.length; i += 1)
      sum += (stored[start + (positions[i] as number) * BLOCK] as number) * (values[i] as number);
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
      const start = startOf(row);
      const scale = scales[row] as number;
      const { values } = memory;
      return Float32Array.from(
        { length: dimensions },
        (_, i) => (values[start + i * BLOCK] as number) * scale,
      );
    },
    pack: () => ({
      labels: Float64Array.from(labels),
      scales: scales.slice(0, labels.length),
      blocks: memory.bytesOf(Math.ceil(labels.length / BLOCK)),
    }),
    unpack(packedLabels, packedScales, read) {
      const blocks = Math.ceil(packedLabels.length / BLOCK);
      memory.grow(blocks);
      if (!read(memory.bytesOf(blocks))) return false;
      scales = new Float64Array(Math.max(blocks, 1) * BLOCK);
      scales.set(packedScales);
      for (const [row, label] of packedLabels.entries()) {
        labels.push(label);
        rows.set(label, row);
      }
      return true;
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
        const from = startOf(lastRow);
        write(row, (i) => memory.values[from + i * BLOCK] as number);
        scales[row] = scales[lastRow] as number;
        labels[row] = last;
        rows.set(last, row);
      }
      return true;
    },
    search(query, k, allow) {
      checkVector(query, dimensions);
      const asked = nonZero(query);
      if (asked.positions.length === 0 || labels.length === 0) return [];
      // First in whole numbers, which is quick; what may be among the best is then compared exactly.
      const { values, perUnit, error } = roundQuestion(asked, dimensions);
      memory.ask(asked.positions, values);
      let near: { readonly row: number; readonly about: number }[] = [];
      let least = Number.NEGATIVE_INFINITY;
      let full = 2 * k;
      const keepNear = (): void => {
        near.sort((a, b) => b.about - a.about);
        least = Math.max(least, (near[k - 1]?.about ?? Number.NEGATIVE_INFINITY) - 2 * error);
        near = near.filter(({ about }) => about >= least);
        full = Math.max(2 * k, 2 * near.length);
      };
      for (let first = 0; first < labels.length; first += BLOCK) {
        const sums = memory.multiply(first / BLOCK);
        const end = Math.min(BLOCK, labels.length - first);
        for (let at = 0; at < end; at += 1) {
          const about = ((sums[at] as number) * (scales[first + at] as number)) / perUnit;
          if (about < least) continue;
          if (allow !== null && !allow(labels[first + at] as number)) continue;
          near.push({ row: first + at, about });
          if (near.length >= full) keepNear();
        }
      }
      keepNear();
      return near
        .map(({ row }) => ({ label: labels[row] as number, score: scoreOf(row, asked) }))
        .sort(byScore)
        .slice(0, k);
    },
    similarity(label, query) {
      const row = rows.get(label);
      return row === undefined ? null : scoreOf(row, nonZero(query));
    },
  };
}

/** A question in whole numbers. */
interface RoundQuestion {
  readonly values: Int16Array;
  /** What a value of 1 is in them. */
  readonly perUnit: number;
  /** How far a score of theirs may be from the exact one, at most. */
  readonly error: number;
}

/** Vectors are of length 1 but for what 16 bits leave out. */
const LONGEST = 1.01;

/** As finely as sums of products with any stored vector still fit 32 bits: by Cauchy and Schwarz, so do all parts of them. */
function roundQuestion({ positions, values }: SparseVector, dimensions: number): RoundQuestion {
  const longest = STEPS * Math.sqrt(dimensions);
  const length = Math.hypot(...values);
  const perUnit = Math.min(STEPS, 2 ** 31 / longest - Math.sqrt(positions.length) - 1) / length;
  const rounded = Int16Array.from(values, (value) => Math.round(value * perUnit));
  const off = Math.hypot(...values.map((value, i) => value - (rounded[i] as number) / perUnit));
  return { values: rounded, perUnit, error: LONGEST * off };
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

/** Both ways to search vectors: they agree, and refuse what would make them lie. */
import { describe, expect, it } from 'vitest';
import { createExactVectors } from '../../src/index/exact-vectors.ts';
import { createHnswVectors, type HnswLibrary, loadHnswLibrary } from '../../src/index/hnsw-vectors.ts';
import { decodeVector, encodeVector, vectorDigest } from '../../src/index/vector-codec.ts';
import type { VectorSet } from '../../src/index/vector-set.ts';
import { seededRandom } from './index-kit.ts';

const DIMENSIONS = 64;
const loaded = await loadHnswLibrary();
const library: HnswLibrary | null = typeof loaded === 'string' ? null : loaded;
const backends: [string, () => VectorSet][] = [['exact', () => createExactVectors(DIMENSIONS)]];
if (library) backends.push(['hnsw', () => createHnswVectors(library, DIMENSIONS, 4)]);

const random = seededRandom(11);
function unitVector(): Float32Array {
  const vector = Float32Array.from({ length: DIMENSIONS }, () => random() - 0.5);
  const norm = Math.hypot(...vector);
  return vector.map((x) => x / norm);
}

describe.each(backends)('%s vectors', (_, create) => {
  it('find, leave out, remove and tell similarities', () => {
    const set = create();
    const vectors = Array.from({ length: 200 }, unitVector);
    for (const [i, vector] of vectors.entries()) set.add(i + 1000, vector);
    const [asked] = vectors;
    if (!asked) throw new Error('no vectors');
    expect(set.search(asked, 1, null)[0]?.label).toBe(1000);
    expect(set.search(asked, 1, null)[0]?.score).toBeCloseTo(1, 5);
    expect(set.search(asked, 5, (label) => label !== 1000).map(({ label }) => label)).not.toContain(1000);
    expect(set.similarity(1000, asked)).toBeCloseTo(1, 5);
    expect(set.remove(1000)).toBe(true);
    expect(set.remove(1000)).toBe(false);
    expect(set.similarity(1000, asked)).toBeNull();
    expect(set.search(asked, 200, null).map(({ label }) => label)).not.toContain(1000);
    expect(set.size).toBe(199);
  });

  it('refuse a wrong dimension, values that are not finite, and a label twice', () => {
    const set = create();
    set.add(1, unitVector());
    expect(() => set.add(2, new Float32Array(DIMENSIONS + 1))).toThrow(RangeError);
    expect(() => set.add(2, unitVector().fill(Number.NaN, 3, 4))).toThrow(RangeError);
    expect(() => set.add(2, unitVector().fill(Number.POSITIVE_INFINITY, 0, 1))).toThrow(RangeError);
    expect(() => set.add(1, unitVector())).toThrow(RangeError);
    expect(() => set.search(new Float32Array(3), 1, null)).toThrow(RangeError);
    expect(set.size).toBe(1);
  });

  it('are empty without complaint', () => {
    expect(create().search(unitVector(), 5, null)).toEqual([]);
  });
});

describe.skipIf(library === null)('approximate against exact', () => {
  it('finds at least 95 of the 100 right neighbours', () => {
    if (library === null) return;
    const exact = createExactVectors(DIMENSIONS);
    const hnsw = createHnswVectors(library, DIMENSIONS, 10);
    for (let label = 0; label < 2_000; label += 1) {
      const vector = unitVector();
      exact.add(label, vector);
      hnsw.add(label, vector);
    }
    for (let label = 0; label < 2_000; label += 9) {
      exact.remove(label);
      hnsw.remove(label);
    }
    let right = 0;
    for (let i = 0; i < 50; i += 1) {
      const asked = unitVector();
      const wanted = new Set(exact.search(asked, 10, null).map(({ label }) => label));
      right += hnsw.search(asked, 10, null).filter(({ label }) => wanted.has(label)).length;
    }
    expect(right / 500).toBeGreaterThanOrEqual(0.95);
  });
});

describe('the stored form', () => {
  it('gives the same vector back, also from an odd address', () => {
    const vector = unitVector();
    const bytes = encodeVector(vector);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(decodeVector(shifted.subarray(1))).toEqual(vector);
    expect(vectorDigest(shifted.subarray(1))).toBe(vectorDigest(bytes));
    expect(vectorDigest(encodeVector(unitVector()))).not.toBe(vectorDigest(bytes));
  });
});

/** Approximate search over many vectors with hnswlib, whose traps are dealt with here and nowhere else. */
import type { HierarchicalNSW } from 'hnswlib-node';
import { byScore, checkVector, type VectorSet } from './vector-set.ts';

export type HnswLibrary = typeof import('hnswlib-node');

/** Inner product: the vectors have length 1. */
export const SPACE = 'ip';
/** Links of each point and width of the search while building: hnswlib's own defaults, which suffice (recall tests). */
const LINKS = 16;
const BUILD_WIDTH = 100;
/** Width of a search. The library forgets it on loading and falls back to 10, which misses every seventh neighbour. */
const SEARCH_WIDTH = 96;
const SEED = 7;

/** The library, or the reason why it cannot be used. It is optional: it is compiled when it is installed. */
export async function loadHnswLibrary(): Promise<HnswLibrary | string> {
  try {
    return (await import('hnswlib-node')).default as unknown as HnswLibrary;
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0];
    return `hnswlib-node cannot be loaded (${reason})`;
  }
}

export interface HnswVectors extends VectorSet {
  /** Points marked as deleted, which still take room and time. */
  readonly deleted: number;
  has(label: number): boolean;
  /** Writes the index to the file; not atomic. */
  write(path: string): void;
}

/** An empty index. */
export function createHnswVectors(library: HnswLibrary, dimensions: number, capacity: number): HnswVectors {
  const index = new library.HierarchicalNSW(SPACE, dimensions);
  index.initIndex(Math.max(1, capacity), LINKS, BUILD_WIDTH, SEED);
  return wrap(index, dimensions, new Set(), 0);
}

/**
 * The index in a file. Only for a file whose checksum was verified: the library reads one of another dimension without
 * a word and returns nonsense.
 *
 * @param labels those that are live; the file may hold more, marked as deleted.
 * @throws Error when the library cannot read the file or it does not hold all the labels.
 */
export function readHnswVectors(
  library: HnswLibrary,
  dimensions: number,
  path: string,
  labels: readonly number[],
): HnswVectors {
  const index = new library.HierarchicalNSW(SPACE, dimensions);
  index.readIndexSync(path);
  const found = new Set(index.getIdsList());
  if (!labels.every((label) => found.has(label)))
    throw new Error('the vector cache holds other vectors than its manifest says');
  return wrap(index, dimensions, new Set(labels), found.size - labels.length);
}

function wrap(index: HierarchicalNSW, dimensions: number, live: Set<number>, dead: number): HnswVectors {
  index.setEf(SEARCH_WIDTH);
  let deleted = dead;
  return {
    get size() {
      return live.size;
    },
    get deleted() {
      return deleted;
    },
    has: (label) => live.has(label),
    add(label, vector) {
      checkVector(vector, dimensions);
      if (live.has(label)) throw new RangeError(`label ${label} is taken`);
      const capacity = index.getMaxElements();
      if (index.getCurrentCount() >= capacity) index.resizeIndex(Math.ceil(capacity * 1.5) + 64);
      index.addPoint(Array.from(vector), label);
      live.add(label);
    },
    remove(label) {
      if (!live.delete(label)) return false;
      index.markDelete(label);
      deleted += 1;
      return true;
    },
    search(query, k, allow) {
      checkVector(query, dimensions);
      if (live.size === 0 || k < 1) return [];
      const wanted = Math.min(k, live.size);
      const point = Array.from(query);
      const { neighbors, distances } = allow
        ? index.searchKnn(point, wanted, allow)
        : index.searchKnn(point, wanted);
      return neighbors.map((label, i) => ({ label, score: 1 - (distances[i] ?? 1) })).sort(byScore);
    },
    similarity(label, query) {
      if (!live.has(label)) return null;
      return index.getPoint(label).reduce((sum, x, i) => sum + x * (query[i] ?? 0), 0);
    },
    write: (path) => index.writeIndexSync(path),
  };
}

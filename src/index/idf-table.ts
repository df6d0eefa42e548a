/** How rare each feature is in the corpus, as the vectors in store were made with it. */
import { createHash } from 'node:crypto';
import type { Features } from './hashed-features.ts';

/** Features share a cell when the lower bits of their hashes agree. */
const CELLS = 2 ** 18;
/** Steps of one unit of idf in a stored byte: idf of up to 15.9, far beyond any corpus this holds. */
const STEPS = 16;

export interface IdfTable {
  /** Identifies the table; vectors of different tables cannot be compared. */
  readonly version: string;
  /** Passages the table was counted over. */
  readonly passages: number;
  /** Inverse document frequency of a feature, above 0. */
  idf(hash: number): number;
  /** For the database. */
  readonly bytes: Uint8Array;
}

/**
 * Rarity is counted anew, and every vector with it, when the corpus is this many times as large or as small as when it
 * was last counted. A passage is thus embedded a handful of times in its life, and rarity is never far off.
 */
const RECOUNT_FACTOR = 2;

/** Whether rarity should be counted anew for a corpus of that many passages. */
export function isOutgrown(idf: IdfTable, passages: number): boolean {
  return passages >= idf.passages * RECOUNT_FACTOR || passages * RECOUNT_FACTOR <= idf.passages;
}

export interface IdfCounter {
  /** One step for each feature. */
  add(features: Features): void;
  /** @param all passages of the corpus, when only a sample of them was added. */
  finish(all?: number): IdfTable;
}

/** Counts a corpus, or an even sample of it. */
export function createIdfCounter(): IdfCounter {
  const frequency = new Uint32Array(CELLS);
  /** The last passage that each cell was counted for. */
  const seenIn = new Uint32Array(CELLS);
  let passages = 0;
  return {
    add(features) {
      passages += 1;
      const { hashes } = features;
      for (let i = 0; i < hashes.length; i += 1) {
        const cell = (hashes[i] as number) % CELLS;
        if (seenIn[cell] === passages) continue;
        seenIn[cell] = passages;
        frequency[cell] = (frequency[cell] ?? 0) + 1;
      }
    },
    finish(all = passages) {
      const bytes = new Uint8Array(CELLS + 4);
      new DataView(bytes.buffer).setUint32(CELLS, all, true);
      const share = passages === 0 ? 1 : all / passages;
      for (let cell = 0; cell < CELLS; cell += 1) {
        const idf = Math.log(1 + (all + 0.5) / ((frequency[cell] ?? 0) * share + 0.5));
        bytes[cell] = Math.max(1, Math.min(255, Math.round(idf * STEPS)));
      }
      return readIdfTable(bytes);
    },
  };
}

/** The table from its stored form. Throws a RangeError when the bytes are none. */
export function readIdfTable(bytes: Uint8Array): IdfTable {
  if (bytes.length !== CELLS + 4) throw new RangeError('not an idf table');
  return {
    version: createHash('sha256').update(bytes).digest('hex').slice(0, 12),
    passages: new DataView(bytes.buffer, bytes.byteOffset).getUint32(CELLS, true),
    idf: (hash) => (bytes[hash % CELLS] ?? 1) / STEPS,
    bytes,
  };
}

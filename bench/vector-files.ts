/** Vectors on disk between the processes: 32-bit numbers, one vector after the other. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DIMENSIONS } from '../src/index/hashed-embeddings.ts';

const BYTES = DIMENSIONS * Float32Array.BYTES_PER_ELEMENT;
/** Vectors read at once: few enough that reading shows in nobody's memory. */
const PORTION = 500;

/** Where the vectors of passages and questions lie. */
export interface VectorFiles {
  readonly passages: string;
  readonly queries: string;
}

export function vectorFiles(folder: string, key: string): VectorFiles {
  return { passages: join(folder, `passages-${key}.f32`), queries: join(folder, `queries-${key}.f32`) };
}

/** Whole vectors in a file; 0 when there is none. */
export function countStored(path: string): number {
  return Math.floor((statSync(path, { throwIfNoEntry: false })?.size ?? 0) / BYTES);
}

/** The first vectors of a file, in portions; each vector has memory of its own. */
export function* readPortions(path: string, count: number): Generator<Float32Array[]> {
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(PORTION * BYTES);
  try {
    for (let first = 0; first < count; first += PORTION) {
      const wanted = Math.min(PORTION, count - first);
      if (readSync(file, buffer, 0, wanted * BYTES, first * BYTES) < wanted * BYTES)
        throw new Error(`${path} holds fewer vectors than ${count}`);
      yield Array.from({ length: wanted }, (_, i) => copyVector(buffer, i));
    }
  } finally {
    closeSync(file);
  }
}

export function readAll(path: string): Float32Array[] {
  const bytes = readFileSync(path);
  return Array.from({ length: Math.floor(bytes.length / BYTES) }, (_, i) => copyVector(bytes, i));
}

function copyVector(bytes: Buffer, i: number): Float32Array {
  const start = bytes.byteOffset + i * BYTES;
  return new Float32Array(bytes.buffer.slice(start, start + BYTES) as ArrayBuffer);
}

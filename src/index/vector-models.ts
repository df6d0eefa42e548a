/** Which model's vectors serve, and which model's are being made to take their place. */
import type { DatabaseSync } from 'node:sqlite';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { HashedEmbeddings } from './hashed-embeddings.ts';
import { type IdfTable, readIdfTable } from './idf-table.ts';
import { dropMeta, readMeta, writeMeta } from './meta.ts';

/** A state of the embedded model: its id and the rarities that it weighs by. */
export interface VectorModel {
  readonly id: string;
  readonly idf: IdfTable;
}

/** The model that searches use; null before the first passage. */
export function servingModel(db: DatabaseSync): VectorModel | null {
  return readModel(db, 'embeddingModel', 'idf');
}

/** The model whose vectors are being made; null when there is none. */
export function nextModel(db: DatabaseSync): VectorModel | null {
  return readModel(db, 'nextModel', 'nextIdf');
}

export function writeServing(db: DatabaseSync, { id, idf }: VectorModel): void {
  writeMeta(db, 'embeddingModel', id);
  writeMeta(db, 'idf', idf.bytes);
  dropMeta(db, 'nextModel');
  dropMeta(db, 'nextIdf');
}

export function writeNext(db: DatabaseSync, { id, idf }: VectorModel): void {
  writeMeta(db, 'nextModel', id);
  writeMeta(db, 'nextIdf', idf.bytes);
}

/** A table of a quarter of a megabyte each: read and hashed once for each id. */
const tables = new Map<string, IdfTable>();
const MOST_TABLES = 4;

function readModel(
  db: DatabaseSync,
  idKey: 'embeddingModel' | 'nextModel',
  idfKey: 'idf' | 'nextIdf',
): VectorModel | null {
  const id = readMeta(db, idKey);
  if (typeof id !== 'string' || id === '') return null;
  let idf = tables.get(id);
  if (idf === undefined) {
    const bytes = readMeta(db, idfKey);
    if (!(bytes instanceof Uint8Array)) return null;
    idf = readIdfTable(bytes);
    if (tables.size >= MOST_TABLES) tables.clear();
    tables.set(id, idf);
  }
  return { id, idf };
}

/** The embedder of a model, made once. */
export function createEmbedders(lexicon: Lexicon): (model: VectorModel) => HashedEmbeddings {
  let last: HashedEmbeddings | null = null;
  return ({ id, idf }) => {
    if (last?.model !== id) last = new HashedEmbeddings(lexicon, idf);
    return last;
  };
}

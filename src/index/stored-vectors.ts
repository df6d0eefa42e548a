/** Reading passages that lack a vector, and storing vectors. */
import type { DatabaseSync } from 'node:sqlite';
import { encodeVector, vectorDigest } from './vector-codec.ts';

/** What of a passage is embedded. */
export interface StoredPassage {
  /** `passages.n`. */
  readonly n: number;
  readonly sourceId: string;
  readonly text: string;
  readonly context: string;
  /** ISO 639-1 code. */
  readonly lang: string;
}

/** Up to `most` passages after number `after`, in order. */
export function passagesAfter(db: DatabaseSync, after: number, most: number): StoredPassage[] {
  return db
    .prepare('SELECT n, source_id, text, context, lang FROM passages WHERE n > ? ORDER BY n LIMIT ?')
    .all(after, most)
    .map(asPassage);
}

/** Up to `most` passages after number `after`, and up to `last`, that have no vector of the model, in order. */
export function passagesLacking(
  db: DatabaseSync,
  model: string,
  after: number,
  most: number,
  last = Number.MAX_SAFE_INTEGER,
): StoredPassage[] {
  return db
    .prepare(
      `SELECT n, source_id, text, context, lang FROM passages p
       WHERE n > ? AND n <= ? AND NOT EXISTS (SELECT 1 FROM vectors v WHERE v.passage = p.n AND v.model = ?)
       ORDER BY n LIMIT ?`,
    )
    .all(after, last, model, most)
    .map(asPassage);
}

/** Stores vectors. One whose passage is gone, or that another process has stored, is left out without a word. */
export function createVectorWriter(
  db: DatabaseSync,
  model: string,
): (n: number, vector: Float32Array) => void {
  const insert = db.prepare(
    `INSERT OR IGNORE INTO vectors (passage, model, digest, vector)
     SELECT n, ?, ?, ? FROM passages WHERE n = ?`,
  );
  return (n, vector) => {
    const bytes = encodeVector(vector);
    insert.run(model, vectorDigest(bytes), bytes, n);
  };
}

/** What is embedded, of a row of `passages`. */
function asPassage(row: Record<string, unknown>): StoredPassage {
  return {
    n: Number(row.n),
    sourceId: String(row.source_id),
    text: String(row.text),
    context: String(row.context),
    lang: String(row.lang),
  };
}

/** Deletes the embedded model's vectors. A neural model's depend on the texts alone, and may have been paid for. */
export function deleteEmbeddedVectors(db: DatabaseSync): void {
  db.exec(`DELETE FROM vectors WHERE model NOT GLOB 'neural-*'`);
}

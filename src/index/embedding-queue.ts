/**
 * Makes vectors behind the writes: in portions, each stored in a transaction of its own, so that a kill loses one
 * portion at most and a search never waits long. What is to be done is read off the database: passages without a vector.
 *
 * When the corpus has outgrown the counted rarities, they are counted anew and all vectors are made anew beside the old
 * ones, which go on serving until the new ones are as many.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { analyzePassage } from './analyze-passage.ts';
import { countPassages, countVectors } from './counts.ts';
import { modelId } from './hashed-embeddings.ts';
import { extractFeatures } from './hashed-features.ts';
import { createIdfCounter, type IdfCounter, isOutgrown } from './idf-table.ts';
import type { EmbeddingProgress } from './index-ports.ts';
import { readNeural } from './neural-store.ts';
import { analysisIsCurrent } from './passage-analyzer.ts';
import { createVectorWriter, passagesAfter, passagesLacking, type StoredPassage } from './stored-vectors.ts';
import { inTransaction } from './transaction.ts';
import {
  createEmbedders,
  nextModel,
  servingModel,
  type VectorModel,
  writeNext,
  writeServing,
} from './vector-models.ts';

/** Passages of one portion: some 80 ms of work, which a write may have to wait for, and one flush of the disk. */
const PORTION = 128;
/** Passages that rarity is counted over at most: enough to tell rare from common, and seconds of work. */
const SAMPLE = 4_000;
/** Numbers of passages that one step looks at: after an interruption most of them have their vector. */
const WINDOW = 2_000;
/** Old vectors deleted in one transaction. */
const SWEEP = 500;

export interface EmbeddingQueue {
  /** Null when every passage has its vector and rarity is up to date. */
  pending(): EmbeddingProgress | null;
  /**
   * Does one portion of what is to be done.
   *
   * @param quiet false while documents are coming in: counting rarity waits, since it would soon be outgrown again.
   * @returns whether there is more to do now.
   */
  step(quiet: boolean): Promise<boolean>;
}

export function createEmbeddingQueue(db: DatabaseSync, lexicon: Lexicon): EmbeddingQueue {
  const embedder = createEmbedders(lexicon);
  let counting: { readonly counter: IdfCounter; last: number; left: number } | null = null;
  /** Passages up to this number have a vector of the model: numbers only grow. */
  let cursor = { model: '', last: 0 };

  const needsCount = (passages: number): boolean => {
    const serving = servingModel(db);
    if (nextModel(db) !== null || passages === 0) return false;
    return serving === null || isOutgrown(serving.idf, passages);
  };
  const target = (): VectorModel | null => nextModel(db) ?? servingModel(db);

  /** One portion of counting. */
  const count = async (passages: number): Promise<void> => {
    counting ??= { counter: createIdfCounter(), last: 0, left: Math.min(passages, SAMPLE) };
    const stride = Math.max(1, Math.floor(passages / SAMPLE));
    const rows = sample(db, counting.last, stride, Math.min(PORTION, counting.left));
    for (const row of rows) counting.counter.add(extractFeatures(analyzePassage(lexicon, row).embedding));
    counting.last = rows.at(-1)?.n ?? counting.last;
    counting.left -= rows.length;
    if (counting.left > 0 && rows.length > 0) return;
    const idf = counting.counter.finish(passages);
    counting = null;
    await inTransaction(db, () => {
      if (!analysisIsCurrent(db, lexicon) || nextModel(db) !== null) return;
      const model = { id: modelId(idf), idf };
      if (servingModel(db) === null) writeServing(db, model);
      else writeNext(db, model);
    });
  };

  const embed = async (model: VectorModel, rows: readonly StoredPassage[]): Promise<void> => {
    const vectors = rows.map((row) => embedder(model).embed(analyzePassage(lexicon, row).embedding));
    await inTransaction(db, () => {
      // Another process may have gone further meanwhile.
      if (!analysisIsCurrent(db, lexicon) || target()?.id !== model.id) return;
      const write = createVectorWriter(db, model.id);
      for (const [i, row] of rows.entries()) write(row.n, vectors[i] as Float32Array);
    });
    cursor = { model: model.id, last: rows.at(-1)?.n ?? cursor.last };
  };

  /** The next model takes over when it knows as many passages as the one that serves. */
  const swap = async (): Promise<void> => {
    const [serving, next] = [servingModel(db), nextModel(db)];
    if (next === null || countVectors(db, next.id) < (serving === null ? 0 : countVectors(db, serving.id)))
      return;
    await inTransaction(db, () => {
      if (nextModel(db)?.id === next.id) writeServing(db, next);
    });
  };

  /** Deletes some vectors that serve no more; returns whether there may be others. */
  const sweep = async (): Promise<boolean> => {
    const wanted = () =>
      JSON.stringify([
        servingModel(db)?.id,
        nextModel(db)?.id,
        readNeural(db, 'neuralServing')?.id,
        readNeural(db, 'neuralNext')?.id,
      ]);
    const stale = db
      .prepare(
        `SELECT model FROM vector_counts
         WHERE n > 0 AND model NOT IN (SELECT value FROM json_each(?) WHERE value IS NOT NULL) LIMIT 1`,
      )
      .get(wanted())?.model;
    if (stale === undefined) return false;
    await inTransaction(db, () => {
      if (target() === null) return;
      db.prepare(
        `DELETE FROM vectors WHERE id IN (
           SELECT id FROM vectors
           WHERE model NOT IN (SELECT value FROM json_each(?) WHERE value IS NOT NULL) ORDER BY id LIMIT ?)`,
      ).run(wanted(), SWEEP);
    });
    return true;
  };

  /** Embeds what lacks a vector among some numbers; returns whether there are more numbers to look at. */
  const embedSome = async (model: VectorModel, passages: number): Promise<boolean> => {
    if (countVectors(db, model.id) >= passages) return false;
    if (cursor.model !== model.id) cursor = { model: model.id, last: 0 };
    const last = cursor.last + WINDOW;
    const rows = passagesLacking(db, model.id, cursor.last, PORTION, last);
    if (rows.length > 0) {
      await embed(model, rows);
      return true;
    }
    const [following] = passagesAfter(db, last, 1);
    cursor = { model: model.id, last: (following?.n ?? 1) - 1 };
    return following !== undefined;
  };

  return {
    pending() {
      // Another version of the program looks after its own terms and vectors.
      if (!analysisIsCurrent(db, lexicon)) return null;
      const total = countPassages(db);
      if (needsCount(total)) return { done: 0, total };
      const model = target();
      const done = model === null ? 0 : countVectors(db, model.id);
      return done < total || nextModel(db) !== null ? { done, total } : null;
    },
    async step(quiet) {
      if (!analysisIsCurrent(db, lexicon)) return false;
      const passages = countPassages(db);
      if (needsCount(passages)) {
        if (!quiet) return false;
        await count(passages);
        return true;
      }
      counting = null;
      const model = target();
      const more = model !== null && (await embedSome(model, passages));
      if (nextModel(db) !== null) await swap();
      return more || nextModel(db) !== null || (await sweep());
    },
  };
}

/** Every `stride`th passage after a number. */
function sample(db: DatabaseSync, after: number, stride: number, most: number): StoredPassage[] {
  if (stride === 1) return passagesAfter(db, after, most);
  const rows: StoredPassage[] = [];
  for (let last = after; rows.length < most; ) {
    const [row] = passagesAfter(db, last + stride - 1, 1);
    if (row === undefined) break;
    rows.push(row);
    last = row.n;
  }
  return rows;
}

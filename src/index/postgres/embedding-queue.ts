/**
 * Makes the embedded model's vectors behind the writes, as the embedded index does for large corpora: in portions, by one
 * process at a time. When the corpus has outgrown the counted rarities, all are made anew in a table of their own, which
 * takes the place of the old one when it is as full.
 */
import { sql } from 'kysely';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { analyzePassage, analyzerVersion } from '../analyze-passage.ts';
import { DIMENSIONS, HashedEmbeddings, modelId } from '../hashed-embeddings.ts';
import { extractFeatures } from '../hashed-features.ts';
import { createIdfCounter, type IdfCounter, type IdfTable, isOutgrown, readIdfTable } from '../idf-table.ts';
import type { EmbeddingProgress } from '../index-ports.ts';
import { announceChange, type IndexDatabase } from './index-database.ts';
import { claimLease, releaseLease } from './index-lease.ts';
import { writeFact } from './index-meta.ts';
import { readVectorState, type VectorState } from './vector-state.ts';
import { passagesAfter, passagesLacking, storeVectors } from './vector-store.ts';
import type { VectorSupportFollower } from './vector-support.ts';
import { makeVectorTable, type VectorRelation } from './vector-tables.ts';

/** Passages of one portion: some 50 ms of work here and as much on the server. */
const PORTION = 64;
/** Passages that rarity is counted over at most: enough to tell rare from common, and seconds of work. */
const SAMPLE = 4_000;
/** Seconds for which one process alone makes vectors; it claims them anew with each portion. */
const LEASE = 60;
/** For which the end of a table waits for those who are just reading it: a backup reads for hours, the next step waits. */
const DROP_WITHIN = '500ms';

export interface EmbeddingQueue {
  /** Null when every passage has its vector and rarity is up to date, or when there can be no vectors. */
  pending(): Promise<EmbeddingProgress | null>;
  /**
   * Does one portion of what is to be done.
   *
   * @param quiet false while documents are coming in: counting rarity waits, since it would soon be outgrown again.
   * @returns `done` when there is nothing more to do now; `elsewhere` when another process is at it.
   */
  step(quiet: boolean): Promise<'more' | 'done' | 'elsewhere'>;
}

export interface EmbeddingQueueDeps {
  readonly database: IndexDatabase;
  readonly lexicon: Lexicon;
  readonly support: VectorSupportFollower;
  /** Unique to this open index. */
  readonly owner: string;
}

export function createEmbeddingQueue(deps: EmbeddingQueueDeps): EmbeddingQueue {
  const { database, lexicon, support, owner } = deps;
  const version = analyzerVersion(lexicon);
  let counting: { readonly counter: IdfCounter; last: number; left: number } | null = null;
  /** Passages up to this number have a vector of the model, as far as this process knows. */
  let cursor = { model: '', last: 0 };
  let model: { readonly id: string; readonly idf: IdfTable } | null = null;
  /** Whether this process may be the one that makes vectors. */
  let held = false;

  /** The rarities of a model; null when it is gone. */
  const idfOf = async (id: string): Promise<IdfTable | null> => {
    if (model?.id === id) return model.idf;
    const row = await database.run((db) =>
      db.selectFrom('vector_models').select('idf').where('id', '=', id).executeTakeFirst(),
    );
    if (row?.idf == null) return null;
    model = { id, idf: readIdfTable(new Uint8Array(row.idf)) };
    return model.idf;
  };
  const needsCount = async ({ serving, next, passages }: VectorState): Promise<boolean> => {
    if (next !== null || passages === 0) return false;
    const idf = serving === null ? null : await idfOf(serving.id);
    return idf === null || isOutgrown(idf, passages);
  };

  /** What another process stores next, it need not leave lying until our claim runs out. */
  const letGo = async (): Promise<'done'> => {
    if (held) await database.run((db) => releaseLease(db, 'embedding', owner));
    held = false;
    return 'done';
  };

  /** One portion of counting. */
  const count = async (passages: number, pgvector: string): Promise<void> => {
    counting ??= { counter: createIdfCounter(), last: 0, left: Math.min(passages, SAMPLE) };
    const { last, left } = counting;
    const stride = Math.max(1, Math.floor(passages / SAMPLE));
    const rows = await database.run((db) => passagesAfter(db, last, Math.min(PORTION, left), stride));
    for (const row of rows) counting.counter.add(extractFeatures(analyzePassage(lexicon, row).embedding));
    counting.last = rows.at(-1)?.n ?? last;
    counting.left -= rows.length;
    if (counting.left > 0 && rows.length > 0) return;
    const idf = counting.counter.finish(passages);
    const id = modelId(idf);
    counting = null;
    await database.writing(async (db) => {
      await makeVectorTable(db, { id, dimensions: DIMENSIONS, idf: idf.bytes }, pgvector);
      await announceChange(db);
      const state = await readVectorState(db);
      if (!state.isCurrent(version) || state.next !== null) return;
      await writeFact(db, state.serving === null ? 'embeddingModel' : 'nextModel', id);
    });
  };

  /** Embeds some of what lacks a vector; returns whether there may be more. */
  const embedSome = async (target: VectorRelation, passages: number): Promise<boolean> => {
    if (target.vectors >= passages) return false;
    const idf = await idfOf(target.id);
    if (idf === null) return false;
    if (cursor.model !== target.id) cursor = { model: target.id, last: 0 };
    const rows = await database.run((db) => passagesLacking(db, target, cursor.last, PORTION));
    if (rows.length === 0) {
      // From the beginning once more: numbers are given out before they are seen.
      const again = cursor.last > 0;
      cursor = { model: target.id, last: 0 };
      return again;
    }
    const embeddings = new HashedEmbeddings(lexicon, idf);
    const vectors = rows.map((row) => ({
      n: row.n,
      vector: embeddings.embed(analyzePassage(lexicon, row).embedding),
    }));
    await database.writing(async (db) => {
      const state = await readVectorState(db);
      // Another process may have gone further meanwhile.
      if (!state.isCurrent(version) || (state.next ?? state.serving)?.id !== target.id) return;
      await storeVectors(db, target, vectors);
    });
    cursor = { model: target.id, last: rows.at(-1)?.n ?? cursor.last };
    return true;
  };

  /** The next model takes over when it knows as many passages as the one that serves. */
  const swap = (): Promise<void> =>
    database.writing(async (db) => {
      await announceChange(db);
      const { serving, next } = await readVectorState(db);
      if (next === null || next.vectors < (serving?.vectors ?? 0)) return;
      await writeFact(db, 'embeddingModel', next.id);
      await writeFact(db, 'nextModel', null);
    });

  /** Ends the table of a model that serves no more; returns whether there may be others. */
  const sweep = async ({ stale, serving }: VectorState): Promise<boolean> => {
    const [old] = stale;
    if (old === undefined || serving === null) return false;
    try {
      await database.writing(async (db) => {
        await sql`select set_config('lock_timeout', ${DROP_WITHIN}, true)`.execute(db);
        await announceChange(db);
        if (!(await readVectorState(db)).stale.some(({ id }) => id === old.id)) return;
        await sql`drop table if exists ${sql.id(old.relation)}`.execute(db);
        await db.deleteFrom('vector_models').where('id', '=', old.id).execute();
      });
      return true;
    } catch (error) {
      // 55P03: somebody reads it for long. Another time.
      if (error instanceof Error && 'code' in error && error.code === '55P03') return false;
      throw error;
    }
  };

  return {
    async pending() {
      if ((await support.follow()).version === null) return null;
      const state = await database.reading(readVectorState);
      // Another version of the program looks after its own terms and vectors.
      if (!state.isCurrent(version)) return null;
      const { passages: total, serving, next } = state;
      if (await needsCount(state)) return { done: 0, total };
      const done = (next ?? serving)?.vectors ?? 0;
      return done < total || next !== null ? { done, total } : null;
    },
    async step(quiet) {
      const { version: pgvector } = await support.follow();
      if (pgvector === null) return 'done';
      const state = await database.reading(readVectorState);
      if (!state.isCurrent(version)) return 'done';
      const { passages, serving, next, stale } = state;
      const mustCount = await needsCount(state);
      const target = next ?? serving;
      const isDone = !mustCount && next === null && (target === null || target.vectors >= passages);
      if ((isDone && stale.length === 0) || (mustCount && !quiet)) return letGo();
      if (!(await database.run((db) => claimLease(db, 'embedding', owner, LEASE)))) return 'elsewhere';
      held = true;
      if (mustCount) {
        await count(passages, pgvector);
        return 'more';
      }
      counting = null;
      const more = target !== null && (await embedSome(target, passages));
      if (next !== null) await swap();
      return more || next !== null || (await sweep(state)) ? 'more' : letGo();
    },
  };
}

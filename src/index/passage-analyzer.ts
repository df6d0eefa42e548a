/**
 * Keeps the derived tables (full text and vectors) in step with the passages, inside the caller's transaction. Vectors
 * of many passages are left to the embedding queue.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Passage } from '../core/source.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type AnalyzedPassage, analyzePassage, analyzerVersion } from './analyze-passage.ts';
import { countPassages } from './counts.ts';
import { HashedEmbeddings, modelId } from './hashed-embeddings.ts';
import { type EmbeddingText, extractFeatures } from './hashed-features.ts';
import { createIdfCounter, isOutgrown } from './idf-table.ts';
import { dropMeta, readMeta, writeMeta } from './meta.ts';
import { createSourceTermWriter } from './source-terms.ts';
import {
  createVectorWriter,
  deleteEmbeddedVectors,
  passagesAfter,
  type StoredPassage,
} from './stored-vectors.ts';
import { createCopyRenewal } from './story-copies.ts';
import { nextModel, servingModel, writeServing } from './vector-models.ts';

/** Up to so many passages in all, vectors are made with the write, and rarity is counted anew: some 0.7 s of work. */
const SMALL_CORPUS = 1_000;
/** In a larger corpus, so many new passages at most get their vectors with the write: one article or a few. */
const FEW_PASSAGES = 64;

export type AnalyzeProgress = (done: number, total: number) => void;

/** Whether terms and vectors were derived as this program derives them. */
export function analysisIsCurrent(db: DatabaseSync, lexicon: Lexicon): boolean {
  return readMeta(db, 'analyzerVersion') === analyzerVersion(lexicon);
}

/** Adds terms of passages that were just stored under the row numbers, and vectors where they are few. */
export function indexPassages(
  db: DatabaseSync,
  lexicon: Lexicon,
  passages: readonly { readonly n: number; readonly passage: Passage }[],
): void {
  const terms = createTermWriter(db);
  const sources = createSourceTermWriter(db);
  const analyzed = passages.map(({ n, passage }) => {
    const found = analyzePassage(lexicon, passage);
    terms(n, found);
    sources.add(passage.sourceId, n, found);
    return { n, embedding: found.embedding };
  });
  sources.end();
  const count = countPassages(db);
  const serving = servingModel(db);
  if (count <= SMALL_CORPUS && (serving === null ? count > 0 : isOutgrown(serving.idf, count))) {
    if (nextModel(db) === null) {
      embedAll(db, lexicon, new Map(analyzed.map(({ n, embedding }) => [n, embedding])));
      return;
    }
  }
  if (serving === null || (count > SMALL_CORPUS && passages.length > FEW_PASSAGES)) return;
  const embeddings = new HashedEmbeddings(lexicon, serving.idf);
  const write = createVectorWriter(db, serving.id);
  for (const { n, embedding } of analyzed) write(n, embeddings.embed(embedding));
}

/** Derives everything anew from the stored passages; vectors of a large corpus are left to the embedding queue. */
export function rebuildAnalysis(db: DatabaseSync, lexicon: Lexicon, progress: AnalyzeProgress): void {
  db.exec(`INSERT INTO fts (fts) VALUES ('delete-all')`);
  db.exec(`INSERT INTO fts_sources (fts_sources) VALUES ('delete-all')`);
  deleteEmbeddedVectors(db);
  for (const key of ['embeddingModel', 'idf', 'nextModel', 'nextIdf'] as const) dropMeta(db, key);
  const terms = createTermWriter(db);
  const sources = createSourceTermWriter(db);
  const total = countPassages(db);
  const noteCopies = createCopyRenewal(db);
  const small = total <= SMALL_CORPUS;
  const embeddings = new Map<number, EmbeddingText>();
  let done = 0;
  for (const passage of allPassages(db)) {
    const analyzed = analyzePassage(lexicon, passage);
    if (small) embeddings.set(passage.n, analyzed.embedding);
    terms(passage.n, analyzed);
    sources.add(passage.sourceId, passage.n, analyzed);
    noteCopies(passage);
    done += 1;
    progress(done, total);
  }
  sources.end();
  if (total > 0 && small) embedAll(db, lexicon, embeddings);
  writeMeta(db, 'analyzerVersion', analyzerVersion(lexicon));
}

/**
 * Counts rarity over all passages of a small corpus and embeds each.
 *
 * @param known those that were analyzed just now, by number: analyzing takes longer than the rest.
 */
function embedAll(db: DatabaseSync, lexicon: Lexicon, known: ReadonlyMap<number, EmbeddingText>): void {
  const counter = createIdfCounter();
  const all = [...allPassages(db)].map((passage) => ({
    n: passage.n,
    embedding: known.get(passage.n) ?? analyzePassage(lexicon, passage).embedding,
  }));
  for (const { embedding } of all) counter.add(extractFeatures(embedding));
  const idf = counter.finish();
  const embeddings = new HashedEmbeddings(lexicon, idf);
  deleteEmbeddedVectors(db);
  writeServing(db, { id: modelId(idf), idf });
  const write = createVectorWriter(db, modelId(idf));
  for (const { n, embedding } of all) write(n, embeddings.embed(embedding));
}

function* allPassages(db: DatabaseSync): Generator<StoredPassage> {
  // In portions: a statement must not stay open while its own transaction writes.
  let last = 0;
  for (let rows = passagesAfter(db, last, 200); rows.length > 0; rows = passagesAfter(db, last, 200)) {
    last = rows.at(-1)?.n ?? last;
    yield* rows;
  }
}

function createTermWriter(db: DatabaseSync): (n: number, analyzed: AnalyzedPassage) => void {
  const insert = db.prepare('INSERT INTO fts (rowid, words, concepts, context) VALUES (?, ?, ?, ?)');
  return (n, { words, concepts, context }) => {
    insert.run(n, words, concepts, context);
  };
}

/** Keeps the derived tables (full text and vectors) in step with the passages, inside the caller's transaction. */
import type { DatabaseSync } from 'node:sqlite';
import type { Passage } from '../core/source.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type AnalyzedPassage, analyzePassage, analyzerVersion } from './analyze-passage.ts';
import { HashedEmbeddings, modelId } from './hashed-embeddings.ts';
import { extractFeatures } from './hashed-features.ts';
import { createIdfCounter, type IdfTable, readIdfTable } from './idf-table.ts';
import { readMeta, writeMeta } from './meta.ts';
import { createSourceTermWriter } from './source-terms.ts';
import { encodeVector, vectorDigest } from './vector-codec.ts';

/**
 * Rarity is counted anew, and every vector with it, when the corpus is this many times as large or as small as when it
 * was last counted. A passage is thus embedded a handful of times in its life, and rarity is never far off.
 */
const RECOUNT_FACTOR = 2;

export type AnalyzeProgress = (done: number, total: number) => void;

/** The table that the stored vectors were made with; null before the first passage. */
export function readIdf(db: DatabaseSync): IdfTable | null {
  const bytes = readMeta(db, 'idf');
  return bytes instanceof Uint8Array ? readIdfTable(bytes) : null;
}

/** Whether terms and vectors were derived as this program derives them. */
export function analysisIsCurrent(db: DatabaseSync, lexicon: Lexicon): boolean {
  return readMeta(db, 'analyzerVersion') === analyzerVersion(lexicon);
}

/** Adds terms and vectors of passages that were just stored under the row numbers. */
export function indexPassages(
  db: DatabaseSync,
  lexicon: Lexicon,
  passages: readonly { readonly n: number; readonly passage: Passage }[],
): void {
  const idf = readIdf(db);
  const count = Number(db.prepare('SELECT count(*) AS n FROM passages').get()?.n);
  const recount = idf === null ? count > 0 : isOutgrown(idf, count);
  const terms = createTermWriter(db);
  const sources = createSourceTermWriter(db);
  const vectors = idf && !recount ? createVectorWriter(db, new HashedEmbeddings(lexicon, idf)) : null;
  for (const { n, passage } of passages) {
    const analyzed = analyzePassage(lexicon, passage);
    terms(n, analyzed);
    sources.add(passage.sourceId, n, analyzed);
    vectors?.(n, analyzed);
  }
  sources.end();
  if (recount) embedAll(db, lexicon);
}

function isOutgrown(idf: IdfTable, count: number): boolean {
  return count >= idf.passages * RECOUNT_FACTOR || count * RECOUNT_FACTOR <= idf.passages;
}

/** Derives everything anew from the stored passages. */
export function rebuildAnalysis(db: DatabaseSync, lexicon: Lexicon, progress: AnalyzeProgress): void {
  db.exec(`INSERT INTO fts (fts) VALUES ('delete-all')`);
  db.exec(`INSERT INTO fts_sources (fts_sources) VALUES ('delete-all')`);
  const terms = createTermWriter(db);
  const sources = createSourceTermWriter(db);
  embedAll(db, lexicon, ({ n, sourceId, analyzed }, done, total) => {
    terms(n, analyzed);
    sources.add(sourceId, n, analyzed);
    progress(done, total);
  });
  sources.end();
  writeMeta(db, 'analyzerVersion', analyzerVersion(lexicon));
}

/** Counts rarity over all passages and embeds each. Passages are analyzed twice, so that memory stays bounded. */
function embedAll(
  db: DatabaseSync,
  lexicon: Lexicon,
  visit: (passage: StoredPassage, done: number, total: number) => void = () => {},
): void {
  const total = Number(db.prepare('SELECT count(*) AS n FROM passages').get()?.n);
  const counter = createIdfCounter();
  let done = 0;
  for (const passage of analyzeStored(db, lexicon)) {
    counter.add(extractFeatures(passage.analyzed.embedding));
    done += 1;
    visit(passage, done, total);
  }
  const idf = counter.finish();
  db.exec('DELETE FROM vectors');
  const vectors = createVectorWriter(db, new HashedEmbeddings(lexicon, idf));
  for (const { n, analyzed } of analyzeStored(db, lexicon)) vectors(n, analyzed);
  writeMeta(db, 'idf', idf.bytes);
  writeMeta(db, 'embeddingModel', modelId(idf));
}

interface StoredPassage {
  readonly n: number;
  readonly sourceId: string;
  readonly analyzed: AnalyzedPassage;
}

/** In the order of their numbers: the passages of one source follow one another. */
function* analyzeStored(db: DatabaseSync, lexicon: Lexicon): Generator<StoredPassage> {
  // In portions: a statement must not stay open while its own transaction writes.
  const portion = db.prepare(
    'SELECT n, source_id, text, context, lang FROM passages WHERE n > ? ORDER BY n LIMIT 200',
  );
  let last = 0;
  for (let rows = portion.all(last); rows.length > 0; rows = portion.all(last)) {
    for (const row of rows) {
      last = Number(row.n);
      const passage = {
        text: String(row.text),
        context: String(row.context),
        lang: String(row.lang),
      };
      yield { n: last, sourceId: String(row.source_id), analyzed: analyzePassage(lexicon, passage) };
    }
  }
}

function createTermWriter(db: DatabaseSync): (n: number, analyzed: AnalyzedPassage) => void {
  const insert = db.prepare('INSERT INTO fts (rowid, words, concepts, context) VALUES (?, ?, ?, ?)');
  return (n, { words, concepts, context }) => {
    insert.run(n, words, concepts, context);
  };
}

function createVectorWriter(
  db: DatabaseSync,
  embeddings: HashedEmbeddings,
): (n: number, analyzed: AnalyzedPassage) => void {
  const insert = db.prepare('INSERT INTO vectors (passage, model, digest, vector) VALUES (?, ?, ?, ?)');
  return (n, { embedding }) => {
    const bytes = encodeVector(embeddings.embed(embedding));
    insert.run(n, embeddings.model, vectorDigest(bytes), bytes);
  };
}

/** Looks for damage in the index. */
import type { DatabaseSync } from 'node:sqlite';
import { countPassages, countVectors } from './counts.ts';
import { readMeta } from './meta.ts';
import type { VectorMirror } from './vector-mirror.ts';

const RESTORE = 'restore a copy of the data folder, or move it away and ingest again';

/** One sentence for each problem, each saying what to do; empty when all is well. */
export function checkIndex(db: DatabaseSync, mirror: VectorMirror | null): string[] {
  const problems: string[] = [];
  const count = (sql: string): number => Number(db.prepare(sql).get()?.n);
  for (const row of db.prepare('PRAGMA integrity_check(5)').all()) {
    const finding = String(row.integrity_check);
    if (finding !== 'ok') problems.push(`the database is damaged (${finding}): ${RESTORE}`);
  }
  const lost = db.prepare('PRAGMA foreign_key_check').all().length;
  if (lost > 0) problems.push(`${lost} rows of the database belong to nothing: ${RESTORE}`);
  const passages = count('SELECT count(*) AS n FROM passages');
  const terms = count('SELECT count(*) AS n FROM fts');
  if (terms !== passages)
    problems.push(`${terms} of ${passages} passages are in the full-text index: ${RESTORE}`);
  const sources = count('SELECT count(DISTINCT source_id) AS n FROM passages');
  const whole = count('SELECT count(*) AS n FROM fts_sources');
  if (whole !== sources)
    problems.push(`${whole} of ${sources} sources are in the full-text index: ${RESTORE}`);
  const model = String(readMeta(db, 'embeddingModel') ?? '');
  const vectors = Number(db.prepare('SELECT count(*) AS n FROM vectors WHERE model = ?').get(model)?.n);
  if (countPassages(db) !== passages || countVectors(db, model) !== vectors)
    problems.push(`the database counts ${countPassages(db)} passages and holds ${passages}: ${RESTORE}`);
  // While a model takes another's place, the old one's vectors are in memory.
  if (mirror?.model === model && mirror.size !== vectors)
    problems.push(`${mirror.size} of ${vectors} vectors are in memory: restart Casebook`);
  if (mirror?.note)
    problems.push(`vectors are searched one by one, ${mirror.note}: run npm ci again with a C++ compiler`);
  return problems;
}

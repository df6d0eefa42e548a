/** The keyword leg: BM25 over FTS5. */
import type { DatabaseSync } from 'node:sqlite';
import { type MatchTerms, matchExpression } from './fts-terms.ts';

export interface KeywordHit {
  /** `passages.n`. */
  readonly n: number;
  /** BM25, above 0; comparable within one result only. */
  readonly score: number;
}

/** Weights of the columns words, concepts and context in BM25. Measured. */
const COLUMN_WEIGHTS: readonly [number, number, number] = [1, 1, 1];

/** Passages with any of the terms that the scopes may see, best first. */
export function searchKeywords(
  db: DatabaseSync,
  terms: MatchTerms,
  scopes: readonly string[],
  limit: number,
  weights = COLUMN_WEIGHTS,
): KeywordHit[] {
  const match = matchExpression(terms);
  if (match === null) return [];
  const rows = db
    .prepare(
      `SELECT fts.rowid AS n, -bm25(fts, ?, ?, ?) AS score FROM fts
       JOIN passages p ON p.n = fts.rowid JOIN sources s ON s.id = p.source_id
       WHERE fts MATCH ? AND s.scope IN (SELECT value FROM json_each(?))
       ORDER BY score DESC, n LIMIT ?`,
    )
    .all(...weights, match, JSON.stringify(scopes), limit);
  return rows.map((row) => ({ n: Number(row.n), score: Number(row.score) }));
}

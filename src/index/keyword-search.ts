/** The keyword leg: BM25 over FTS5. */
import type { DatabaseSync } from 'node:sqlite';
import { type MatchTerms, matchExpression } from './fts-terms.ts';
import type { ColumnWeights } from './ranking.ts';

export interface KeywordHit {
  /** `passages.n`. */
  readonly n: number;
  /** BM25, above 0; comparable within one result only. */
  readonly score: number;
}

/** Passages with any of the terms that the scopes may see, best first. */
export function searchKeywords(
  db: DatabaseSync,
  terms: MatchTerms,
  scopes: readonly string[],
  limit: number,
  columns: ColumnWeights,
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
    .all(...columns, match, JSON.stringify(scopes), limit);
  return rows.map((row) => ({ n: Number(row.n), score: Number(row.score) }));
}

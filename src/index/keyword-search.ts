/** The keyword leg: BM25 over FTS5. */
import type { DatabaseSync } from 'node:sqlite';
import { type MatchTerms, matchExpression } from './fts-terms.ts';

export interface KeywordHit {
  /** `passages.n`. */
  readonly n: number;
  /** BM25, above 0; comparable within one result only. */
  readonly score: number;
}

/** Weights of the columns words, concepts and context in BM25. */
type ColumnWeights = readonly [number, number, number];
/** Measured on articles and questions about them: a title says as much as a sentence. */
const COLUMN_WEIGHTS: ColumnWeights = [1, 1, 1];
/**
 * Measured on cases in two languages. Their passages carry titles in both, in which each concept counts twice: at half
 * the weight a title still brings its case up, and does not hide which passage says what is asked.
 */
const COLUMN_WEIGHTS_MIXED: ColumnWeights = [1, 1, 0.5];

/**
 * Passages with any of the terms that the scopes may see, best first.
 *
 * @param mixed whether the corpus is in several languages.
 */
export function searchKeywords(
  db: DatabaseSync,
  terms: MatchTerms,
  scopes: readonly string[],
  limit: number,
  mixed = false,
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
    .all(...(mixed ? COLUMN_WEIGHTS_MIXED : COLUMN_WEIGHTS), match, JSON.stringify(scopes), limit);
  return rows.map((row) => ({ n: Number(row.n), score: Number(row.score) }));
}

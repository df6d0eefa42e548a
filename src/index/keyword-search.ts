/** The keyword leg: BM25 over FTS5. */
import type { DatabaseSync } from 'node:sqlite';
import { type MatchTerms, matchExpression } from './fts-terms.ts';
import type { ColumnWeights } from './ranking.ts';
import type { AllowedPassages } from './vector-mirror.ts';

export interface KeywordHit {
  /** `passages.n`. */
  readonly n: number;
  /** BM25, above 0; comparable within one result only. */
  readonly score: number;
}

/**
 * Passages with any of the terms among those that are allowed, best first.
 *
 * @param allowed null for all.
 */
export function searchKeywords(
  db: DatabaseSync,
  terms: MatchTerms,
  allowed: AllowedPassages | null,
  limit: number,
  columns: ColumnWeights,
): KeywordHit[] {
  const match = matchExpression(terms);
  if (match === null) return [];
  const rows = db
    .prepare(
      `SELECT rowid AS n, -bm25(fts, ?, ?, ?) AS score FROM fts WHERE fts MATCH ?
       ORDER BY score DESC, n LIMIT ?`,
    )
    // A negative limit is none: read until enough of the allowed ones have come.
    .iterate(...columns, match, allowed === null ? limit : -1);
  const hits: KeywordHit[] = [];
  for (const row of rows) {
    const n = Number(row.n);
    if (allowed !== null && !allowed.has(n)) continue;
    hits.push({ n, score: Number(row.score) });
    if (hits.length >= limit) break;
  }
  return hits;
}

/** The keyword leg: BM25 over FTS5. */
import type { DatabaseSync } from 'node:sqlite';
import { type MatchTerms, matchExpression } from './fts-terms.ts';
import { planKeywords } from './keyword-plan.ts';
import type { TermFrequency } from './query-terms.ts';
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
  frequency: TermFrequency,
): KeywordHit[] {
  const plan = planKeywords(terms, frequency, limit);
  if (plan.bringing !== null) {
    const hits = searchTerms(db, plan.terms, plan.bringing, allowed, limit, columns);
    const isSure = hits.length >= limit && (hits.at(-1)?.score ?? 0) > plan.mostOfOthers;
    if (isSure || (plan.isTooMuch && hits.length > 0)) return hits;
  }
  return searchTerms(db, plan.terms, null, allowed, limit, columns);
}

/** @param bringing terms of which a passage must have one; null when any of the terms will do. */
function searchTerms(
  db: DatabaseSync,
  terms: MatchTerms,
  bringing: MatchTerms | null,
  allowed: AllowedPassages | null,
  limit: number,
  columns: ColumnWeights,
): KeywordHit[] {
  const match = matchExpression(terms);
  if (match === null) return [];
  const narrowed = bringing === null ? null : matchExpression(bringing);
  // The plus keeps SQLite from asking the full text for each of the rows by itself.
  const where = narrowed === null ? '' : 'AND +rowid IN (SELECT rowid FROM fts WHERE fts MATCH ?)';
  const rows = db
    .prepare(
      `SELECT rowid AS n, -bm25(fts, ?, ?, ?) AS score FROM fts WHERE fts MATCH ? ${where}
       ORDER BY score DESC, n LIMIT ?`,
    )
    // A negative limit is none: read until enough of the allowed ones have come.
    .iterate(...columns, match, ...(narrowed === null ? [] : [narrowed]), allowed === null ? limit : -1);
  const hits: KeywordHit[] = [];
  for (const row of rows) {
    const n = Number(row.n);
    if (allowed !== null && !allowed.has(n)) continue;
    hits.push({ n, score: Number(row.score) });
    if (hits.length >= limit) break;
  }
  return hits;
}

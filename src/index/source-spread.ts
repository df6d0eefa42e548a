/** How the sources are spread that a scope may see, counted where they are stored. */
import type { DatabaseSync } from 'node:sqlite';
import type { SourceSpread } from '../core/corpus-overview.ts';
import { foreignScopes } from './counts.ts';
import { groupFromRow, SOURCE_COLUMNS, sourceFromRow, textOrNull } from './rows.ts';

/** Reads each row's beginning once, and of the long texts nothing. To be called on one state of the database. */
export function readSpread(db: DatabaseSync, scope: string, recent: number): SourceSpread {
  // Where nobody else has a source, the index of dates alone tells their order. The plus keeps SQLite from looking up
  // by scope, which nearly all sources share.
  const alone = foreignScopes(db, scope).length === 0;
  const visible = alone ? '?1 IS NOT NULL' : "+s.scope IN ('global', ?1)";
  const groups = db
    .prepare(
      `SELECT s.lang, s.text_kind, s.authority, substr(s.published_at, 1, 4) AS year,
         CASE s.authority WHEN 'state-media' THEN s.publisher END AS publisher,
         s.reviewed <> 0 OR EXISTS
           (SELECT 1 FROM operator_reviews r WHERE r.source_id = s.id AND r.verdict = 'accepted') AS reviewed,
         count(*) AS n
       FROM sources s WHERE ${visible} GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY min(s.id)`,
    )
    .all(scope)
    .map(groupFromRow);
  const dated = groups.reduce((sum, { year, sources }) => sum + (year === null ? 0 : sources), 0);
  const byDate = db.prepare(
    `SELECT s.published_at AS date FROM sources s WHERE s.published_at IS NOT NULL AND ${visible}
     ORDER BY s.published_at LIMIT 1 OFFSET ?2`,
  );
  const dateAt = (place: number) => textOrNull(byDate.get(scope, place)?.date);
  const newest = db
    .prepare(
      `SELECT ${SOURCE_COLUMNS} FROM sources s WHERE s.id IN (
         SELECT s.id FROM sources s WHERE s.published_at IS NOT NULL AND ${visible}
         ORDER BY s.published_at DESC, s.id LIMIT ?2)
       ORDER BY s.published_at DESC, s.id`,
    )
    .all(scope, recent)
    .map(sourceFromRow);
  return {
    groups,
    oldest: dateAt(0),
    newest: dated === 0 ? null : dateAt(dated - 1),
    median: dated === 0 ? null : dateAt(Math.floor((dated - 1) / 2)),
    recent: newest,
  };
}

export function visibleOf(db: DatabaseSync, ids: readonly string[], scope: string): Set<string> {
  const rows = db
    .prepare(
      `SELECT id FROM sources WHERE id IN (SELECT value FROM json_each(?)) AND +scope IN ('global', ?)`,
    )
    .all(JSON.stringify(ids), scope);
  return new Set(rows.map((row) => String(row.id)));
}

export function countScopes(db: DatabaseSync): Map<string, number> {
  const rows = db.prepare('SELECT scope, count(*) AS n FROM sources GROUP BY scope ORDER BY scope').all();
  return new Map(rows.map((row) => [String(row.scope), Number(row.n)]));
}

/** How much the database holds, as its triggers and indexes tell it: no rows are read. */
import type { DatabaseSync } from 'node:sqlite';

/** Passages by ISO 639-1 code of their text, most frequent first. */
export function passagesByLanguage(db: DatabaseSync): Record<string, number> {
  const rows = db.prepare('SELECT lang, n FROM passage_counts WHERE n > 0 ORDER BY n DESC, lang').all();
  return Object.fromEntries(rows.map((row) => [String(row.lang), Number(row.n)]));
}

export function countPassages(db: DatabaseSync): number {
  return Number(db.prepare('SELECT sum(n) AS n FROM passage_counts').get()?.n ?? 0);
}

/** Passages that have a vector of the model. */
export function countVectors(db: DatabaseSync, model: string): number {
  return Number(db.prepare('SELECT n FROM vector_counts WHERE model = ?').get(model)?.n ?? 0);
}

/** Scopes that have sources and are neither global nor this one. Jumps from one to the next: few have many sources. */
export function foreignScopes(db: DatabaseSync, scope: string): string[] {
  const rows = db
    .prepare(
      `WITH RECURSIVE one (scope) AS (
         SELECT min(scope) FROM sources
         UNION ALL SELECT (SELECT min(s.scope) FROM sources s WHERE s.scope > one.scope) FROM one
           WHERE one.scope IS NOT NULL)
       SELECT scope FROM one WHERE scope NOT IN ('global', ?)`,
    )
    .all(scope);
  return rows.map((row) => String(row.scope));
}

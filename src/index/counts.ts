/** How much the database holds, as its triggers count it: no rows are read. */
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

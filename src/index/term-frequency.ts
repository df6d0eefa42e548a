/** How many passages of the database have a term. */
import type { DatabaseSync } from 'node:sqlite';
import { countPassages } from './counts.ts';
import type { TermFrequency } from './query-terms.ts';

/** Of the database's state now: each term is looked up once. */
export function createTermFrequency(db: DatabaseSync): TermFrequency {
  const lookup = db.prepare('SELECT doc FROM fts_terms WHERE term = ?');
  const known = new Map<string, number>();
  return {
    passages: countPassages(db),
    of(token) {
      const count = known.get(token) ?? Number(lookup.get(token)?.doc ?? 0);
      known.set(token, count);
      return count;
    },
  };
}

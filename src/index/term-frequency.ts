/** How many passages of the database have a term. */
import type { DatabaseSync } from 'node:sqlite';
import { countPassages } from './counts.ts';
import type { TermFrequency } from './query-terms.ts';

/** Counting the passages of a frequent term reads them all: a few milliseconds. From so many on it is not done each time. */
const FREQUENT = 1_000;
/** Such a count is taken anew when the corpus has changed by this share of its passages. */
const OUTGROWN = 0.01;
/** Counts that are kept. */
const MOST_KEPT = 20_000;

export interface FrequencyTable {
  /** Of the database's state now. */
  current(): TermFrequency;
  /** To be called when the corpus has changed. */
  forget(): void;
}

/** Each term is looked up once in a state of the database, one that is in many passages less often. */
export function createFrequencyTable(db: DatabaseSync): FrequencyTable {
  const lookup = db.prepare('SELECT doc FROM fts_terms WHERE term = ?');
  const known = new Map<string, number>();
  const frequent = new Map<string, { readonly count: number; readonly passages: number }>();
  const count = (token: string, passages: number): number => {
    const before = frequent.get(token);
    if (before !== undefined && Math.abs(before.passages - passages) <= OUTGROWN * passages)
      return before.count;
    const found = Number(lookup.get(token)?.doc ?? 0);
    if (found < FREQUENT) return found;
    if (frequent.size >= MOST_KEPT) frequent.clear();
    frequent.set(token, { count: found, passages });
    return found;
  };
  return {
    current() {
      const passages = countPassages(db);
      return {
        passages,
        of(token) {
          const before = known.get(token);
          if (before !== undefined) return before;
          const found = count(token, passages);
          if (known.size >= MOST_KEPT) known.clear();
          known.set(token, found);
          return found;
        },
      };
    },
    forget: () => known.clear(),
  };
}

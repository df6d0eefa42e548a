/** The full text of whole sources: one row for each, under the number of its first passage. */
import type { DatabaseSync } from 'node:sqlite';
import type { AnalyzedPassage } from './analyze-passage.ts';
import { type MatchTerms, sourceMatchExpression } from './fts-terms.ts';
import type { AllowedPassages } from './vector-mirror.ts';

export interface SourceTermWriter {
  /** Takes the passages of a source one after the other, in their order. */
  add(sourceId: string, n: number, passage: Pick<AnalyzedPassage, 'words' | 'contextWords'>): void;
  /** Writes the last source. */
  end(): void;
}

/** Writes inside the caller's transaction. What it holds in memory is one source. */
export function createSourceTermWriter(db: DatabaseSync): SourceTermWriter {
  const insert = db.prepare('INSERT INTO fts_sources (rowid, words, context) VALUES (?, ?, ?)');
  let open: { id: string; n: number; words: string[]; context: string } | null = null;
  const end = (): void => {
    if (open !== null) insert.run(open.n, open.words.join(' '), open.context);
    open = null;
  };
  return {
    add(id, n, { words, contextWords }) {
      if (open?.id !== id) {
        end();
        open = { id, n, words: [], context: contextWords };
      }
      open.words.push(words);
    },
    end,
  };
}

/** Takes a source out; call it while its passages are still there. */
export function deleteSourceTerms(db: DatabaseSync, sourceId: string): void {
  db.prepare('DELETE FROM fts_sources WHERE rowid = (SELECT min(n) FROM passages WHERE source_id = ?)').run(
    sourceId,
  );
}

/**
 * The sources that hold most of the words, by their id, with BM25 over all that they say (above 0; comparable within one
 * result only).
 *
 * @param allowed the passages that may be found, null for all; a source is told by its first one.
 */
export function searchSources(
  db: DatabaseSync,
  terms: Pick<MatchTerms, 'words'>,
  allowed: AllowedPassages | null,
  limit: number,
): Map<string, number> {
  const match = sourceMatchExpression(terms);
  if (match === null) return new Map();
  const rows = db
    .prepare(
      `SELECT rowid AS n, -bm25(fts_sources) AS score FROM fts_sources WHERE fts_sources MATCH ?
       ORDER BY score DESC, n LIMIT ?`,
    )
    // A negative limit is none: read until enough of the allowed ones have come.
    .iterate(match, allowed === null ? limit : -1);
  // Of what is found alone, not of all that matches.
  const sourceOf = db.prepare('SELECT source_id AS id FROM passages WHERE n = ?');
  const found = new Map<string, number>();
  for (const row of rows) {
    if (allowed !== null && !allowed.has(Number(row.n))) continue;
    found.set(String(sourceOf.get(Number(row.n))?.id), Number(row.score));
    if (found.size >= limit) break;
  }
  return found;
}

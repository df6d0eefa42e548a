/** The words of the corpus in memory, for questions with words that are in no passage. */
import type { DatabaseSync } from 'node:sqlite';
import { countPassages } from './counts.ts';
import { createWordTable, type WordTable } from './word-table.ts';

/** Up to so many passages the words are read when they are first asked for: some 50 ms. Else in idle moments. */
export const READ_AT_ONCE = 20_000;
/** Terms that one step reads: some 5 ms, which a request may have to wait for. */
const STEP = 1_000;
/** The words are read anew when the corpus has changed by this share of its passages. */
const OUTGROWN = 0.1;
/** Shorter words have too many neighbours, longer ones are keys or broken text. */
const WORD = /^\p{L}{4,24}$/u;
/** Han and kana have no spelling; letters of two code units would not come in the order of code units. */
const UNSPELLED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u{10000}-\u{10ffff}]/u;

export interface Vocabulary {
  /** The words as they are indexed; null while they are still to be read. */
  table(): WordTable | null;
  /** Reads some of the words; returns whether there are more. */
  step(): boolean;
}

/** Those of the index's terms that another word may be a misspelling of. */
export function spelledWords(terms: readonly string[]): string[] {
  return terms.filter((term) => WORD.test(term) && !UNSPELLED.test(term));
}

/** Whether words that were read when there were so many passages are too old for a corpus of that many. */
export function isOutdated(passagesThen: number, passages: number): boolean {
  return Math.abs(passages - passagesThen) > OUTGROWN * passagesThen;
}

/** Nothing is read before it is asked for. What it knows may be somewhat old: look up what you take from it. */
export function createVocabulary(db: DatabaseSync, readAtOnce = READ_AT_ONCE): Vocabulary {
  // Left open, it would hold a state of the database: each step is a statement of its own.
  const following = db.prepare('SELECT term FROM fts_terms WHERE term > ? ORDER BY term LIMIT ?');
  let table: WordTable | null = null;
  let passages = 0;
  let wanted = false;
  let reading: { readonly table: WordTable; last: string; readonly passages: number } | null = null;

  const isCurrent = (count: number): boolean => table !== null && !isOutdated(passages, count);
  const step = (): boolean => {
    const count = countPassages(db);
    if (!wanted || isCurrent(count)) return false;
    reading ??= { table: createWordTable(), last: '', passages: count };
    const terms = following.all(reading.last, STEP).map((row) => String(row.term));
    reading.table.add(spelledWords(terms));
    reading.last = terms.at(-1) ?? reading.last;
    if (terms.length === STEP) return true;
    table = reading.table;
    passages = reading.passages;
    reading = null;
    return false;
  };
  return {
    table() {
      wanted = true;
      if (countPassages(db) <= readAtOnce) while (step());
      return table;
    },
    step,
  };
}

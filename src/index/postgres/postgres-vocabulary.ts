/** The words of the corpus in memory, for questions with words that are in no passage. */
import { sql } from 'kysely';
import { isOutdated, READ_AT_ONCE, spelledWords } from '../vocabulary.ts';
import { createWordTable, type WordTable } from '../word-table.ts';
import type { IndexDatabase, IndexDb } from './index-database.ts';

/** Terms that one statement reads, and that are taken over at once: some 10 ms. */
const PORTION = 2_000;
/** Characters of the shortest and the longest word that is read, as `spelledWords` takes them. */
const SHORTEST = 4;
const LONGEST = 24;

export interface PostgresVocabulary {
  /** The words as they are indexed, when they were read and are not too old for so many passages. */
  current(passages: number): WordTable | null;
  /**
   * Sees to it that the words are read: of a small corpus now, inside the transaction of a search; else behind it.
   *
   * @returns the words; null while they are still to be read.
   */
  read(db: IndexDb, passages: number): Promise<WordTable | null>;
  /** Ends when nothing is read any more. */
  close(): Promise<void>;
}

/** Nothing is read before it is asked for. What it knows may be somewhat old: look up what you take from it. */
export function createPostgresVocabulary(
  database: Pick<IndexDatabase, 'run'>,
  readAtOnce = READ_AT_ONCE,
): PostgresVocabulary {
  let known: { readonly table: WordTable; readonly passages: number } | null = null;
  let reading: Promise<void> | null = null;
  let closed = false;

  const readBehind = async (passages: number): Promise<void> => {
    const table = createWordTable();
    // Each portion is a statement of its own: a transaction that stays open would keep the server from cleaning up.
    let last: string | null = '';
    while (last !== null && !closed) {
      const after: string = last;
      last = await database.run((db) => readPortion(db, after, table));
    }
    if (!closed) known = { table, passages };
  };
  return {
    current: (passages) => (known === null || isOutdated(known.passages, passages) ? null : known.table),
    async read(db, passages) {
      if (passages <= readAtOnce) {
        const table = createWordTable();
        for (let last: string | null = ''; last !== null; )
          last = await readPortion(db, last, table, readAtOnce);
        known = { table, passages };
        return table;
      }
      // Without them a search finds all but misspelled words: what fails here is tried again by the next one.
      reading ??= readBehind(passages)
        .catch(() => undefined)
        .finally(() => {
          reading = null;
        });
      // Old words are better than none.
      return known?.table ?? null;
    },
    async close() {
      closed = true;
      await reading;
    },
  };
}

/** Adds the words after one to the table; returns the last of them, null when there are no more. */
async function readPortion(
  db: IndexDb,
  after: string,
  table: WordTable,
  most = PORTION,
): Promise<string | null> {
  const { rows } = await sql<{ term: string }>`select term from term_counts
    where term > ${after} and passages > 0 and char_length(term) between ${SHORTEST} and ${LONGEST}
    order by term limit ${most}`.execute(db);
  table.add(spelledWords(rows.map(({ term }) => term)));
  return rows.length < most ? null : (rows.at(-1)?.term ?? null);
}

/**
 * BM25 as SQLite's FTS5 computes it, over tables of postings (https://sqlite.org/fts5.html#the_bm25_function): the same
 * words shall weigh the same in both databases.
 */
import { type RawBuilder, sql } from 'kysely';
import { textArray } from './passage-narrowing.ts';
import type { TextCount } from './search-state.ts';

/** FTS5's constants. */
const K1 = 1.2;
const B = 0.75;
/** The weight of a term that more than half of the texts have. */
const LEAST_IDF = 1e-6;
/**
 * Parts of one that scores are told apart by. The order in which a server adds is its own affair, and equal texts must
 * come out equal.
 */
const STEPS = 1e9;

/** @param found texts that have the term. */
function idf(all: number, found: number): number {
  const value = Math.log((all - found + 0.5) / (found + 0.5));
  return value <= 0 ? LEAST_IDF : value;
}

export interface Scoring {
  /** `postings` or `source_postings`, and its column that numbers the texts. */
  readonly table: 'postings' | 'source_postings';
  readonly text: 'passage' | 'source';
  /** The terms that are looked for. */
  readonly terms: readonly string[];
  /** Texts that have a term. */
  readonly countOf: (term: string) => number;
  /** All texts. */
  readonly all: TextCount;
  /** What a term counts in each column. */
  readonly weights: Readonly<Partial<Record<'words' | 'concepts' | 'context', number>>>;
}

/**
 * A select of `n` and `score` of every text that has one of the terms. What it reads is their postings alone, which lie
 * together in the key's index.
 */
export function scoreTexts({ table, text, terms, countOf, all, weights }: Scoring): RawBuilder<unknown> {
  const idfs = terms.map((term) => idf(all.n, countOf(term)));
  const frequency = sql.join(
    Object.entries(weights).map(([column, weight]) => sql`${sql.lit(weight)}::float8 * ${sql.ref(column)}`),
    sql` + `,
  );
  const average = all.length / Math.max(1, all.n);
  const least = sql.lit(K1 * (1 - B));
  const perToken = sql`${(K1 * B) / Math.max(average, Number.MIN_VALUE)}::float8`;
  // `offset 0` keeps the planner at looking each term up, whatever it believes of a table that was just filled.
  return sql`select found.n, round(sum(asked.idf * found.f * ${sql.lit(K1 + 1)}
        / (found.f + ${least} + ${perToken} * found.length)) * ${sql.lit(STEPS)}) / ${sql.lit(STEPS)} as score
      from unnest(${textArray(terms)}, ${idfs}::float8[]) as asked(term, idf)
      cross join lateral (select ${sql.ref(text)} as n, ${frequency} as f, length
        from ${sql.table(table)} where term = asked.term offset 0) found
      group by found.n`;
}

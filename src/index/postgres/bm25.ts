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
  /** The terms of which a text must have one; null when any will do. */
  readonly bringing: readonly string[] | null;
  /** Texts that have a term. */
  readonly countOf: (term: string) => number;
  /** All texts. */
  readonly all: TextCount;
  /** What a term counts in each column. */
  readonly weights: Readonly<Partial<Record<'words' | 'concepts' | 'context', number>>>;
}

/**
 * A select of `n` and `score` of every text that has one of the terms. What it reads is their postings alone, which lie
 * together in the key's index; of a term that is in more texts than come into question, only those of these texts.
 */
export function scoreTexts(scoring: Scoring): RawBuilder<unknown> {
  const { all, bringing, terms, countOf } = scoring;
  const average = all.length / Math.max(1, all.n);
  const perToken = sql`${(K1 * B) / Math.max(average, Number.MIN_VALUE)}::float8`;
  const parts = bringing === null ? readAll(scoring, terms) : readBrought(scoring, bringing, countOf);
  // The order in which a server adds is its own affair, and equal texts must come out equal: seven digits tell them apart,
  // of small scores, too.
  return sql`select part.n, sum(part.idf * part.f * ${sql.lit(K1 + 1)}
        / (part.f + ${sql.lit(K1 * (1 - B))} + ${perToken} * part.length))::float4::float8 as score
      from (${parts}) part group by part.n`;
}

/** What each term adds to each text that has it. */
function readAll(scoring: Scoring, terms: readonly string[]): RawBuilder<unknown> {
  // `offset 0` keeps the planner at looking each term up, whatever it believes of a table that was just filled.
  return sql`select found.n, asked.idf, found.f, found.length from ${termsOf(scoring, terms)}
    cross join lateral (select ${postingOf(scoring)} where term = asked.term offset 0) found`;
}

function readBrought(
  scoring: Scoring,
  bringing: readonly string[],
  countOf: Scoring['countOf'],
): RawBuilder<unknown> {
  const brought = bringing.reduce((sum, term) => sum + countOf(term), 0);
  const isFrequent = (term: string): boolean => countOf(term) > brought && !bringing.includes(term);
  const rare = scoring.terms.filter((term) => !isFrequent(term));
  return sql`with brought as materialized (
        select distinct ${sql.ref(scoring.text)} as n from ${sql.table(scoring.table)}
        where term = any(${textArray(bringing)}))
    select * from (${readAll(scoring, rare)}) own where own.n in (select n from brought)
    union all select b.n, asked.idf, found.f, found.length
      from brought b cross join ${termsOf(scoring, scoring.terms.filter(isFrequent))}
      cross join lateral (select ${postingOf(scoring)}
        where term = asked.term and ${sql.ref(scoring.text)} = b.n offset 0) found`;
}

function termsOf({ all, countOf }: Scoring, terms: readonly string[]): RawBuilder<unknown> {
  const idfs = terms.map((term) => idf(all.n, countOf(term)));
  return sql`unnest(${textArray(terms)}, ${idfs}::float8[]) as asked(term, idf)`;
}

function postingOf({ table, text, weights }: Scoring): RawBuilder<unknown> {
  const frequency = sql.join(
    Object.entries(weights).map(([column, weight]) => sql`${sql.lit(weight)}::float8 * ${sql.ref(column)}`),
    sql` + `,
  );
  return sql`${sql.ref(text)} as n, ${frequency} as f, length from ${sql.table(table)}`;
}

/** Storing and deleting the full text of passages and of whole sources. Inside the caller's transaction. */
import { sql } from 'kysely';
import type { CountChanges } from './count-changes.ts';
import type { IndexDb } from './index-database.ts';
import type { CountedTerms } from './passage-terms.ts';

export interface PostedTerms {
  /** `passages.n`, or `sources.n`. */
  readonly n: number;
  readonly terms: CountedTerms;
}

/** Rows that one statement stores: some ten milliseconds of work. */
const PORTION = 8_000;
/** What a column of 16 bits holds; no passage comes near it, and what is beyond weighs nothing more. */
const MOST_COUNTED = 32_767;

interface PostingRow {
  readonly term: string;
  readonly n: number;
  readonly words: number;
  readonly concepts: number;
  readonly context: number;
  readonly length: number;
}

function rowsOf(posted: readonly PostedTerms[]): PostingRow[] {
  return posted.flatMap(({ n, terms: { uses, length } }) =>
    Array.from(uses, ([term, { words, concepts, context }]) => ({
      term,
      n,
      words,
      concepts,
      context,
      length,
    })),
  );
}

const capped = (count: number): number => Math.min(MOST_COUNTED, count);

/** Stores them under numbers that are new. */
export async function postPassages(
  db: IndexDb,
  posted: readonly PostedTerms[],
  counts: CountChanges,
): Promise<void> {
  for (const { terms } of posted) counts.passageTerms(terms.uses.keys(), 1);
  for (const rows of portions(rowsOf(posted), PORTION))
    await sql`insert into postings (term, passage, words, concepts, context, length)
      select * from unnest(${rows.map(({ term }) => term)}::text[], ${rows.map(({ n }) => n)}::bigint[],
        ${rows.map(({ words }) => capped(words))}::smallint[],
        ${rows.map(({ concepts }) => capped(concepts))}::smallint[],
        ${rows.map(({ context }) => capped(context))}::smallint[],
        ${rows.map(({ length }) => capped(length))}::smallint[])`.execute(db);
}

/** As `postPassages`, for whole sources. */
export async function postSources(
  db: IndexDb,
  posted: readonly PostedTerms[],
  counts: CountChanges,
): Promise<void> {
  for (const { terms } of posted) counts.sourceTerms(terms.uses.keys(), 1);
  for (const rows of portions(rowsOf(posted), PORTION))
    await sql`insert into source_postings (term, source, words, context, length)
      select * from unnest(${rows.map(({ term }) => term)}::text[], ${rows.map(({ n }) => n)}::bigint[],
        ${rows.map(({ words }) => capped(words))}::smallint[],
        ${rows.map(({ context }) => capped(context))}::smallint[],
        ${rows.map(({ length }) => length)}::integer[])`.execute(db);
}

export interface StoredTerms {
  /** `passages.n`. */
  readonly n: number;
  /** `sources.n` of its source. */
  readonly source: number;
  readonly terms: readonly string[];
}

/** Deletes what stands of passages, and of their whole sources. */
export async function deletePostings(
  db: IndexDb,
  passages: readonly StoredTerms[],
  counts: CountChanges,
): Promise<void> {
  for (const { terms } of passages) counts.passageTerms(terms, -1);
  const pairs = passages.flatMap(({ n, terms }) => terms.map((term) => ({ term, n })));
  for (const rows of portions(pairs, PORTION))
    await sql`delete from postings using (${pairsOf(rows)}) gone
      where postings.term = gone.term and postings.passage = gone.n`.execute(db);
  // What a source has, its passages have.
  const bySource = Map.groupBy(passages, ({ source }) => source);
  const whole = [...bySource].flatMap(([n, own]) =>
    [...new Set(own.flatMap(({ terms }) => terms))].map((term) => ({ term, n })),
  );
  for (const rows of portions(whole, PORTION)) {
    const { rows: gone } = await sql<{
      term: string;
    }>`delete from source_postings using (${pairsOf(rows)}) gone
      where source_postings.term = gone.term and source_postings.source = gone.n
      returning source_postings.term`.execute(db);
    counts.sourceTerms(
      gone.map(({ term }) => term),
      -1,
    );
  }
}

function pairsOf(pairs: readonly { readonly term: string; readonly n: number }[]) {
  return sql`select * from unnest(${pairs.map(({ term }) => term)}::text[], ${pairs.map(({ n }) => n)}::bigint[])
    as pair (term, n)`;
}

export function* portions<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

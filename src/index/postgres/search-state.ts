/** What a search has to know of the index before it looks for anything, read by one statement. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { PUBLISHER_LENGTH, textArray } from './passage-narrowing.ts';
import type { PostgresIndexSchema } from './postgres-schema.ts';
import type { VectorRelation } from './vector-tables.ts';

/** Passages and sources that have a term. */
export interface TermCount {
  readonly passages: number;
  readonly sources: number;
}

/** How many texts there are, and tokens in them all. */
export interface TextCount {
  readonly n: number;
  readonly length: number;
}

export interface SearchState {
  /** Passages by language, most frequent first. */
  readonly languages: Readonly<Record<string, number>>;
  readonly passages: TextCount;
  /** Sources with passages. */
  readonly sources: TextCount;
  /** The embedded model's vectors; null before they are made. */
  readonly embedded: VectorRelation | null;
  /** The vectors of the neural model that serves; null where none does. */
  readonly neural: VectorRelation | null;
  /** Whether there are sources outside of the scopes. */
  readonly hasOthers: boolean;
  /** The beginnings of the publishers' names; empty unless they were asked for. */
  readonly publishers: readonly string[];
  /** Of every term that was asked for. */
  readonly counts: Map<string, TermCount>;
}

export interface StateQuestion {
  readonly terms: readonly string[];
  readonly scopes: readonly string[];
  readonly withPublishers: boolean;
  /** Parameters of the server, set until the transaction ends. */
  readonly settings: Readonly<Record<string, string>>;
}

interface StateRow {
  readonly languages: readonly { readonly lang: string; readonly n: number; readonly length: number }[];
  readonly sources: TextCount | null;
  readonly embedded: VectorRelation | null;
  readonly neural: VectorRelation | null;
  readonly others: boolean;
  readonly publishers: readonly string[];
  readonly counts: readonly (readonly [string, number, number])[];
}

/** Call it first in the transaction of the search. */
export async function readSearchState(
  db: Kysely<PostgresIndexSchema>,
  { terms, scopes, withPublishers, settings }: StateQuestion,
): Promise<SearchState> {
  const set = Object.entries(settings).map(
    ([name, value], i) => sql`, set_config(${name}, ${value}, true) as ${sql.id(`setting_${i}`)}`,
  );
  const { rows } = await sql<StateRow>`select
    (select coalesce(json_agg(json_build_object('lang', lang, 'n', n, 'length', length) order by n desc, lang), '[]')
       from passage_counts where n > 0) as languages,
    (select json_build_object('n', n, 'length', length) from source_counts) as sources,
    ${relationNamed(sql`(select value from meta where key = 'embeddingModel')`)} as embedded,
    ${relationNamed(sql`(select value::json ->> 'id' from meta where key = 'neuralServing')`)} as neural,
    ${existsOutside(scopes)} as others,
    ${withPublishers ? publisherNames() : sql`'[]'::json`} as publishers,
    ${countsOf(terms)} as counts
    ${sql.join(set, sql` `)}`.execute(db);
  const row = rows[0] as StateRow;
  const all = { n: 0, length: 0 };
  for (const { n, length } of row.languages) {
    all.n += n;
    all.length += length;
  }
  const counts = new Map<string, TermCount>();
  takeCounts(counts, terms, row.counts);
  return {
    languages: Object.fromEntries(row.languages.map(({ lang, n }) => [lang, n])),
    passages: all,
    sources: row.sources ?? { n: 0, length: 0 },
    embedded: row.embedded,
    neural: row.neural,
    hasOthers: row.others,
    publishers: row.publishers,
    counts,
  };
}

/** Adds the counts of more terms. */
export async function readMoreCounts(
  db: Kysely<PostgresIndexSchema>,
  terms: readonly string[],
  counts: Map<string, TermCount>,
): Promise<void> {
  const { rows } = await sql<Pick<StateRow, 'counts'>>`select ${countsOf(terms)} as counts`.execute(db);
  takeCounts(counts, terms, rows[0]?.counts ?? []);
}

function countsOf(terms: readonly string[]): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_array(term, passages, sources)), '[]')
    from term_counts where term = any(${textArray(terms)}))`;
}

function takeCounts(
  counts: Map<string, TermCount>,
  terms: readonly string[],
  found: StateRow['counts'],
): void {
  const of = new Map(found.map(([term, passages, sources]) => [term, { passages, sources }]));
  // A term that was cut within a character is stored with a mark in its place.
  for (const term of terms) counts.set(term, of.get(term.toWellFormed()) ?? { passages: 0, sources: 0 });
}

function relationNamed(id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select json_build_object('id', id, 'relation', relation, 'dimensions', dimensions,
      'indexed', indexed, 'kept', kept, 'vectors', vectors) from vector_models where id = ${id})`;
}

/** Jumps from scope to scope: there are few, and many sources of each. */
function existsOutside(scopes: readonly string[]): RawBuilder<unknown> {
  return sql`(with recursive one(scope) as (
      (select min(scope) from sources)
      union all select (select min(s.scope) from sources s where s.scope > one.scope) from one
        where one.scope is not null)
    select exists (select 1 from one where scope is not null and scope <> all(${textArray(scopes)})))`;
}

function publisherNames(): RawBuilder<unknown> {
  const name = sql`left(publisher, ${sql.lit(PUBLISHER_LENGTH)})`;
  return sql`(with recursive one(name) as (
      (select min(${name}) from sources)
      union all select (select min(${name}) from sources where ${name} > one.name) from one
        where one.name is not null)
    select coalesce(json_agg(name), '[]') from one where name is not null)`;
}

/** What keywords, whole sources and vectors find, and what the ranking asks of it, by one statement. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { MatchTerms } from '../fts-terms.ts';
import type { About, SearchSize } from '../rank-candidates.ts';
import type { ColumnWeights } from '../ranking.ts';
import type { Timed } from '../time-boost.ts';
import { scoreTexts } from './bm25.ts';
import { nearestPassages } from './nearest-passages.ts';
import type { PostgresIndexSchema } from './postgres-schema.ts';
import type { SearchState } from './search-state.ts';
import { askedVector, type VectorRelation } from './vector-tables.ts';

export interface LegsQuery {
  readonly state: SearchState;
  /** Words by which whole sources are looked for; null when they are not. */
  readonly sourceWords: readonly string[] | null;
  /** Terms by which passages are looked for. */
  readonly terms: MatchTerms;
  /** The terms of which a passage must have one to be found by keywords; null when any will do. */
  readonly bringing: MatchTerms | null;
  readonly columns: ColumnWeights;
  /** The question's vector, and the table of those it may be compared with; null for keywords alone. */
  readonly vector: { readonly relation: VectorRelation; readonly asked: Float32Array } | null;
  /** The condition on `passages p` and `sources s`; null where every passage may be found. */
  readonly narrowing: RawBuilder<boolean> | null;
  readonly size: SearchSize;
  /** Vectors up to which they are compared one by one. */
  readonly fewVectors: number;
  /** Whether the ranking will ask for times. */
  readonly withTimes: boolean;
}

/** A passage that keywords or vectors found. */
export interface FoundPassage extends About, Timed {
  /** BM25 of the passage; null where keywords did not find it. */
  readonly keyword: number | null;
  /** BM25 of its source; null where that is not among the best. */
  readonly source: number | null;
  /** Whether it is among the nearest. */
  readonly near: boolean;
  /** By the stored vector, exactly; null where it has none. */
  readonly cosine: number | null;
}

export async function findPassages(
  db: Kysely<PostgresIndexSchema>,
  query: LegsQuery,
): Promise<FoundPassage[]> {
  const { vector, narrowing, sourceWords, withTimes, size } = query;
  const asked = vector && askedVector(vector.asked, vector.relation);
  const near =
    vector === null || asked === null
      ? sql`select null::bigint as n where false`
      : nearestPassages({
          relation: vector.relation,
          asked,
          narrowing,
          limit: size.candidates,
          few: query.fewVectors,
        });
  const { rows } = await sql<FoundPassage>`with
    matching as materialized (${scorePassages(query)}),
    keyword as materialized (${narrowing === null ? sql`select n, score from matching m` : narrowedPassages(narrowing)}
      order by m.score desc, m.n limit ${size.candidates}),
    ${sourceWords !== null ? bestSources(query, sourceWords) : sql`best as (select null::bigint as n, null::float8 as score where false)`},
    near as materialized (${near}),
    found as (select n from keyword union select n from near)
    select p.n, s.id as "sourceId", coalesce(c.story, s.id) as story, p.lang,
      case s.title_is_descriptive when 0 then s.title end as title,
      k.score as keyword, b.score as source, f.n in (select n from near) as near,
      ${vector === null ? sql`null` : sql`-(v.vector <#> ${asked})`} as cosine,
      ${withTimes ? sql`s.published_at as "publishedAt", p.text` : sql`null as "publishedAt", '' as text`}
    from found f join passages p on p.n = f.n join sources s on s.id = p.source_id
      left join keyword k on k.n = f.n
      left join best b on b.n = s.n
      left join story_copies c on c.source_id = s.id
      ${vector === null ? sql`` : sql`left join ${sql.table(vector.relation.relation)} v on v.passage = f.n`}`.execute(
    db,
  );
  return rows;
}

function scorePassages({ state, terms, bringing, columns }: LegsQuery): RawBuilder<unknown> {
  const [words, concepts, context] = columns;
  return scoreTexts({
    table: 'postings',
    text: 'passage',
    terms: allOf(terms),
    bringing: bringing && allOf(bringing),
    countOf: (term) => state.counts.get(term)?.passages ?? 0,
    all: state.passages,
    weights: { words, concepts, context },
  });
}

function narrowedPassages(narrowing: RawBuilder<boolean>): RawBuilder<unknown> {
  return sql`select m.n, m.score from matching m
    join passages p on p.n = m.n join sources s on s.id = p.source_id where ${narrowing}`;
}

/** The best sources; one may be found when its first passage may. */
function bestSources({ state, narrowing, size }: LegsQuery, words: readonly string[]): RawBuilder<unknown> {
  const scores = scoreTexts({
    table: 'source_postings',
    text: 'source',
    terms: words,
    bringing: null,
    countOf: (term) => state.counts.get(term)?.sources ?? 0,
    all: state.sources,
    weights: { words: 1, context: 1 },
  });
  const from =
    narrowing === null
      ? sql`select n, score from telling t`
      : sql`select t.n, t.score from telling t join sources s on s.n = t.n
          join passages p on p.source_id = s.id and p.ordinal = 0 where ${narrowing}`;
  return sql`telling as materialized (${scores}),
    best as materialized (${from} order by t.score desc, t.n limit ${size.sources})`;
}

function allOf({ words, concepts }: MatchTerms): string[] {
  return [...words, ...concepts];
}

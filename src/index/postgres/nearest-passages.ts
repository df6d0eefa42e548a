/** The vector leg in SQL: exactly where few vectors are compared, else by pgvector's HNSW index and then exactly. */
import { type RawBuilder, sql } from 'kysely';
import { nearnessOf, type VectorRelation } from './vector-tables.ts';

/** So few vectors are compared one by one, whether or not there is an index. */
export const FEW_VECTORS = 10_000;
/** Of the index's half-precision vectors, so many are compared by the whole ones for each that is wanted. */
const OVERSAMPLING = 1.5;
/** The widest search that pgvector allows (`hnsw.ef_search`). */
const MOST_WIDTH = 1_000;
/** A wider search misses fewer of the nearest, and costs some milliseconds. */
const LEAST_WIDTH = 400;
/** Vectors that a narrowed search looks at before it gives up; pgvector's own default is half of it. */
const MOST_SCANNED = 40_000;
/** The first version that goes on where a filter left too little. */
const ITERATIVE_SINCE = [0, 8];

export interface NearestQuery {
  readonly relation: VectorRelation;
  /** The question's vector, of the type that the table keeps. */
  readonly asked: RawBuilder<unknown>;
  /** The condition on `passages p` and `sources s`; null where every passage may be found. */
  readonly narrowing: RawBuilder<boolean> | null;
  readonly limit: number;
  /** Vectors up to which they are compared one by one. */
  readonly few: number;
}

/** Whether the index of the table is of use: a small table is read as a whole. */
export function usesIndex({ indexed, vectors }: VectorRelation, few = FEW_VECTORS): boolean {
  return indexed !== null && vectors > few;
}

/** A select of `n`, the nearest passages. */
export function nearestPassages(query: NearestQuery): RawBuilder<unknown> {
  const { relation, narrowing, few } = query;
  const whole = sql`select v.passage as n from ${sql.table(relation.relation)} v`;
  if (!usesIndex(relation, few))
    return narrowing === null ? exactly(whole, query) : exactly(narrowed(query), query);
  if (narrowing === null) return byIndex(query);
  // Which of both is only known when the narrowing is counted; the other one is then not run at all.
  const allowed = sql`select p.n from passages p join sources s on s.id = p.source_id where ${narrowing}
    limit ${few + 1}`;
  const vectors = sql.table(relation.relation);
  return sql`with allowed as materialized (${allowed}),
      size as materialized (select count(*) <= ${few} as few from allowed)
    (${exactly(
      sql`select v.passage as n from allowed a join ${vectors} v on v.passage = a.n where (select few from size)`,
      query,
    )}) union all (${byIndex(query, sql`and not (select few from size)`)})`;
}

/** Parameters of pgvector for one transaction. */
export function widthSettings(version: string, limit: number): Record<string, string> {
  const width = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, oversampled(limit)));
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [fromMajor = 0, fromMinor = 0] = ITERATIVE_SINCE;
  const goesOn = major > fromMajor || (major === fromMajor && minor >= fromMinor);
  return {
    'hnsw.ef_search': String(width),
    ...(goesOn
      ? { 'hnsw.iterative_scan': 'strict_order', 'hnsw.max_scan_tuples': String(MOST_SCANNED) }
      : {}),
  };
}

function oversampled(limit: number): number {
  return Math.ceil(limit * OVERSAMPLING);
}

/** The sum is no expression of the index: all that is selected is read. */
function exactly(select: RawBuilder<unknown>, { asked, limit }: NearestQuery): RawBuilder<unknown> {
  return sql`${select} order by (v.vector <#> ${asked}) + 0, v.passage limit ${limit}`;
}

function narrowed({ relation, narrowing }: NearestQuery): RawBuilder<unknown> {
  return sql`select v.passage as n from ${sql.table(relation.relation)} v join passages p on p.n = v.passage
    join sources s on s.id = p.source_id where ${narrowing}`;
}

function byIndex(query: NearestQuery, condition = sql``): RawBuilder<unknown> {
  const { relation, asked, narrowing, limit } = query;
  const { indexed, dimensions } = relation;
  const type = indexed ?? 'vector';
  const near = sql`${nearnessOf(type, dimensions)} <#> ${asked}::${sql.raw(type)}(${sql.lit(dimensions)})`;
  // `offset 0` keeps the planner at the index: it takes a stored vector for as cheap as a number, and would read them all.
  const allowed =
    narrowing === null
      ? sql`true`
      : sql`exists (select 1 from passages p join sources s on s.id = p.source_id
          where p.n = v.passage and ${narrowing} offset 0)`;
  return sql`select v.n from (
      select v.passage as n, v.vector from ${sql.table(relation.relation)} v where ${allowed} ${condition}
      order by ${near} limit ${oversampled(limit)}) v
    order by v.vector <#> ${asked}, v.n limit ${limit}`;
}

/** The tables of vectors, one for each model: made when a model is first used, where pgvector is. */
import { createHash } from 'node:crypto';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { PostgresIndexSchema } from './postgres-schema.ts';

type Db = Kysely<PostgresIndexSchema>;

/** What pgvector's HNSW index takes, in dimensions. */
const MOST_HALF = 4_000;
const MOST_WHOLE = 2_000;
/** The first version that has half-precision vectors. */
const HALF_SINCE = [0, 7];

/** A model as it stands in `vector_models`. */
export interface VectorRelation {
  readonly id: string;
  readonly relation: string;
  readonly dimensions: number;
  /** The type that the index is over; null: there is none, and every vector is read. */
  readonly indexed: 'halfvec' | 'vector' | null;
  /** The type that the vectors are kept in. */
  readonly kept: 'halfvec' | 'vector';
  /** Passages that have a vector of it. */
  readonly vectors: number;
}

/** What of pgvector is in the database: its version; or why there is none, as the end of a sentence. */
export type VectorSupport =
  | { readonly version: string; readonly missing: null }
  | { readonly version: null; readonly missing: string };

/** Brings pgvector into the database where the user may do so. Without it everything but vectors works. */
export async function enableVectors(db: Db): Promise<VectorSupport> {
  const { rows } = await sql<{ usable: boolean; version: string | null; there: boolean }>`
    select to_regtype('vector') is not null as usable,
      (select extversion from pg_extension where extname = 'vector') as version,
      exists (select 1 from pg_available_extensions where name = 'vector') as there`.execute(db);
  const found = rows[0];
  if (found?.usable === true && found.version !== null) return { version: found.version, missing: null };
  if (found?.version != null)
    return {
      version: null,
      missing: 'pgvector stands in a schema that the user’s search_path does not name: name it there',
    };
  if (found?.there !== true)
    return {
      version: null,
      missing: 'install pgvector on its server, then run CREATE EXTENSION vector in it',
    };
  try {
    await sql`create extension if not exists vector`.execute(db);
  } catch (error) {
    // 42501: no right to; 23505 and 42710: another process is just doing it.
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === '42501')
      return { version: null, missing: 'let an administrator run CREATE EXTENSION vector in it' };
    if (code !== '23505' && code !== '42710') throw error;
  }
  return enableVectorsAgain(db);
}

async function enableVectorsAgain(db: Db): Promise<VectorSupport> {
  const { rows } = await sql<{ version: string | null }>`
    select extversion as version from pg_extension where extname = 'vector'`.execute(db);
  const version = rows[0]?.version;
  return version == null
    ? { version: null, missing: 'run CREATE EXTENSION vector in it' }
    : { version, missing: null };
}

/** The model's table; null where none was made yet. */
export async function vectorRelation(db: Db, model: string): Promise<VectorRelation | null> {
  const row = await db
    .selectFrom('vector_models')
    .select(['id', 'relation', 'dimensions', 'indexed', 'kept', 'vectors'])
    .where('id', '=', model)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Makes the table of a model in the caller's transaction; does nothing where it is there.
 *
 * Vectors of the embedded model (which has `idf`) are compared one by one, at every size: among 100,000, pgvector's index finds
 * 76 of 100 nearest at a width of 400 and 86 at its widest. Half-precision ones lie in the table's own rows, three on a page:
 * reading them all takes an eighth of what whole ones take, which PostgreSQL puts aside.
 */
export async function makeVectorTable(
  transaction: Db,
  model: { readonly id: string; readonly dimensions: number; readonly idf?: Uint8Array },
  version: string,
): Promise<void> {
  const embedded = model.idf !== undefined;
  const kept = embedded && hasHalf(version) ? 'halfvec' : 'vector';
  const named = kept === 'vector' ? model.id : `${model.id} ${kept}`;
  const relation = `vectors_${createHash('sha256').update(named).digest('hex').slice(0, 16)}`;
  const indexed = embedded ? null : indexedType(model.dimensions, version);
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('vector_models')
    .values({
      id: model.id,
      relation,
      dimensions: model.dimensions,
      indexed,
      kept,
      vectors: 0,
      idf: model.idf ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  const size = sql.lit(model.dimensions);
  await sql`create table ${sql.id(relation)} (
    passage bigint primary key references passages (n) on delete cascade,
    digest bigint not null,
    vector ${sql.raw(kept)}(${size}) not null
  )`.execute(transaction);
  if (kept === 'halfvec')
    await sql`alter table ${sql.id(relation)} alter column vector set storage plain`.execute(transaction);
  if (indexed !== null)
    await makeVectorIndex(transaction, { relation, dimensions: model.dimensions, indexed });
}

/** Where the database has no such index, such as a distributed one, every vector is read. */
async function makeVectorIndex(
  transaction: Db,
  {
    relation,
    dimensions,
    indexed,
  }: Pick<VectorRelation, 'relation' | 'dimensions'> & { indexed: 'halfvec' | 'vector' },
): Promise<void> {
  await sql`savepoint before_index`.execute(transaction);
  try {
    await sql`create index ${sql.id(`${relation}_nearest`)} on ${sql.id(relation)}
      using hnsw (${nearnessOf(indexed, dimensions)} ${sql.raw(`${indexed}_ip_ops`)})`.execute(transaction);
  } catch (error) {
    // 42704: no such index or operators. 0A000: not supported here.
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== '42704' && code !== '0A000') throw error;
    await sql`rollback to savepoint before_index`.execute(transaction);
    await transaction
      .updateTable('vector_models')
      .set({ indexed: null })
      .where('relation', '=', relation)
      .execute();
  }
}

/** The expression over `vector` that the index of a model's table is made of; a search orders by it and `<#>`. */
export function nearnessOf(indexed: 'halfvec' | 'vector', dimensions: number): RawBuilder<unknown> {
  return indexed === 'vector' ? sql`vector` : sql`(vector::halfvec(${sql.lit(dimensions)}))`;
}

/** Half precision finds the same neighbours in half the memory; what it finds is ranked by the whole vectors. */
function indexedType(dimensions: number, version: string): VectorRelation['indexed'] {
  if (hasHalf(version) && dimensions <= MOST_HALF) return 'halfvec';
  return dimensions <= MOST_WHOLE ? 'vector' : null;
}

function hasHalf(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [fromMajor = 0, fromMinor = 0] = HALF_SINCE;
  return major > fromMajor || (major === fromMajor && minor >= fromMinor);
}

/** A question's vector, to be compared with those of a model. */
export function askedVector(
  vector: Float32Array,
  { kept }: Pick<VectorRelation, 'kept'>,
): RawBuilder<unknown> {
  return sql`${vectorText(vector)}::${sql.raw(kept)}`;
}

/** A vector as PostgreSQL reads it. Nine digits tell any float32 from every other. */
export function vectorText(vector: Float32Array): string {
  return `[${Array.from(vector, (x) => (Number.isInteger(x) ? x : Number(x.toPrecision(9)))).join(',')}]`;
}

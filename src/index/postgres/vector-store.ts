/** Passages that lack a vector, and storing vectors, in PostgreSQL. */
import { sql } from 'kysely';
import type { StoredPassage } from '../stored-vectors.ts';
import { encodeVector, vectorDigest } from '../vector-codec.ts';
import { collectCounts } from './count-changes.ts';
import { announceChange, type IndexDb } from './index-database.ts';
import { type VectorRelation, vectorText } from './vector-tables.ts';

interface PassageRow {
  readonly n: number;
  readonly source_id: string;
  readonly text: string;
  readonly context: string;
  readonly lang: string;
}

/** Up to `most` passages after number `after`, in order; `stride` above 1 leaves out some after each. */
export async function passagesAfter(
  db: IndexDb,
  after: number,
  most: number,
  stride = 1,
): Promise<StoredPassage[]> {
  const { rows } = await sql<PassageRow>`select n, source_id, text, context, lang from passages
    where n > ${after} and n % ${sql.lit(stride)} = 0 order by n limit ${most}`.execute(db);
  return rows.map(asPassage);
}

/** Up to `most` passages after number `after` that have no vector in the table, in order. */
export async function passagesLacking(
  db: IndexDb,
  { relation }: Pick<VectorRelation, 'relation'>,
  after: number,
  most: number,
): Promise<StoredPassage[]> {
  const { rows } = await sql<PassageRow>`select n, source_id, text, context, lang from passages p
    where n > ${after} and not exists (select 1 from ${sql.id(relation)} v where v.passage = p.n)
    order by n limit ${most}`.execute(db);
  return rows.map(asPassage);
}

/**
 * Stores vectors in the caller's transaction. One whose passage is gone, or that another process has stored, is left out
 * without a word.
 */
export async function storeVectors(
  db: IndexDb,
  { id, relation, kept }: Pick<VectorRelation, 'id' | 'relation' | 'kept'>,
  vectors: readonly { readonly n: number; readonly vector: Float32Array }[],
): Promise<void> {
  const numbers = vectors.map(({ n }) => n);
  // The rows are held, so that no passage goes without its vector.
  const { numAffectedRows = 0n } = await sql`
    with there as (select n from passages where n = any(${numbers}::bigint[]) order by n for key share)
    insert into ${sql.id(relation)} (passage, digest, vector)
      select made.n, made.digest, made.vector::${sql.raw(kept)}
      from unnest(${numbers}::bigint[], ${vectors.map(({ vector }) => vectorDigest(encodeVector(vector)))}::bigint[],
        ${vectors.map(({ vector }) => vectorText(vector))}::text[]) as made (n, digest, vector)
      join there on there.n = made.n
      on conflict (passage) do nothing`.execute(db);
  await announceChange(db);
  const counts = collectCounts();
  counts.vectors(id, Number(numAffectedRows));
  await counts.write(db);
}

function asPassage({ source_id: sourceId, ...row }: PassageRow): StoredPassage {
  return { ...row, sourceId };
}

/** Facts about the index as a whole, in PostgreSQL. */
import { sql } from 'kysely';
import type { IndexDb } from './index-database.ts';

/** As `MetaKey` of the embedded index; `analyzing`: up to which `sources.n` terms were derived anew, while they are. */
export type IndexFact =
  | 'analyzerVersion'
  | 'analyzing'
  | 'embeddingModel'
  | 'nextModel'
  | 'neuralServing'
  | 'neuralNext'
  | 'claimRules'
  | 'linkedCases';

export async function readFacts<F extends IndexFact>(
  db: IndexDb,
  keys: readonly F[],
): Promise<Record<F, string | null>> {
  const rows = await db.selectFrom('meta').selectAll().where('key', 'in', keys).execute();
  const values = new Map(rows.map(({ key, value }) => [key, value]));
  return Object.fromEntries(keys.map((key) => [key, values.get(key) ?? null])) as Record<F, string | null>;
}

/** Null drops it. */
export async function writeFact(db: IndexDb, key: IndexFact, value: string | null): Promise<void> {
  if (value === null) await db.deleteFrom('meta').where('key', '=', key).execute();
  else
    await db
      .insertInto('meta')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute();
}

/** Passages that the index holds. */
export async function countPassages(db: IndexDb): Promise<number> {
  const { rows } = await sql<{ n: number | null }>`select sum(n) as n from passage_counts`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

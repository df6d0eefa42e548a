/** Looks for damage in the index in PostgreSQL: what belongs to nothing, and counts that are not so. */
import { type RawBuilder, sql } from 'kysely';
import type { IndexDb } from './index-database.ts';
import { readVectorState } from './vector-state.ts';

const RESTORE = 'restore a backup of the database, or move the corpus to an empty one (npm run migrate:data)';

/** One sentence for each problem, each saying what to do; empty when all is well. Reads every row. */
export async function checkIndex(db: IndexDb): Promise<string[]> {
  const problems: string[] = [];
  const differ = async (
    what: string,
    counted: RawBuilder<number>,
    held: RawBuilder<number>,
  ): Promise<void> => {
    const { rows } = await sql<{ counted: number | null; held: number | null }>`
      select (${counted}) as counted, (${held}) as held`.execute(db);
    const [says, has] = [Number(rows[0]?.counted ?? 0), Number(rows[0]?.held ?? 0)];
    if (says !== has) problems.push(`the index counts ${says} ${what} and holds ${has}: ${RESTORE}`);
  };
  await differ('passages', sql`select sum(n) from passage_counts`, sql`select count(*) from passages`);
  await differ(
    'tokens of passages',
    sql`select sum(length) from passage_counts`,
    sql`select sum(length) from passages`,
  );
  await differ(
    'sources with passages',
    sql`select n from source_counts where one = 1`,
    sql`select count(distinct source_id) from passages`,
  );
  await differ(
    'terms of passages',
    sql`select sum(passages) from term_counts`,
    sql`select count(*) from postings o join passages p on p.n = o.passage`,
  );
  await differ(
    'terms of passages',
    sql`select sum(cardinality(terms)) from passages`,
    sql`select count(*) from postings`,
  );
  await differ(
    'terms of sources',
    sql`select sum(sources) from term_counts`,
    sql`select count(*) from source_postings o join sources s on s.n = o.source`,
  );
  const { serving, next, neuralTarget } = await readVectorState(db);
  for (const model of [serving, next, neuralTarget])
    if (model !== null)
      await differ(
        `vectors of ${model.id}`,
        sql`select vectors from vector_models where id = ${model.id}`,
        sql`select count(*) from ${sql.id(model.relation)} v join passages p on p.n = v.passage`,
      );
  return problems;
}

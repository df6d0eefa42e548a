/** What was last seen of sources goes with the last kept answer that cites them. */
import type { Kysely } from 'kysely';
import type { StateSchema } from './schema.ts';

/** At most as many rows as the corpus has sources. */
export async function dropUnwatched(db: Kysely<StateSchema>): Promise<void> {
  await db
    .deleteFrom('watched_sources')
    .where('source_id', 'not in', (row) => row.selectFrom('answer_sources').select('source_id'))
    .execute();
}

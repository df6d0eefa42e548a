/** Copies what the news keep from one database to another, to try on the copy what shall not be stored. */
import { type Insertable, sql } from 'kysely';
import type { StateSchema } from './schema.ts';
import type { StateDatabase } from './state-database.ts';

/** Leases stay behind: nobody else works on the copy. */
const TABLES = ['feeds', 'feed_items', 'stories', 'story_reports', 'subscriptions', 'deliveries'] as const;
/** Rows of one statement. */
const BATCH = 100;

/** @param to an empty file. */
export async function copyNews(from: StateDatabase, to: StateDatabase): Promise<void> {
  // What a server stores meanwhile may be there in part, such as a report without its story: nobody sees that.
  await to.run((db) => sql`PRAGMA foreign_keys = OFF`.execute(db));
  for (const table of TABLES) {
    const rows = await from.run((db) => db.selectFrom(table).selectAll().execute());
    for (let i = 0; i < rows.length; i += BATCH) {
      const batch = rows.slice(i, i + BATCH) as Insertable<StateSchema[typeof table]>[];
      await to.run((db) => db.insertInto(table).values(batch).execute());
    }
  }
}

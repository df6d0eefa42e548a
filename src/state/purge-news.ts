/** Deletes news that have become too old, a little at a time. */
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { StateDatabase } from './state-database.ts';

/** Rows deleted at a time: stories and items may hold whole articles. */
const STEP = 50;

/** Reports go with their story. Items that still stand in their feed stay: they would be taken for new. */
const OLD = [
  {
    table: 'feed_items',
    key: ['feed_id', 'item_key'],
    old: (before: string) =>
      sql`in_feed_at < ${before} and in_feed_at < (select read_at from feeds where feeds.feed_id = feed_items.feed_id)`,
  },
  { table: 'stories', key: ['story_id'], old: (before: string) => sql`last_seen_at < ${before}` },
  {
    table: 'deliveries',
    key: ['subscription_id', 'post_key'],
    // Without its post, a story that is still told would be posted anew.
    old: (before: string) =>
      sql`asked_at < ${before} and due_at < ${before} and not exists (select 1 from stories where stories.story_id = deliveries.story_id)`,
  },
  { table: 'leases', key: ['name'], old: (before: string) => sql`leased_until < ${before}` },
] as const;

/**
 * @param before ISO 8601 in UTC.
 * @param stopping asked between two steps.
 */
export async function purgeNews(
  { run }: StateDatabase,
  before: string,
  stopping: () => boolean,
): Promise<void> {
  for (const { table, key, old } of OLD) {
    const columns = sql.join(key.map((name) => sql.ref(name)));
    const rows = sql`select ${columns} from ${sql.table(table)} where ${old(before)} limit ${STEP}`;
    const step = sql`delete from ${sql.table(table)} where (${columns}) in (${rows})`;
    let deleted = STEP;
    while (deleted === STEP) {
      await setImmediate();
      if (stopping()) return;
      deleted = Number((await run((db) => step.execute(db))).numAffectedRows ?? 0n);
    }
  }
}

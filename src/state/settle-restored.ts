/** Readies a state that was restored: what the server that wrote it did afterwards is not done a second time. */
import { type Kysely, sql } from 'kysely';
import type { StateSchema } from './schema.ts';
import type { StateDatabase } from './state-database.ts';

export interface Restored {
  /** When the backup was made, ISO 8601 in UTC. */
  readonly backedUpAt: string;
  /** Now, ISO 8601 in UTC. */
  readonly now: string;
  /** True takes news that came since for told. */
  readonly quiet: boolean;
}

/**
 * Messages that were being answered are settled: their answer came, seconds after the backup. Posts that were due are
 * looked for in their channel before they are made. Rights of processes that have ended are free.
 */
export async function settleRestored({ run }: StateDatabase, restored: Restored): Promise<void> {
  const { backedUpAt } = restored;
  await run((db) =>
    db.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('inbox')
        .set({ payload: null, user_id: null })
        .where('payload', 'is not', null)
        .execute();
      await transaction.deleteFrom('leases').execute();
      await transaction.updateTable('feeds').set({ owner: null, leased_until: null }).execute();
      await transaction.updateTable('deliveries').set({ owner: null, leased_until: null }).execute();
      await transaction
        .updateTable('deliveries')
        .set({ attempts: sql`attempts + 1`, first_tried_at: sql`coalesce(first_tried_at, ${backedUpAt})` })
        .where('state', '=', 'due')
        .where('ref', 'is', null)
        .execute();
      if (restored.quiet) await takeForTold(transaction, restored.now);
    }),
  );
}

/** What stands in the feeds at their next poll is known, what waits to be judged is left, digests begin now. */
async function takeForTold(db: Kysely<StateSchema>, now: string): Promise<void> {
  const unread = { seeded: 0 as const, etag: null, last_modified: null, body_hash: null, next_poll_at: now };
  await db.updateTable('feeds').set(unread).execute();
  await db.updateTable('feed_items').set({ state: 'seed' }).where('state', '=', 'new').execute();
  await db.updateTable('subscriptions').set({ last_digest: now }).execute();
}

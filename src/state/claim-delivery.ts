/** Gives out the next post, one at a time, and never two of one channel. */
import { createHash } from 'node:crypto';
import { type ExpressionBuilder, type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Delivery } from '../news/delivery-book.ts';
import { channelLease, type HeldDelivery, takeLease } from './lease-book.ts';
import type { DeliveriesTable } from './news-schema.ts';
import type { StateSchema } from './schema.ts';
import type { StateDatabase } from './state-database.ts';

type Row = Selectable<DeliveriesTable>;

/** Somebody else was there first: what was done so far is undone. */
class TakenMeanwhile extends Error {}

/** @param time milliseconds since 1970. */
export async function claimDelivery(
  { run }: StateDatabase,
  platforms: readonly string[],
  owner: string,
  lease: { readonly time: number; readonly ms: number },
): Promise<Delivery | null> {
  if (platforms.length === 0) return null;
  const now = new Date(lease.time).toISOString();
  const until = new Date(lease.time + lease.ms).toISOString();
  // Each turn in which somebody else was first has given out a post: it ends with the posts.
  for (;;) {
    const next = await run((db) => dueDeliveries(db, platforms, now).executeTakeFirst());
    if (next === undefined) return null;
    try {
      const row = await run((db) =>
        db.transaction().execute((transaction) => take(transaction, next, owner, now, until)),
      );
      return await run((db) => delivery(db, row, next.first_tried_at));
    } catch (error) {
      if (!(error instanceof TakenMeanwhile)) throw error;
    }
  }
}

/** What may be posted or edited at the time, in the order in which it should be. */
function dueDeliveries(db: Kysely<StateSchema>, platforms: readonly string[], now: string) {
  return (
    db
      .selectFrom('deliveries as d')
      .innerJoin('subscriptions as s', 's.subscription_id', 'd.subscription_id')
      .selectAll('d')
      .where('d.state', '=', 'due')
      .where('d.platform', 'in', platforms)
      .where('d.due_at', '<=', now)
      .where('s.paused_at', 'is', null)
      .where((row) => row.or([row('d.leased_until', 'is', null), row('d.leased_until', '<=', now)]))
      .where((row) =>
        row.not(
          row.exists(
            row
              .selectFrom('leases as l')
              .select('l.name')
              .where('l.name', '=', channelName)
              .where('l.leased_until', '>', now),
          ),
        ),
      )
      // An update answers the story's post, which therefore comes first.
      .where((row) => row.or([row('d.kind', '!=', 'update'), row.not(row.exists(unpostedStory(row)))]))
      .orderBy('d.due_at')
      .orderBy('d.asked_at')
      .orderBy('d.kind')
      .orderBy('d.subscription_id')
      .orderBy('d.post_key')
      .limit(1)
  );
}

/** As `channelLease` has it. */
const channelName = sql<string>`'channel:' || ${sql.ref('d.platform')} || ':' || ${sql.ref('d.workspace_id')} || ':' || ${sql.ref('d.channel_id')}`;

function unpostedStory(
  row: ExpressionBuilder<StateSchema & { d: DeliveriesTable; s: StateSchema['subscriptions'] }, 'd' | 's'>,
) {
  return row
    .selectFrom('deliveries as o')
    .select('o.post_key')
    .whereRef('o.subscription_id', '=', 'd.subscription_id')
    .whereRef('o.story_id', '=', 'd.story_id')
    .where('o.kind', '=', 'story')
    .where('o.state', '=', 'due')
    .where('o.ref', 'is', null);
}

/** Begins with a write, and takes nothing that changed since it was looked at. */
async function take(
  transaction: Transaction<StateSchema>,
  next: Row,
  owner: string,
  now: string,
  until: string,
): Promise<Row> {
  const held: HeldDelivery = { ...next, owner, attempts: next.attempts + 1 };
  const free = await takeLease(transaction, { ...channelLease(held), until, now });
  if (!free) throw new TakenMeanwhile();
  const row = await transaction
    .updateTable('deliveries')
    .set({
      owner,
      leased_until: until,
      attempts: held.attempts,
      first_tried_at: next.first_tried_at ?? now,
    })
    .where('subscription_id', '=', next.subscription_id)
    .where('post_key', '=', next.post_key)
    .where('state', '=', 'due')
    .where('attempts', '=', next.attempts)
    .where('due_at', '=', next.due_at)
    .where((lease) => lease.or([lease('leased_until', 'is', null), lease('leased_until', '<=', now)]))
    .where('subscription_id', 'in', (lease) =>
      lease.selectFrom('subscriptions').select('subscription_id').where('paused_at', 'is', null),
    )
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw new TakenMeanwhile();
  return row;
}

async function delivery(db: Kysely<StateSchema>, row: Row, firstTriedAt: string | null): Promise<Delivery> {
  return {
    subscriptionId: row.subscription_id,
    key: row.post_key,
    kind: row.kind,
    storyId: row.story_id,
    dueAt: row.due_at,
    place: { platform: row.platform, workspaceId: row.workspace_id, channelId: row.channel_id },
    mark: markOf(row),
    attempt: row.attempts,
    firstTriedAt,
    ref: row.ref,
    storyRef: await storyRef(db, row),
    revision: row.revision,
  };
}

function markOf({ platform, workspace_id, channel_id, subscription_id, post_key }: Row): string {
  const post = JSON.stringify([platform, workspace_id, channel_id, subscription_id, post_key]);
  return createHash('sha256').update(post).digest('hex');
}

/** The story's post in the channel, by this subscription if it made one; for a story itself, that of another one. */
async function storyRef(db: Kysely<StateSchema>, row: Row): Promise<string | null> {
  if (row.story_id === null) return null;
  const rows = await db
    .selectFrom('deliveries')
    .select(['ref', 'subscription_id'])
    .where('story_id', '=', row.story_id)
    .where('kind', '=', 'story')
    .where('platform', '=', row.platform)
    .where('workspace_id', '=', row.workspace_id)
    .where('channel_id', '=', row.channel_id)
    .where('ref', 'is not', null)
    .orderBy('posted_at')
    .execute();
  const own = rows.find(({ subscription_id }) => subscription_id === row.subscription_id);
  const other = rows.find(({ subscription_id }) => subscription_id !== row.subscription_id);
  return (row.kind === 'story' ? other : (own ?? other))?.ref ?? null;
}

/** The subscriptions of the channels. */
import type { Selectable } from 'kysely';
import type { Subscription } from '../core/subscription.ts';
import type { SubscriptionBook } from '../news/subscription-book.ts';
import type { SubscriptionsTable } from './news-schema.ts';
import type { StateDatabase } from './state-database.ts';

/** What the `content` of a subscription's row holds; the rest has columns. */
type KeptSubscription = Omit<Subscription, 'id' | 'place' | 'createdAt' | 'createdBy' | 'pausedAt'>;

export function createSubscriptionBook({ run }: StateDatabase): SubscriptionBook {
  return {
    async add(subscription) {
      await run((db) =>
        db
          .insertInto('subscriptions')
          .values({ subscription_id: subscription.id, ...columns(subscription) })
          .execute(),
      );
    },

    async list(place) {
      const rows = await run((db) =>
        db
          .selectFrom('subscriptions')
          .selectAll()
          .$if(place !== undefined, (query) =>
            query
              .where('platform', '=', place?.platform ?? '')
              .where('workspace_id', '=', place?.workspaceId ?? '')
              .where('channel_id', '=', place?.channelId ?? ''),
          )
          .orderBy('created_at')
          .orderBy('subscription_id')
          .execute(),
      );
      return rows.map(readSubscription);
    },

    async find(id) {
      const row = await run((db) =>
        db.selectFrom('subscriptions').selectAll().where('subscription_id', '=', id).executeTakeFirst(),
      );
      return row === undefined ? null : readSubscription(row);
    },

    async update(subscription) {
      const result = await run((db) =>
        db
          .updateTable('subscriptions')
          .set(columns(subscription))
          .where('subscription_id', '=', subscription.id)
          .executeTakeFirst(),
      );
      return result.numUpdatedRows === 1n;
    },

    async remove(id) {
      await run((db) =>
        db.transaction().execute(async (transaction) => {
          await transaction.deleteFrom('subscriptions').where('subscription_id', '=', id).execute();
          await transaction
            .deleteFrom('deliveries')
            .where('subscription_id', '=', id)
            .where('ref', 'is', null)
            .execute();
        }),
      );
    },

    async lastDigest(id) {
      const row = await run((db) =>
        db
          .selectFrom('subscriptions')
          .select('last_digest')
          .where('subscription_id', '=', id)
          .executeTakeFirst(),
      );
      return row?.last_digest ?? null;
    },

    async advanceDigest(id, from, to) {
      const result = await run((db) =>
        db
          .updateTable('subscriptions')
          .set({ last_digest: to })
          .where('subscription_id', '=', id)
          .where('last_digest', from === null ? 'is' : '=', from)
          .executeTakeFirst(),
      );
      return result.numUpdatedRows === 1n;
    },
  };
}

function columns({ id: _, place, createdAt, createdBy, pausedAt, ...kept }: Subscription) {
  const content: KeptSubscription = kept;
  return {
    platform: place.platform,
    workspace_id: place.workspaceId,
    channel_id: place.channelId,
    created_at: createdAt,
    created_by: createdBy,
    paused_at: pausedAt,
    content: JSON.stringify(content),
  };
}

function readSubscription(row: Selectable<SubscriptionsTable>): Subscription {
  return {
    ...(JSON.parse(row.content) as KeptSubscription),
    id: row.subscription_id,
    place: { platform: row.platform, workspaceId: row.workspace_id, channelId: row.channel_id },
    createdAt: row.created_at,
    createdBy: row.created_by,
    pausedAt: row.paused_at,
  };
}

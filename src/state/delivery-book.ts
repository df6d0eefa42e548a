/** The posts that are to be made, and those that were. */
import type { Kysely, UpdateObject } from 'kysely';
import type { Place } from '../core/chat.ts';
import type { DeadLetter, Delivery, DeliveryBook, DeliveryState } from '../news/delivery-book.ts';
import { askForPost } from './ask-for-post.ts';
import { claimDelivery } from './claim-delivery.ts';
import { channelLease, dropLease } from './lease-book.ts';
import type { StateSchema } from './schema.ts';
import { laterOf } from './sql-words.ts';
import type { StateDatabase } from './state-database.ts';

type Columns = UpdateObject<StateSchema, 'deliveries'>;

/** Nobody's any more. */
const FREE = { owner: null, leased_until: null } as const;
/** What comes next, such as an edit, is tried from the first attempt on. */
const UNTRIED = { attempts: 0, first_tried_at: null, last_error: null } as const;

/** @param now milliseconds since 1970. */
export function createDeliveryBook(state: StateDatabase, now: () => number): DeliveryBook {
  const { run } = state;
  const time = (): string => new Date(now()).toISOString();

  /** Sets the columns if this very claim still has the post, and frees the channel. @returns whether it had. */
  const mark = (owner: string, delivery: Delivery, columns: Columns): Promise<boolean> =>
    run((db) =>
      db.transaction().execute(async (transaction) => {
        const result = await transaction
          .updateTable('deliveries')
          .set({ ...columns, ...FREE })
          .where('subscription_id', '=', delivery.subscriptionId)
          .where('post_key', '=', delivery.key)
          .where('owner', '=', owner)
          .where('attempts', '=', delivery.attempt)
          .executeTakeFirst();
        await dropLease(transaction, channelLease(heldBy(owner, delivery)));
        return result.numUpdatedRows === 1n;
      }),
    );

  return {
    ask: (post) => run((db) => askForPost(db, post, time())),

    claim: (platforms, owner, leaseMs) =>
      claimDelivery(state, platforms, owner, { time: now(), ms: leaseMs }),

    posted: (owner, delivery, ref) =>
      run((db) =>
        db.transaction().execute(async (transaction) => {
          const at = time();
          const row = await transaction
            .updateTable('deliveries')
            .set((column) => ({
              ref,
              posted_at: column.fn.coalesce('posted_at', column.val(at)),
              posted_revision: delivery.revision,
              // What was asked for since this was drawn is made next.
              state: column
                .case()
                .when('revision', '>', delivery.revision)
                .then(column.val<'due' | 'posted'>('due'))
                .else(column.val<'due' | 'posted'>('posted'))
                .end(),
              due_at: at,
              ...UNTRIED,
              ...FREE,
            }))
            .where('subscription_id', '=', delivery.subscriptionId)
            .where('post_key', '=', delivery.key)
            .where('owner', '=', owner)
            .where('attempts', '=', delivery.attempt)
            .executeTakeFirst();
          await dropLease(transaction, channelLease(heldBy(owner, delivery)));
          return row.numUpdatedRows === 1n;
        }),
      ),

    async dropped(owner, delivery, reason) {
      const end: Columns = { ...UNTRIED, last_error: reason, ended_at: time() };
      await mark(owner, delivery, {
        ...end,
        ...(delivery.ref === null
          ? { state: 'dropped' }
          : { state: 'posted', posted_revision: delivery.revision, ended_at: null }),
      });
    },

    async putOff(owner, delivery, dueAt, error) {
      const attempts = error === null ? delivery.attempt - 1 : delivery.attempt;
      await mark(owner, delivery, {
        due_at: dueAt.toISOString(),
        attempts,
        ...(attempts === 0 ? { first_tried_at: null } : {}),
        ...(error === null ? {} : { last_error: error }),
      });
    },

    async giveUp(owner, delivery, error) {
      await mark(owner, delivery, { state: 'dead', last_error: error, ended_at: time() });
    },

    async release(owner) {
      await run((db) =>
        db.transaction().execute(async (transaction) => {
          const rows = await transaction
            .updateTable('deliveries')
            .set({ leased_until: time() })
            .where('owner', '=', owner)
            .returningAll()
            .execute();
          for (const row of rows) await dropLease(transaction, channelLease({ ...row, owner }));
          await transaction.updateTable('deliveries').set(FREE).where('owner', '=', owner).execute();
        }),
      );
    },

    async postedSince(subscriptionId, since) {
      const rows = await run((db) =>
        db
          .selectFrom('deliveries')
          .select('posted_at')
          .where('subscription_id', '=', subscriptionId)
          .where('posted_at', '>=', since.toISOString())
          .orderBy('posted_at')
          .execute(),
      );
      return rows.flatMap(({ posted_at }) => (posted_at === null ? [] : [posted_at]));
    },

    ofStory: (storyId, place) => run((db) => postsOfStory(db, storyId, place)),

    deadLetters: (limit) => run((db) => deadLetters(db, limit)),

    async revive(subscriptionId, key) {
      const result = await run((db) =>
        db
          .updateTable('deliveries')
          // The attempts stay: what was tried before is looked for before it is posted.
          .set({ state: 'due', due_at: time(), ended_at: null })
          .where('subscription_id', '=', subscriptionId)
          .where('post_key', '=', key)
          .where('state', '=', 'dead')
          .executeTakeFirst(),
      );
      return result.numUpdatedRows === 1n;
    },

    async nextDue(platforms) {
      if (platforms.length === 0) return null;
      const row = await run((db) =>
        db
          .selectFrom('deliveries as d')
          .innerJoin('subscriptions as s', 's.subscription_id', 'd.subscription_id')
          .select((post) => post.fn.min<string | null>(laterOf('d.due_at', 'd.leased_until')).as('due'))
          .where('d.state', '=', 'due')
          .where('d.platform', 'in', platforms)
          .where('s.paused_at', 'is', null)
          .executeTakeFirst(),
      );
      return row?.due ?? null;
    },
  };
}

const heldBy = (owner: string, { place, subscriptionId, key, attempt }: Delivery) => ({
  owner,
  platform: place.platform,
  workspace_id: place.workspaceId,
  channel_id: place.channelId,
  subscription_id: subscriptionId,
  post_key: key,
  attempts: attempt,
});

/** The newest first. */
async function deadLetters(db: Kysely<StateSchema>, limit: number): Promise<DeadLetter[]> {
  const rows = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('state', '=', 'dead')
    .orderBy('ended_at', 'desc')
    .orderBy('subscription_id')
    .orderBy('post_key')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    subscriptionId: row.subscription_id,
    place: { platform: row.platform, workspaceId: row.workspace_id, channelId: row.channel_id },
    key: row.post_key,
    kind: row.kind,
    attempts: row.attempts,
    lastError: row.last_error ?? '',
    givenUpAt: row.ended_at ?? row.due_at,
  }));
}

const STATES = { due: 'waiting', posted: 'posted', dropped: 'dropped', dead: 'given-up' } as const;

/** The oldest first. */
async function postsOfStory(
  db: Kysely<StateSchema>,
  storyId: string,
  { platform, workspaceId, channelId }: Place,
): Promise<DeliveryState[]> {
  const rows = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('platform', '=', platform)
    .where('workspace_id', '=', workspaceId)
    .where('channel_id', '=', channelId)
    .orderBy('asked_at')
    .orderBy('kind')
    .orderBy('subscription_id')
    .orderBy('post_key')
    .execute();
  return rows.map((row) => ({
    subscriptionId: row.subscription_id,
    key: row.post_key,
    kind: row.kind,
    state: STATES[row.state],
    attempts: row.attempts,
    dueAt: row.due_at,
    postedAt: row.posted_at,
    note: row.last_error,
  }));
}

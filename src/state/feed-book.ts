/** The feeds, and who polls them. */
import { createHash } from 'node:crypto';
import type { FeedBook } from '../news/feed-book.ts';
import { feedRecord } from './feed-record.ts';
import { finishPoll } from './finish-poll.ts';
import { linkHash } from './link-hash.ts';
import { laterOf } from './sql-words.ts';
import type { StateDatabase } from './state-database.ts';

/** The same address in the same scope is the same feed, whoever adds it and however often. */
const feedId = (scope: string, url: string): string =>
  createHash('sha256')
    .update(JSON.stringify([scope, linkHash(url)]))
    .digest('hex')
    .slice(0, 16);

/** @param now milliseconds since 1970. */
export function createFeedBook(state: StateDatabase, now: () => number): FeedBook {
  const { run } = state;
  const time = (): string => new Date(now()).toISOString();
  return {
    async add({ scope, url, fullText, fromFile }) {
      // It may have moved to this address.
      const there = await run((db) =>
        db
          .selectFrom('feeds')
          .selectAll()
          .where('scope', '=', scope)
          .where('url_hash', '=', linkHash(url))
          .orderBy('added_at')
          .limit(1)
          .executeTakeFirst(),
      );
      if (there !== undefined) return feedRecord(there);
      const feed_id = feedId(scope, url);
      return run((db) =>
        db.transaction().execute(async (transaction) => {
          await transaction
            .insertInto('feeds')
            .values({
              feed_id,
              scope,
              url,
              url_hash: linkHash(url),
              given_url: url,
              full_text: fullText ? 1 : 0,
              added_at: time(),
              next_poll_at: time(),
              failures: 0,
              moved_polls: 0,
              from_file: fromFile === true ? 1 : 0,
              seeded: 0,
            })
            .onConflict((conflict) => conflict.column('feed_id').doNothing())
            .execute();
          const row = await transaction
            .selectFrom('feeds')
            .selectAll()
            .where('feed_id', '=', feed_id)
            .executeTakeFirstOrThrow();
          return feedRecord(row);
        }),
      );
    },

    async find(id) {
      const row = await run((db) =>
        db.selectFrom('feeds').selectAll().where('feed_id', '=', id).executeTakeFirst(),
      );
      return row === undefined ? null : feedRecord(row);
    },

    async list() {
      const rows = await run((db) =>
        db.selectFrom('feeds').selectAll().orderBy('added_at').orderBy('feed_id').execute(),
      );
      return rows.map(feedRecord);
    },

    async remove(id) {
      // With its items.
      await run((db) => db.deleteFrom('feeds').where('feed_id', '=', id).execute());
    },

    async setFullText(id, fullText) {
      await run((db) =>
        db
          .updateTable('feeds')
          .set({ full_text: fullText ? 1 : 0 })
          .where('feed_id', '=', id)
          .execute(),
      );
    },

    async enable(id) {
      await run((db) =>
        db
          .updateTable('feeds')
          .set({ disabled_at: null, trouble: null, trouble_code: null, failures: 0, next_poll_at: time() })
          .where('feed_id', '=', id)
          .execute(),
      );
    },

    async claimDue(owner, limit, leaseMs) {
      const at = time();
      const rows = await run((db) =>
        db
          .updateTable('feeds')
          .set({ owner, leased_until: new Date(now() + leaseMs).toISOString() })
          .where('feed_id', 'in', (row) =>
            row
              .selectFrom('feeds')
              .select('feed_id')
              .where('disabled_at', 'is', null)
              .where('next_poll_at', '<=', at)
              .where((free) => free.or([free('leased_until', 'is', null), free('leased_until', '<=', at)]))
              .orderBy('next_poll_at')
              .orderBy('feed_id')
              .limit(limit)
              .$if(state.dialect === 'postgres', (query) => query.forUpdate().skipLocked()),
          )
          // Again: what the list was made of may be another's by now.
          .where((free) => free.or([free('leased_until', 'is', null), free('leased_until', '<=', at)]))
          .returningAll()
          .execute(),
      );
      const byTime = rows.map(feedRecord);
      return byTime.sort((a, b) => (a.nextPollAt < b.nextPollAt ? -1 : a.nextPollAt > b.nextPollAt ? 1 : 0));
    },

    finishPoll: (owner, id, result, items) => finishPoll(state, { owner, id, result, items, at: time() }),

    async release(owner) {
      await run((db) =>
        db.updateTable('feeds').set({ owner: null, leased_until: null }).where('owner', '=', owner).execute(),
      );
    },

    async nextDue() {
      const row = await run((db) =>
        db
          .selectFrom('feeds')
          .select((feed) => feed.fn.min<string | null>(laterOf('next_poll_at', 'leased_until')).as('due'))
          .where('disabled_at', 'is', null)
          .executeTakeFirst(),
      );
      return row?.due ?? null;
    },
  };
}

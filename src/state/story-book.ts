/** Items to judge, and the stories that they make. */
import type { StoryBook } from '../news/story-book.ts';
import { ITEM_FEED_COLUMNS, itemRecord, keptItem } from './item-record.ts';
import { linkHash } from './link-hash.ts';
import { withReports } from './read-stories.ts';
import { recordVerdict } from './record-verdict.ts';
import { asStored, type StateDatabase } from './state-database.ts';

/** @param now milliseconds since 1970. */
export function createStoryBook(state: StateDatabase, now: () => number): StoryBook {
  const { run } = state;
  return {
    async nextItems(limit) {
      const rows = await run((db) =>
        db
          .selectFrom('feed_items')
          .innerJoin('feeds', 'feeds.feed_id', 'feed_items.feed_id')
          .selectAll('feed_items')
          .select(ITEM_FEED_COLUMNS)
          .where('feed_items.state', '=', 'new')
          .orderBy('feed_items.seen_at')
          .orderBy('feed_items.ordinal')
          .orderBy('feed_items.feed_id')
          .limit(limit)
          .execute(),
      );
      return rows.map(keptItem);
    },

    recentStories: (since) =>
      run(async (db) => {
        const rows = await db
          .selectFrom('stories')
          .selectAll()
          .where('last_seen_at', '>=', since.toISOString())
          .orderBy('last_seen_at', 'desc')
          .orderBy('story_id')
          .execute();
        return withReports(db, rows);
      }),

    find: (storyId) =>
      run(async (db) => {
        const rows = await db.selectFrom('stories').selectAll().where('story_id', '=', storyId).execute();
        return (await withReports(db, rows))[0] ?? null;
      }),

    record: (verdict) => recordVerdict(state, verdict, new Date(now()).toISOString()),

    async findItem(url, workspaceId) {
      const row = await run((db) =>
        db
          .selectFrom('feed_items')
          .innerJoin('feeds', 'feeds.feed_id', 'feed_items.feed_id')
          .selectAll('feed_items')
          .select(ITEM_FEED_COLUMNS)
          .where('feed_items.url_hash', '=', linkHash(url))
          .where('feeds.scope', 'in', ['global', workspaceId])
          .orderBy('feed_items.seen_at', 'desc')
          .orderBy('feed_items.ordinal', 'desc')
          .limit(1)
          .executeTakeFirst(),
      );
      return row === undefined ? null : itemRecord(row);
    },

    async nextForCorpus(limit) {
      const rows = await run((db) =>
        db
          .selectFrom('feed_items')
          .innerJoin('feeds', 'feeds.feed_id', 'feed_items.feed_id')
          .selectAll('feed_items')
          .select(ITEM_FEED_COLUMNS)
          .where('feed_items.state', '=', 'story')
          .where('feed_items.source_id', 'is', null)
          .where('feed_items.source_note', 'is', null)
          .orderBy('feed_items.seen_at')
          .orderBy('feed_items.ordinal')
          .limit(limit)
          .execute(),
      );
      return rows.map(itemRecord);
    },

    async setSource({ feedId, key }, sourceId, note) {
      await run((db) =>
        db
          .updateTable('feed_items')
          .set({ source_id: sourceId, source_note: note, sourced_at: new Date(now()).toISOString() })
          .where('feed_id', '=', feedId)
          .where('item_key', '=', asStored(key))
          .execute(),
      );
    },

    async sourcesOf(feedId, since) {
      const row = await run((db) =>
        db
          .selectFrom('feed_items')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('feed_id', '=', feedId)
          .where('source_id', 'is not', null)
          .where('sourced_at', '>=', since.toISOString())
          .executeTakeFirstOrThrow(),
      );
      return Number(row.count);
    },
  };
}

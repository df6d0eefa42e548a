/** An item's row as others see it. */
import type { FeedItem } from '../news/feed-item.ts';
import type { Judgement } from '../news/judgement.ts';
import type { StoryPlacement } from '../news/story.ts';
import type { ItemRecord, KeptItem } from '../news/story-book.ts';
import type { FeedItemsTable, FeedsTable } from './news-schema.ts';

/** Columns of the feed that belong to an item. */
export const ITEM_FEED_COLUMNS = ['feeds.scope', 'feeds.title as feed_title', 'feeds.full_text'] as const;

type FeedColumns = Pick<FeedsTable, 'scope' | 'full_text'> & { readonly feed_title: string | null };

export function keptItem(
  row: Pick<FeedItemsTable, 'feed_id' | 'seen_at' | 'content'> & FeedColumns,
): KeptItem {
  return {
    ...(JSON.parse(row.content) as FeedItem),
    feedId: row.feed_id,
    scope: row.scope,
    seenAt: row.seen_at,
    feedTitle: row.feed_title,
    fullText: row.full_text === 1,
  };
}

export function itemRecord(row: FeedItemsTable & FeedColumns): ItemRecord {
  return {
    ...keptItem(row),
    state: row.state,
    judgement: row.judgement === null ? null : (JSON.parse(row.judgement) as Judgement),
    placement: row.placement === null ? null : (JSON.parse(row.placement) as StoryPlacement),
    storyId: row.story_id,
    sourceId: row.source_id,
    sourceNote: row.source_note,
  };
}

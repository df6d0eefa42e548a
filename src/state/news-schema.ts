/** The tables of the news, as Kysely sees them. `news-migration.ts` makes them. Times as in `schema.ts`. */
import type { FeedTroubleCode } from '../news/feed-trouble.ts';

export interface FeedsTable {
  feed_id: string;
  scope: string;
  url: string;
  /** `linkHash` of `url`: an address may be longer than an index takes. */
  url_hash: string;
  given_url: string;
  title: string | null;
  site_url: string | null;
  lang: string | null;
  full_text: 0 | 1;
  added_at: string;
  etag: string | null;
  last_modified: string | null;
  body_hash: string | null;
  next_poll_at: string;
  last_polled_at: string | null;
  last_ok_at: string | null;
  /** When its items were read last; null when never. */
  read_at: string | null;
  failures: number;
  trouble: string | null;
  trouble_code: FeedTroubleCode | null;
  interval_minutes: number | null;
  refresh_minutes: number | null;
  moved_to: string | null;
  moved_polls: number;
  from_file: 0 | 1;
  disabled_at: string | null;
  seeded: 0 | 1;
  /** Who polls it; null when nobody does. */
  owner: string | null;
  leased_until: string | null;
}

export interface FeedItemsTable {
  feed_id: string;
  item_key: string;
  /** `linkHash` of its address; null when it has none. */
  url_hash: string | null;
  /** As the poll worked them out; null when they tell nothing. */
  link_mark: string | null;
  title_mark: string | null;
  seen_at: string;
  /** `read_at` of the feed when it last stood in it: what still does is kept, or it would be news again. */
  in_feed_at: string;
  /** Order of what was seen at the same time, the oldest first. */
  ordinal: number;
  state: 'seed' | 'new' | 'irrelevant' | 'story';
  /** JSON of a FeedItem. */
  content: string;
  /** JSON of a Judgement. */
  judgement: string | null;
  /** JSON of a StoryPlacement. */
  placement: string | null;
  story_id: string | null;
  source_id: string | null;
  source_note: string | null;
  sourced_at: string | null;
}

export interface StoriesTable {
  story_id: string;
  opened_at: string;
  updated_at: string;
  /** When its latest report was seen. */
  last_seen_at: string;
  case_id: string | null;
}

export interface StoryReportsTable {
  feed_id: string;
  item_key: string;
  story_id: string;
  /** From 0, in the story's order. */
  position: number;
  seen_at: string;
  /** JSON of a StoryReport. */
  content: string;
}

export interface SubscriptionsTable {
  subscription_id: string;
  platform: string;
  workspace_id: string;
  channel_id: string;
  created_at: string;
  created_by: string | null;
  paused_at: string | null;
  last_digest: string | null;
  /** JSON of a KeptSubscription. */
  content: string;
}

export interface DeliveriesTable {
  subscription_id: string;
  post_key: string;
  kind: 'story' | 'update' | 'digest' | 'notice';
  story_id: string | null;
  platform: string;
  workspace_id: string;
  channel_id: string;
  /** `due`: to be posted or edited. `posted`: it stands as it is asked for. `dropped`, `dead`: never tried again. */
  state: 'due' | 'posted' | 'dropped' | 'dead';
  asked_at: string;
  due_at: string;
  /** Claims of the present post or edit. */
  attempts: number;
  first_tried_at: string | null;
  ref: string | null;
  posted_at: string | null;
  revision: number;
  posted_revision: number;
  owner: string | null;
  leased_until: string | null;
  /** Why the last attempt failed, or why it was dropped. */
  last_error: string | null;
  /** When it was dropped or given up. */
  ended_at: string | null;
}

export interface LeasesTable {
  name: string;
  owner: string;
  leased_until: string;
}

export interface NewsSchema {
  feeds: FeedsTable;
  feed_items: FeedItemsTable;
  stories: StoriesTable;
  story_reports: StoryReportsTable;
  subscriptions: SubscriptionsTable;
  deliveries: DeliveriesTable;
  leases: LeasesTable;
}

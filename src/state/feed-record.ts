/** A feed's row as others see it. */
import type { Selectable } from 'kysely';
import type { FeedRecord } from '../news/feed-book.ts';
import type { FeedsTable } from './news-schema.ts';

export function feedRecord(row: Selectable<FeedsTable>): FeedRecord {
  return {
    id: row.feed_id,
    scope: row.scope,
    url: row.url,
    givenUrl: row.given_url,
    title: row.title,
    siteUrl: row.site_url,
    lang: row.lang,
    fullText: row.full_text === 1,
    addedAt: row.added_at,
    etag: row.etag,
    lastModified: row.last_modified,
    bodyHash: row.body_hash,
    nextPollAt: row.next_poll_at,
    lastPolledAt: row.last_polled_at,
    lastOkAt: row.last_ok_at,
    failures: row.failures,
    trouble: row.trouble,
    troubleCode: row.trouble_code,
    disabledAt: row.disabled_at,
    seeded: row.seeded === 1,
    intervalMinutes: row.interval_minutes,
    refreshMinutes: row.refresh_minutes,
    movedTo: row.moved_to,
    movedPolls: row.moved_polls,
    fromFile: row.from_file === 1,
  };
}

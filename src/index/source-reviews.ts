/** Reviews of sources that joined by themselves, in the database. Writers run inside the caller's transaction. */
import type { DatabaseSync } from 'node:sqlite';
import { FEED_ROOT_PREFIX } from '../core/feed-root.ts';
import type { FeedSource, ReviewVerdict } from './review-ports.ts';
import { type Row, SOURCE_COLUMNS, sourceFromRow } from './rows.ts';

const OF_FEEDS = `s.root >= '${FEED_ROOT_PREFIX}' AND s.root < '${FEED_ROOT_PREFIX.slice(0, -1)};'`;
const UNREVIEWED = `s.reviewed = 0 AND NOT EXISTS
  (SELECT 1 FROM operator_reviews r WHERE r.source_id = s.id AND r.verdict = 'accepted')`;

export function listUnreviewed(db: DatabaseSync): FeedSource[] {
  return db
    .prepare(
      `SELECT ${SOURCE_COLUMNS}, s.root FROM sources s WHERE ${OF_FEEDS} AND ${UNREVIEWED} ORDER BY s.root, s.id`,
    )
    .all()
    .map(fromRow);
}

export function countUnreviewed(db: DatabaseSync): Map<string, number> {
  const rows = db
    .prepare(
      `SELECT s.root, count(*) AS n FROM sources s WHERE ${OF_FEEDS} AND ${UNREVIEWED} GROUP BY s.root`,
    )
    .all();
  return new Map(rows.map((row) => [String(row.root), Number(row.n)]));
}

export function reviewsOf(db: DatabaseSync, ids: readonly string[]): Map<string, ReviewVerdict> {
  const rows = db
    .prepare(
      'SELECT source_id, verdict FROM operator_reviews WHERE source_id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(ids));
  return new Map(rows.map((row) => [String(row.source_id), String(row.verdict) as ReviewVerdict]));
}

/** The source of this id, if a feed brought it. */
export function feedSource(db: DatabaseSync, id: string): FeedSource | null {
  const row = db
    .prepare(`SELECT ${SOURCE_COLUMNS}, s.root FROM sources s WHERE s.id = ? AND ${OF_FEEDS}`)
    .get(id);
  return row === undefined ? null : fromRow(row);
}

export function writeReview(db: DatabaseSync, sourceId: string, verdict: ReviewVerdict): void {
  db.prepare(
    `INSERT INTO operator_reviews VALUES (?, ?)
     ON CONFLICT (source_id) DO UPDATE SET verdict = excluded.verdict`,
  ).run(sourceId, verdict);
}

function fromRow(row: Row): FeedSource {
  return { root: String(row.root), source: sourceFromRow(row) };
}

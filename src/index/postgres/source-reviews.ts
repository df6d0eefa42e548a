/** Reviews of sources that joined by themselves, in PostgreSQL. */
import { type RawBuilder, sql } from 'kysely';
import { FEED_ROOT_PREFIX } from '../../core/feed-root.ts';
import type { FeedSource, ReviewVerdict } from '../review-ports.ts';
import { type Row, sourceFromRow } from '../rows.ts';
import { announceChange, type IndexDb } from './index-database.ts';
import { rowsOf } from './read-stored.ts';
import { POSTGRES_SOURCE_COLUMNS } from './source-columns.ts';

const SOURCE_COLUMNS: RawBuilder<Row> = sql.raw(POSTGRES_SOURCE_COLUMNS);
const OF_FEEDS: RawBuilder<boolean> = sql`
  s.root >= ${FEED_ROOT_PREFIX} and s.root < ${`${FEED_ROOT_PREFIX.slice(0, -1)};`}`;
const UNREVIEWED: RawBuilder<boolean> = sql`s.reviewed = 0 and not exists
  (select 1 from operator_reviews r where r.source_id = s.id and r.verdict = 'accepted')`;

export async function listUnreviewed(db: IndexDb): Promise<FeedSource[]> {
  const rows = await rowsOf(
    db,
    sql`select ${SOURCE_COLUMNS}, s.root from sources s where ${OF_FEEDS} and ${UNREVIEWED} order by s.root, s.id`,
  );
  return rows.map(fromRow);
}

export async function countUnreviewed(db: IndexDb): Promise<Map<string, number>> {
  const rows = await rowsOf(
    db,
    sql`select s.root, count(*) as n from sources s where ${OF_FEEDS} and ${UNREVIEWED} group by s.root`,
  );
  return new Map(rows.map((row) => [String(row.root), Number(row.n)]));
}

export async function reviewsOf(db: IndexDb, ids: readonly string[]): Promise<Map<string, ReviewVerdict>> {
  const rows = await rowsOf(
    db,
    sql`select source_id, verdict from operator_reviews where source_id = any(${ids}::text[])`,
  );
  return new Map(rows.map((row) => [String(row.source_id), String(row.verdict) as ReviewVerdict]));
}

/** The source of this id, if a feed brought it. */
export async function feedSource(db: IndexDb, id: string): Promise<FeedSource | null> {
  const [row] = await rowsOf(
    db,
    sql`select ${SOURCE_COLUMNS}, s.root from sources s where s.id = ${id} and ${OF_FEEDS}`,
  );
  return row === undefined ? null : fromRow(row);
}

/** Inside the caller's transaction. */
export async function writeReview(db: IndexDb, sourceId: string, verdict: ReviewVerdict): Promise<void> {
  await db
    .insertInto('operator_reviews')
    .values({ source_id: sourceId, verdict })
    .onConflict((conflict) => conflict.column('source_id').doUpdateSet({ verdict }))
    .execute();
  await announceChange(db);
}

function fromRow(row: Row): FeedSource {
  return { root: String(row.root), source: sourceFromRow(row) };
}

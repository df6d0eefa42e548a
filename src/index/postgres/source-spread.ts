/** How the sources are spread that a scope may see, counted in PostgreSQL. */
import { type RawBuilder, sql } from 'kysely';
import type { SourceSpread } from '../../core/corpus-overview.ts';
import { groupFromRow, type Row, sourceFromRow, textOrNull } from '../rows.ts';
import type { IndexDb } from './index-database.ts';
import { rowsOf } from './read-stored.ts';
import { POSTGRES_SOURCE_COLUMNS } from './source-columns.ts';

const SOURCE_COLUMNS: RawBuilder<Row> = sql.raw(POSTGRES_SOURCE_COLUMNS);

/** To be called on one state of the database. */
export async function readSpread(db: IndexDb, scope: string, recent: number): Promise<SourceSpread> {
  const visible = sql`s.scope in ('global', ${scope})`;
  const groups = await rowsOf(
    db,
    sql`select s.lang, s.text_kind, s.authority, substr(s.published_at, 1, 4) as year,
        case s.authority when 'state-media' then s.publisher end as publisher,
        case when s.reviewed <> 0 or r.source_id is not null then 1 else 0 end as reviewed, count(*) as n
      from sources s left join operator_reviews r on r.source_id = s.id and r.verdict = 'accepted'
      where ${visible} group by 1, 2, 3, 4, 5, 6 order by min(s.id)`,
  );
  // The discrete percentile at one half is the later of the older half, as among an even number the lower middle is.
  const [dates] = await rowsOf(
    db,
    sql`select min(s.published_at) as oldest, max(s.published_at) as newest,
        percentile_disc(0.5) within group (order by s.published_at) as median
      from sources s where ${visible}`,
  );
  const newest = await rowsOf(
    db,
    sql`select ${SOURCE_COLUMNS} from sources s where s.id in (
        select s.id from sources s where s.published_at is not null and ${visible}
        order by s.published_at desc, s.id limit ${recent})
      order by s.published_at desc, s.id`,
  );
  return {
    groups: groups.map(groupFromRow),
    oldest: textOrNull(dates?.oldest),
    newest: textOrNull(dates?.newest),
    median: textOrNull(dates?.median),
    recent: newest.map(sourceFromRow),
  };
}

export async function visibleOf(db: IndexDb, ids: readonly string[], scope: string): Promise<Set<string>> {
  const rows = await rowsOf(
    db,
    sql`select id from sources where id = any(${ids}::text[]) and scope in ('global', ${scope})`,
  );
  return new Set(rows.map((row) => String(row.id)));
}

export async function countScopes(db: IndexDb): Promise<Map<string, number>> {
  const rows = await rowsOf(db, sql`select scope, count(*) as n from sources group by scope order by scope`);
  return new Map(rows.map((row) => [String(row.scope), Number(row.n)]));
}

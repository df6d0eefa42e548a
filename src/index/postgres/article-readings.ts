/** Claims and case links of articles in PostgreSQL. Writers run inside the caller's transaction. */
import { sql } from 'kysely';
import type { Source } from '../../core/source.ts';
import { claimFromRow, linkFromRow } from '../article-readings.ts';
import type {
  ArticleReading,
  LinkedArticle,
  LinkStatus,
  ReadingState,
  StoredClaim,
  StoredLink,
} from '../reading-ports.ts';
import type { IndexDb } from './index-database.ts';
import { readFacts, writeFact } from './index-meta.ts';
import { portions } from './postings.ts';
import { readSources, rowsOf } from './read-stored.ts';

/** Rows that one statement stores. */
const PORTION = 500;

/** Notes which of the sources, which were just stored, are articles that nobody has read yet. */
export async function markUnread(
  db: IndexDb,
  sources: readonly Source[],
  readings: ReadonlyMap<string, ArticleReading> | undefined,
): Promise<void> {
  const unread = sources.filter(({ id, caseIds }) => caseIds.length === 0 && !readings?.has(id));
  const ids = unread.map(({ id }) => id);
  if (ids.length > 0)
    await sql`insert into unread_articles select * from unnest(${ids}::text[]) on conflict do nothing`.execute(
      db,
    );
}

/** Up to `most` articles that were stored and whose claims are still to be read. */
export async function listUnread(db: IndexDb, most: number): Promise<string[]> {
  const rows = await rowsOf(db, sql`select source_id from unread_articles order by source_id limit ${most}`);
  return rows.map((row) => String(row.source_id));
}

export async function putReadings(db: IndexDb, readings: ReadonlyMap<string, ArticleReading>): Promise<void> {
  const { rows } = await sql<{ id: string; content_hash: string; decided: boolean }>`
    select s.id, s.content_hash, exists (select 1 from case_links l
        where l.source_id = s.id and l.by_hand = 1 and l.status = 'linked') as decided
    from sources s where s.id = any(${[...readings.keys()]}::text[]) order by s.id for update`.execute(db);
  const fitting = rows.flatMap(({ id, content_hash: stored, decided }) => {
    const reading = readings.get(id);
    if (reading === undefined || stored !== (reading.contentHash ?? stored)) return [];
    return [{ id, decided, reading }];
  });
  if (fitting.length === 0) return;
  const ids = fitting.map(({ id }) => id);
  await sql`delete from unread_articles where source_id = any(${ids}::text[])`.execute(db);
  await sql`delete from extracted_claims where source_id = any(${ids}::text[])`.execute(db);
  await sql`delete from case_links where by_hand = 0 and source_id = any(${ids}::text[])`.execute(db);
  const claims = fitting.flatMap(({ id, reading }) =>
    reading.claims.map((claim, ordinal) => ({ source_id: id, ordinal, claim: JSON.stringify(claim) })),
  );
  for (const some of portions(claims, PORTION))
    await db
      .insertInto('extracted_claims')
      .values([...some])
      .execute();
  const links = fitting
    // Who was given a case by hand needs no other.
    .filter(({ decided }) => !decided)
    .flatMap(({ id, reading }) =>
      reading.links.map(({ caseId, status, score, reason }) => ({
        source_id: id,
        case_id: caseId,
        status,
        by_hand: 0,
        score,
        reason,
      })),
    );
  for (const some of portions(links, PORTION))
    await db
      .insertInto('case_links')
      .values([...some])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** What people decided of these sources; a source that is stored anew loses its rows. */
export async function handLinks(db: IndexDb, ids: readonly string[]): Promise<StoredLink[]> {
  const rows = await rowsOf(
    db,
    sql`select * from case_links where by_hand = 1 and source_id = any(${ids}::text[])`,
  );
  return rows.map(linkFromRow);
}

export async function restoreHandLinks(db: IndexDb, links: readonly StoredLink[]): Promise<void> {
  for (const { sourceId, caseId, status, score, reason } of links)
    await db
      .insertInto('case_links')
      .values({ source_id: sourceId, case_id: caseId, status, by_hand: 1, score, reason })
      .onConflict((conflict) =>
        conflict.columns(['source_id', 'case_id']).doUpdateSet({ status, by_hand: 1 }),
      )
      .execute();
}

/** @returns false when there is no such source. */
export async function decideLink(
  db: IndexDb,
  sourceId: string,
  caseId: string,
  status: LinkStatus,
): Promise<boolean> {
  const [known] = await rowsOf(db, sql`select 1 as one from sources where id = ${sourceId} for update`);
  if (known === undefined) return false;
  await restoreHandLinks(db, [
    { sourceId, caseId, status, score: 1, reason: 'decided by hand', byHand: true },
  ]);
  // An article that was given its case needs no proposals.
  if (status === 'linked')
    await db
      .deleteFrom('case_links')
      .where('source_id', '=', sourceId)
      .where('by_hand', '=', 0)
      .where('case_id', '<>', caseId)
      .execute();
  return true;
}

export async function readClaims(
  db: IndexDb,
  sourceId: string,
): Promise<{ claims: StoredClaim[]; links: StoredLink[] }> {
  const claims = await rowsOf(
    db,
    sql`select claim from extracted_claims where source_id = ${sourceId} order by ordinal`,
  );
  const links = await rowsOf(
    db,
    sql`select * from case_links where source_id = ${sourceId} order by score desc, case_id`,
  );
  return { claims: claims.map(claimFromRow), links: links.map(linkFromRow) };
}

export async function listLinks(db: IndexDb, status?: LinkStatus): Promise<StoredLink[]> {
  const rows = await rowsOf(
    db,
    sql`select * from case_links ${status === undefined ? sql`` : sql`where status = ${status}`}
      order by source_id, score desc, case_id`,
  );
  return rows.map(linkFromRow);
}

export async function readLinked(db: IndexDb, caseId: string): Promise<LinkedArticle[]> {
  const rows = await rowsOf(
    db,
    sql`select source_id from case_links where case_id = ${caseId} and status = 'linked' order by source_id`,
  );
  const ids = rows.map((row) => String(row.source_id));
  const stored = await rowsOf(
    db,
    sql`select source_id, claim from extracted_claims where source_id = any(${ids}::text[])
      order by source_id, ordinal`,
  );
  const claims = Map.groupBy(stored, (row) => String(row.source_id));
  const articles = await readSources(db, ids);
  return articles.map((article) => ({
    ...article,
    claims: (claims.get(article.source.id) ?? []).map(claimFromRow),
  }));
}

export async function listArticles(db: IndexDb): Promise<string[]> {
  const rows = await rowsOf(db, sql`select id from sources where case_ids = '[]' order by id`);
  return rows.map((row) => String(row.id));
}

export async function readingState(db: IndexDb): Promise<ReadingState> {
  const { claimRules, analyzerVersion, linkedCases } = await readFacts(db, [
    'claimRules',
    'analyzerVersion',
    'linkedCases',
  ]);
  const [rules = '', analyzer] = (claimRules ?? '').split('@');
  // What was read under another lexicon was read under other rules.
  return { rules: analyzer === analyzerVersion ? rules : '', cases: linkedCases ?? '' };
}

export async function setReadingState(db: IndexDb, { rules, cases }: ReadingState): Promise<void> {
  const { analyzerVersion } = await readFacts(db, ['analyzerVersion']);
  await writeFact(db, 'claimRules', `${rules}@${analyzerVersion}`);
  await writeFact(db, 'linkedCases', cases);
}

/** Reads of the corpus in PostgreSQL. What takes several statements is to be called on one state of the database. */
import { type RawBuilder, sql } from 'kysely';
import type { CaseRecord } from '../../core/case-record.ts';
import type { CaseTexts, CorpusSize, SourceText } from '../../core/retrieval.ts';
import type { Passage, Republication, Source } from '../../core/source.ts';
import type { RootOrigin, RootSummary } from '../index-ports.ts';
import { keepCopiesIn, sourcesOfCopies } from '../lost-copies.ts';
import { MOST_PRINTS, republicationsOf } from '../republications.ts';
import { caseFromRow, passageFromRow, type Row, sourceFromRow } from '../rows.ts';
import type { IndexDb } from './index-database.ts';
import { POSTGRES_SOURCE_COLUMNS } from './source-columns.ts';

const SOURCE_COLUMNS: RawBuilder<Row> = sql.raw(POSTGRES_SOURCE_COLUMNS);

/** What a Passage needs of its row `p`. */
const PASSAGE_COLUMNS: RawBuilder<Row> = sql`
  p.n, p.id, p.source_id, p.ordinal, p.lang, p.start_offset, p.end_offset, p.context, p.also_in, p.text`;

/** Rows of a statement. */
export async function rowsOf(db: IndexDb, statement: RawBuilder<Row>): Promise<Row[]> {
  return (await statement.execute(db)).rows;
}

export async function listRoot(db: IndexDb, root: string): Promise<Map<string, string>> {
  const rows = await rowsOf(db, sql`select id, content_hash from sources where root = ${root}`);
  return new Map(rows.map((row) => [String(row.id), String(row.content_hash)]));
}

export async function ownersOf(db: IndexDb, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await rowsOf(db, sql`select id, root from sources where id = any(${ids}::text[])`);
  return new Map(rows.map((row) => [String(row.id), String(row.root)]));
}

export async function listSources(db: IndexDb, scopes?: readonly string[]): Promise<Source[]> {
  const wanted = scopes === undefined ? sql`` : sql`where s.scope = any(${scopes}::text[])`;
  const rows = await rowsOf(db, sql`select ${SOURCE_COLUMNS} from sources s ${wanted} order by s.id`);
  return rows.map(sourceFromRow);
}

/** The source without its text; null when there is none of that id. */
export async function readSource(db: IndexDb, id: string): Promise<Source | null> {
  const [row] = await rowsOf(db, sql`select ${SOURCE_COLUMNS} from sources s where s.id = ${id}`);
  return row === undefined ? null : sourceFromRow(row);
}

export async function listCases(db: IndexDb): Promise<CaseRecord[]> {
  return (await rowsOf(db, sql`select record from cases order by id, root`)).map(caseFromRow);
}

export async function listRoots(db: IndexDb): Promise<RootSummary[]> {
  const rows = await rowsOf(
    db,
    sql`select root, max(origin) as origin, sum(sources) as sources, sum(cases) as cases from (
        select root, origin, count(*) as sources, 0 as cases from sources group by root, origin
        union all select root, 'configured', 0, count(*) from cases group by root
      ) both_of group by root order by root`,
  );
  return rows.map((row) => ({
    root: String(row.root),
    origin: String(row.origin) as RootOrigin,
    sources: Number(row.sources),
    cases: Number(row.cases),
  }));
}

export async function readSources(db: IndexDb, ids: readonly string[]): Promise<SourceText[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const sources = await rowsOf(
    db,
    sql`select ${SOURCE_COLUMNS}, s.text from sources s where s.id = any(${wanted}::text[])`,
  );
  const passages = await rowsOf(
    db,
    sql`select ${PASSAGE_COLUMNS} from passages p where p.source_id = any(${wanted}::text[])
      order by p.source_id, p.ordinal`,
  );
  const kept = await withoutLostCopies(db, passages.map(passageFromRow));
  const cut = Map.groupBy(kept, ({ sourceId }) => sourceId);
  const rows = new Map(sources.map((row) => [String(row.id), row]));
  return wanted.flatMap((id) => {
    const row = rows.get(id);
    if (row === undefined) return [];
    return [{ source: sourceFromRow(row), text: String(row.text), passages: cut.get(id) ?? [] }];
  });
}

export async function readRepublications(
  db: IndexDb,
  ids: readonly string[],
  scope = 'global',
): Promise<Map<string, Republication[]>> {
  const wanted = [...new Set(ids)];
  const found = new Map<string, Republication[]>();
  if (wanted.length === 0) return found;
  const owners = await rowsOf(
    db,
    sql`select s.id, s.publisher, coalesce(c.story, s.id) as story
      from sources s left join story_copies c on c.source_id = s.id where s.id = any(${wanted}::text[])`,
  );
  const stories = [...new Set(owners.map(({ story }) => String(story)))];
  // Of each story one more than are told: of the prints that are read, one may be the source itself. Which they are is
  // decided by the key: a report that thousands print would else be read and sent as a whole.
  const rows = await rowsOf(
    db,
    sql`select ${SOURCE_COLUMNS}, told.story from unnest(${stories}::text[]) as told (story)
      cross join lateral (
        select o.id from sources o
        where o.id = any(array(select told.story union select source_id from story_copies where story = told.story))
          and o.scope in ('global', ${scope})
        order by o.published_at collate "C" nulls last, o.id collate "C" limit ${MOST_PRINTS + 1}
      ) print join sources s on s.id = print.id
      order by s.published_at collate "C" nulls last, s.id collate "C"`,
  );
  const printsOf = Map.groupBy(rows, ({ story }) => String(story));
  for (const { id, publisher, story } of owners) {
    const prints = (printsOf.get(String(story)) ?? []).filter((row) => row.id !== id).slice(0, MOST_PRINTS);
    const others = republicationsOf(
      { publisher: typeof publisher === 'string' ? publisher : null },
      prints.map(sourceFromRow),
    );
    if (others.length > 0) found.set(String(id), others);
  }
  return found;
}

export async function readCase(db: IndexDb, id: string): Promise<CaseTexts | null> {
  const [row] = await rowsOf(db, sql`select record from cases where id = ${id} order by root limit 1`);
  if (row === undefined) return null;
  const ids = await rowsOf(
    db,
    sql`select id from sources where case_ids <> '[]' and case_ids::jsonb @> ${JSON.stringify([id])}::jsonb
      order by id`,
  );
  return {
    record: caseFromRow(row),
    sources: await readSources(
      db,
      ids.map((found) => String(found.id)),
    ),
  };
}

/** What other scopes have is counted and taken off: it is little, and all passages are counted already. */
export async function corpusSize(db: IndexDb, scope?: string): Promise<CorpusSize> {
  const [all] = await rowsOf(
    db,
    sql`select (select count(*) from sources) as sources, (select sum(n) from passage_counts) as passages`,
  );
  const size = { sources: Number(all?.sources), passages: Number(all?.passages ?? 0) };
  if (scope === undefined) return size;
  const foreign = (await listScopes(db)).filter((one) => one !== 'global' && one !== scope);
  if (foreign.length === 0) return size;
  const [others] = await rowsOf(
    db,
    sql`select count(distinct s.id) as sources, count(p.n) as passages
      from sources s left join passages p on p.source_id = s.id where s.scope = any(${foreign}::text[])`,
  );
  return {
    sources: size.sources - Number(others?.sources),
    passages: size.passages - Number(others?.passages),
  };
}

/** Jumps from scope to scope: there are few, and many sources of each. */
async function listScopes(db: IndexDb): Promise<string[]> {
  const rows = await rowsOf(
    db,
    sql`with recursive one (scope) as (
        (select min(scope) from sources)
        union all select (select min(s.scope) from sources s where s.scope > one.scope) from one
          where one.scope is not null)
      select scope from one where scope is not null`,
  );
  return rows.map((row) => String(row.scope));
}

/** The passages with only those copies in other sources that are still there. */
async function withoutLostCopies(db: IndexDb, passages: readonly Passage[]): Promise<Passage[]> {
  const copies = sourcesOfCopies(passages);
  if (copies.length === 0) return [...passages];
  const rows = await rowsOf(db, sql`select id from sources where id = any(${copies}::text[])`);
  return keepCopiesIn(passages, new Set(rows.map((row) => String(row.id))));
}

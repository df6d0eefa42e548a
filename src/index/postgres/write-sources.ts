/** Changes to the corpus in PostgreSQL. Each runs inside the caller's transaction. */
import { sql } from 'kysely';
import type { CaseRecord } from '../../core/case-record.ts';
import type { SourceDocument, Standing } from '../../core/source.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { RootOrigin } from '../index-ports.ts';
import { passageToRow, sourceToRow } from '../rows.ts';
import { type CountChanges, collectCounts } from './count-changes.ts';
import { announceChange, type IndexDb } from './index-database.ts';
import { digestOf, insertSources, type SourceRows } from './insert-sources.ts';
import { deletePostings, portions } from './postings.ts';
import { noteCopies, releaseStories } from './story-copies.ts';

/** Rows that one statement stores: a statement takes 65,535 values. */
const PORTION = 500;
/** Sources that are deleted together. */
const DELETED_AT_ONCE = 200;

/** Lets one process at a time write to a root, until it commits: replicas that read the same folder take turns. */
export async function lockRoot(db: IndexDb, root: string): Promise<void> {
  await sql`insert into root_locks (root, taken) values (${root}, 1)
    on conflict (root) do update set taken = root_locks.taken + 1`.execute(db);
}

/** A document with its rows. */
interface ReadyDocument {
  readonly document: SourceDocument;
  readonly rows: SourceRows;
}

/** Those of the documents that are not stored just so, the last of several with one id. Locks what they replace. */
export async function documentsToStore(
  db: IndexDb,
  root: string,
  origin: RootOrigin,
  documents: readonly SourceDocument[],
): Promise<ReadyDocument[]> {
  const latest = [...new Map(documents.map((document) => [document.source.id, document])).values()];
  const ids = latest.map(({ source }) => source.id);
  const { rows: stored } = await sql<{ id: string; digest: string }>`
    select id, digest from sources where id = any(${ids}::text[]) order by id for update`.execute(db);
  const digests = new Map(stored.map(({ id, digest }) => [id, digest]));
  return latest
    .map((document) => {
      const { source, text, passages } = document;
      const rows = { source: sourceToRow(source, text, root, origin), passages: passages.map(passageToRow) };
      return { document, rows };
    })
    .filter(({ document, rows }) => digests.get(document.source.id) !== digestOf(rows));
}

/** Stores documents that `documentsToStore` gave, replacing those of the same id. */
export async function putDocuments(
  db: IndexDb,
  lexicon: Lexicon,
  documents: readonly ReadyDocument[],
): Promise<void> {
  const counts = collectCounts();
  const ids = documents.map(({ document }) => document.source.id);
  await deleteSources(db, ids, counts);
  const numbers = await insertSources(
    db,
    lexicon,
    documents.map(({ rows }) => rows),
    counts,
  );
  await announceChange(db);
  await releaseStories(db, ids);
  await noteCopies(
    db,
    documents.flatMap(({ document }, i) =>
      document.passages.length === 0 ? [] : [{ ...document, n: numbers[i]?.source ?? 0 }],
    ),
  );
  await counts.write(db);
}

/** Removes those of the ids that the root owns. */
export async function removeSources(db: IndexDb, root: string, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from sources where id = any(${ids}::text[]) and root = ${root} order by id for update`.execute(
    db,
  );
  if (rows.length === 0) return;
  const counts = collectCounts();
  for (const some of portions(rows, DELETED_AT_ONCE))
    await deleteSources(
      db,
      some.map(({ id }) => id),
      counts,
    );
  await announceChange(db);
  await counts.write(db);
}

/** Deletes sources whose rows are locked, with all that is theirs. */
async function deleteSources(db: IndexDb, ids: readonly string[], counts: CountChanges): Promise<void> {
  if (ids.length === 0) return;
  // Locked, so that nobody stores a vector of a passage that is going.
  const { rows: passages } = await sql<{
    n: number;
    lang: string;
    length: number;
    terms: string[];
    source: number;
    whole: number;
  }>`select p.n, p.lang, p.length, p.terms, s.n as source, s.length as whole
      from passages p join sources s on s.id = p.source_id
      where s.id = any(${ids}::text[]) order by p.n for update of p`.execute(db);
  for (const { lang, length } of passages) counts.passage(lang, length, -1);
  for (const [, whole] of new Map(passages.map(({ source, whole: own }) => [source, own])))
    counts.source(whole, -1);
  await deletePostings(db, passages, counts);
  await deleteVectors(
    db,
    passages.map(({ n }) => n),
    counts,
  );
  await sql`delete from sources where id = any(${ids}::text[])`.execute(db);
}

async function deleteVectors(db: IndexDb, passages: readonly number[], counts: CountChanges): Promise<void> {
  if (passages.length === 0) return;
  const models = await db.selectFrom('vector_models').select(['id', 'relation']).orderBy('id').execute();
  for (const { id, relation } of models) {
    const { numAffectedRows = 0n } = await sql`
      delete from ${sql.id(relation)} where passage = any(${passages}::bigint[])`.execute(db);
    counts.vectors(id, -Number(numAffectedRows));
  }
}

/** Replaces the case records of a root. */
export async function putCaseRecords(db: IndexDb, root: string, cases: readonly CaseRecord[]): Promise<void> {
  const latest = new Map(cases.map((record) => [record.id, JSON.stringify(record)]));
  const { rows } = await sql<{ id: string; record: string }>`
    select id, record from cases where root = ${root}`.execute(db);
  if (rows.length === latest.size && rows.every(({ id, record }) => latest.get(id) === record)) return;
  await db.deleteFrom('cases').where('root', '=', root).execute();
  for (const some of portions([...latest], PORTION))
    await db
      .insertInto('cases')
      .values(some.map(([id, record]) => ({ root, id, record })))
      .execute();
  await announceChange(db);
}

/** Keeps a person's word on a source that is stored; null takes it back. */
export async function writeStanding(db: IndexDb, sourceId: string, standing: Standing | null): Promise<void> {
  if (standing === null)
    await db.deleteFrom('operator_standings').where('source_id', '=', sourceId).execute();
  else
    await sql`insert into operator_standings (source_id, standing)
      select id, ${JSON.stringify(standing)} from sources where id = ${sourceId}
      on conflict (source_id) do update set standing = excluded.standing`.execute(db);
  await announceChange(db);
}

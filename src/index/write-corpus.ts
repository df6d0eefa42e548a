/** Changes to the corpus. Each runs inside the caller's transaction. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import type { CaseRecord } from '../core/case-record.ts';
import type { SourceDocument, Standing } from '../core/source.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { RootOrigin } from './index-ports.ts';
import { indexPassages } from './passage-analyzer.ts';
import { passageToRow, sourceToRow } from './rows.ts';
import type { Schema } from './schema.ts';
import { deleteSourceTerms } from './source-terms.ts';
import { createCopyNotes } from './story-copies.ts';

/** What the writers work on: one connection, by itself and under Kysely. */
export interface WriteContext {
  readonly db: DatabaseSync;
  readonly kysely: Kysely<Schema>;
  readonly lexicon: Lexicon;
}

/** Stores documents, replacing those of the same id. The last of several with one id stays. */
export async function putDocuments(
  { db, lexicon }: WriteContext,
  root: string,
  origin: RootOrigin,
  documents: readonly SourceDocument[],
): Promise<void> {
  const latest = [...new Map(documents.map((document) => [document.source.id, document])).values()];
  deleteSources(
    db,
    latest.map(({ source }) => source.id),
  );
  const added: { n: number; passage: SourceDocument['passages'][number] }[] = [];
  const insertSource = createInsert(db, 'sources');
  const insertPassage = createInsert(db, 'passages');
  const noteCopies = createCopyNotes(db);
  for (const { source, text, passages } of latest) {
    insertSource({ ...sourceToRow(source, text, root, origin) });
    const before = added.length;
    for (const passage of passages) added.push({ n: insertPassage({ ...passageToRow(passage) }), passage });
    const first = added[before]?.n;
    if (first !== undefined) noteCopies({ source, text }, first);
  }
  indexPassages(db, lexicon, added);
}

/** Removes those of the ids that the root owns. */
export async function removeSources(
  { db, kysely, lexicon }: WriteContext,
  root: string,
  ids: readonly string[],
): Promise<void> {
  const owned = await kysely.selectFrom('sources').select('id').where('root', '=', root).execute();
  const wanted = new Set(ids);
  deleteSources(
    db,
    owned.map(({ id }) => id).filter((id) => wanted.has(id)),
  );
  indexPassages(db, lexicon, []);
}

/** Replaces the case records of a root. */
export async function putCaseRecords(
  { kysely }: Pick<WriteContext, 'kysely'>,
  root: string,
  cases: readonly CaseRecord[],
): Promise<void> {
  await kysely.deleteFrom('cases').where('root', '=', root).execute();
  for (const record of cases)
    await kysely
      .insertInto('cases')
      .values({ root, id: record.id, record: JSON.stringify(record) })
      .onConflict((conflict) => conflict.doUpdateSet((row) => ({ record: row.ref('excluded.record') })))
      .execute();
}

/** Keeps a person's word on a source that is stored; null takes it back. */
export async function writeStanding(
  db: DatabaseSync,
  sourceId: string,
  standing: Standing | null,
): Promise<void> {
  if (standing === null) {
    db.prepare('DELETE FROM operator_standings WHERE source_id = ?').run(sourceId);
    return;
  }
  db.prepare(
    `INSERT INTO operator_standings SELECT id, ? FROM sources WHERE id = ?
     ON CONFLICT (source_id) DO UPDATE SET standing = excluded.standing`,
  ).run(JSON.stringify(standing), sourceId);
}

/** Inserts rows of one shape and gives their numbers. One statement for all: composing one takes longer than running it. */
function createInsert(
  db: DatabaseSync,
  table: keyof Schema,
): (row: Readonly<Record<string, SQLInputValue>>) => number {
  let insert: StatementSync | null = null;
  return (row) => {
    const columns = Object.keys(row);
    insert ??= db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    return Number(insert.run(...Object.values(row)).lastInsertRowid);
  };
}

function deleteSources(db: DatabaseSync, ids: readonly string[]): void {
  const known = db.prepare('SELECT 1 FROM sources WHERE id = ?');
  const terms = db.prepare('DELETE FROM fts WHERE rowid IN (SELECT n FROM passages WHERE source_id = ?)');
  const source = db.prepare('DELETE FROM sources WHERE id = ?');
  for (const id of ids) {
    if (known.get(id) === undefined) continue;
    deleteSourceTerms(db, id);
    terms.run(id);
    // Passages and vectors go with their source.
    source.run(id);
  }
}

/**
 * Brings terms up to date after an update of the program: source by source, in transactions of their own, so that others
 * go on searching, a kill loses little, and several processes that start at once share the work.
 */
import { sql } from 'kysely';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { analyzePassage, analyzerVersion } from '../analyze-passage.ts';
import type { IndexProgress } from '../index-ports.ts';
import { sourceFromRow } from '../rows.ts';
import { collectCounts } from './count-changes.ts';
import { announceChange, type IndexDatabase, type IndexDb } from './index-database.ts';
import { countPassages, readFacts, writeFact } from './index-meta.ts';
import { countPassageTerms, countSourceTerms } from './passage-terms.ts';
import { deletePostings, postPassages, postSources } from './postings.ts';
import { rowsOf } from './read-stored.ts';
import { POSTGRES_SOURCE_COLUMNS } from './source-columns.ts';
import { noteCopies } from './story-copies.ts';

/** Sources of one transaction: under a second. */
const PORTION = 50;

/** Does nothing where the terms were derived as this program derives them. */
export async function refreshAnalysis(
  database: IndexDatabase,
  lexicon: Lexicon,
  onProgress: ((progress: IndexProgress) => void) | undefined,
): Promise<void> {
  const version = analyzerVersion(lexicon);
  const facts = await database.run((db) => readFacts(db, ['analyzerVersion', 'analyzing']));
  if (facts.analyzerVersion === version && facts.analyzing === null) return;
  const total = await database.run(countPassages);
  for (;;) {
    const upTo = await database.writing((db) => derivePortion(db, lexicon, version));
    if (upTo === null) return;
    const done = await database.run((db) => countUpTo(db, upTo));
    onProgress?.({ phase: 'analyze', done: Math.min(done, total), total });
  }
}

/** @returns up to which `sources.n` terms are derived anew; null when all are. */
async function derivePortion(db: IndexDb, lexicon: Lexicon, version: string): Promise<number | null> {
  // Held until the commit: one process at a time, and nobody stores terms of another version meanwhile.
  await sql`insert into meta (key, value) values ('analyzerVersion', ${version})
    on conflict (key) do nothing`.execute(db);
  const { rows: locked } = await sql<{ value: string }>`
    select value from meta where key = 'analyzerVersion' for update`.execute(db);
  const { analyzing } = await readFacts(db, ['analyzing']);
  const isNew = locked[0]?.value !== version;
  if (!isNew && analyzing === null) return null;
  if (isNew) await forgetDerived(db, version);
  const after = isNew ? 0 : Number(analyzing);
  const sources = await rowsOf(
    db,
    sql`select ${sql.raw(POSTGRES_SOURCE_COLUMNS)}, s.n, s.text, s.length from sources s
      where s.n > ${after} order by s.n limit ${PORTION} for update`,
  );
  const last = sources.at(-1);
  await writeFact(db, 'analyzing', last === undefined ? null : String(last.n));
  if (last === undefined) {
    await announceChange(db);
    return null;
  }
  await deriveSources(
    db,
    lexicon,
    sources.map((row) => ({
      source: sourceFromRow(row),
      text: String(row.text),
      n: Number(row.n),
      length: Number(row.length),
    })),
  );
  return Number(last.n);
}

/** Copies are told anew from the first source on; vectors are made anew behind, but those that were paid for. */
async function forgetDerived(db: IndexDb, version: string): Promise<void> {
  await writeFact(db, 'analyzerVersion', version);
  await writeFact(db, 'embeddingModel', null);
  await writeFact(db, 'nextModel', null);
  await sql`delete from story_copies`.execute(db);
  await sql`delete from copy_keys`.execute(db);
}

type StoredSource = Parameters<typeof noteCopies>[1][number] & { readonly length: number };

async function deriveSources(db: IndexDb, lexicon: Lexicon, sources: readonly StoredSource[]): Promise<void> {
  const { rows } = await sql<{
    n: number;
    source_id: string;
    lang: string;
    text: string;
    context: string;
    length: number;
    terms: string[];
  }>`select n, source_id, lang, text, context, length, terms from passages
      where source_id = any(${sources.map(({ source }) => source.id)}::text[])
      order by source_id, ordinal for update`.execute(db);
  const counts = collectCounts();
  const numberOf = new Map(sources.map(({ source, n }) => [source.id, n]));
  await deletePostings(
    db,
    rows.map(({ n, terms, source_id: id }) => ({ n, terms, source: numberOf.get(id) ?? 0 })),
    counts,
  );
  const derived = rows.map((row) => {
    const found = analyzePassage(lexicon, row);
    return { row, found, terms: countPassageTerms(found) };
  });
  for (const { row, terms } of derived) {
    counts.passage(row.lang, row.length, -1);
    counts.passage(row.lang, terms.length, 1);
    await db
      .updateTable('passages')
      .set({ length: terms.length, terms: [...terms.uses.keys()] })
      .where('n', '=', row.n)
      .execute();
  }
  const bySource = Map.groupBy(derived, ({ row }) => row.source_id);
  const whole = sources.flatMap((source) => {
    const passages = bySource.get(source.source.id);
    if (passages === undefined) return [];
    return [{ ...source, terms: countSourceTerms(passages.map(({ found }) => found)) }];
  });
  for (const { n, length, terms } of whole) {
    counts.source(length, -1);
    counts.source(terms.length, 1);
    await db.updateTable('sources').set({ length: terms.length }).where('n', '=', n).execute();
  }
  await postPassages(
    db,
    derived.map(({ row: { n }, terms }) => ({ n, terms })),
    counts,
  );
  await postSources(db, whole, counts);
  await announceChange(db);
  await sql`delete from story_copies where source_id = any(${sources.map(({ source }) => source.id)}::text[])`.execute(
    db,
  );
  await sql`delete from copy_keys where source = any(${sources.map(({ n }) => n)}::bigint[])`.execute(db);
  await noteCopies(db, whole);
  await counts.write(db);
}

/** Passages of the sources up to a number. */
async function countUpTo(db: IndexDb, n: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from passages p join sources s on s.id = p.source_id where s.n <= ${n}`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

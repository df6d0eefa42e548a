/** Moves the index out of PostgreSQL into a database file, inside the caller's transactions on both. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { sql } from 'kysely';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { writeMeta } from '../meta.ts';
import { rebuildAnalysis } from '../passage-analyzer.ts';
import { createVectorWriter } from '../stored-vectors.ts';
import {
  CARRIED,
  CARRIED_FACTS,
  CARRIED_TABLES,
  type CarriedTable,
  type MoveOptions,
} from './carried-tables.ts';
import type { IndexDb } from './index-database.ts';
import { countPassages, readFacts } from './index-meta.ts';

/** Sources, and vectors, that are moved together. */
const SOURCES = 100;
const VECTORS = 500;
const ROWS = 1_000;

const SOURCE_COLUMNS = [
  'id',
  'root',
  'origin',
  'title',
  'title_is_descriptive',
  'publisher',
  'published_at',
  'url',
  'lang',
  'text_lang',
  'text_kind',
  'authority',
  'kind',
  'case_ids',
  'scope',
  'reviewed',
  'content_hash',
  'text',
  'standing',
] as const;
const PASSAGE_COLUMNS = [
  'id',
  'source_id',
  'ordinal',
  'lang',
  'start_offset',
  'end_offset',
  'context',
  'also_in',
  'text',
] as const;

type Row = Record<string, SQLInputValue>;

/**
 * @param from a transaction that sees one state.
 * @param to an index without sources, in a transaction.
 */
export async function moveToEmbedded(
  from: IndexDb,
  to: DatabaseSync,
  lexicon: Lexicon,
  { signal, onProgress }: MoveOptions,
): Promise<void> {
  const total = await countPassages(from);
  const addSource = insertInto(to, 'sources', SOURCE_COLUMNS);
  const addPassage = insertInto(to, 'passages', PASSAGE_COLUMNS);
  /** New numbers of passages by their old ones, and of the first passage by the old number of its source. */
  const passageNumbers = new Map<number, number>();
  const firstNumbers = new Map<number, number>();
  for (let last = 0; ; ) {
    signal.throwIfAborted();
    const { rows } = await sql<Row>`select n, ${columnsOf(SOURCE_COLUMNS)} from sources
      where n > ${last} order by n limit ${SOURCES}`.execute(from);
    if (rows.length === 0) break;
    last = Number(rows.at(-1)?.n);
    const { rows: passages } = await sql<Row>`select n, ${columnsOf(PASSAGE_COLUMNS)} from passages
      where source_id = any(${rows.map(({ id }) => String(id))}::text[]) order by source_id, ordinal`.execute(
      from,
    );
    const own = Map.groupBy(passages, (row) => String(row.source_id));
    for (const row of rows) {
      addSource(row);
      for (const passage of own.get(String(row.id)) ?? []) {
        const n = addPassage(passage);
        passageNumbers.set(Number(passage.n), n);
        if (!firstNumbers.has(Number(row.n))) firstNumbers.set(Number(row.n), n);
      }
    }
    onProgress({ done: Math.floor(passageNumbers.size / 2), total });
  }
  rebuildAnalysis(to, lexicon, (done) => {
    signal.throwIfAborted();
    onProgress({ done: Math.floor((passageNumbers.size + done) / 2), total });
  });
  to.exec('DELETE FROM story_copies; DELETE FROM copy_keys');
  for (const table of CARRIED) await moveTable(from, to, table);
  const addKey = to.prepare('INSERT INTO copy_keys (key, passage) VALUES (?, ?)');
  await eachRow(from, 'copy_keys', ['key', 'source'], ['key', 'source'], ({ key, source }) => {
    addKey.run(Number(key), firstNumbers.get(Number(source)) ?? 0);
  });
  const facts = await readFacts(from, CARRIED_FACTS);
  for (const key of CARRIED_FACTS) if (facts[key] !== null) writeMeta(to, key, facts[key]);
  await moveVectors(from, to, passageNumbers, signal);
}

async function moveTable(from: IndexDb, to: DatabaseSync, table: CarriedTable): Promise<void> {
  const { columns, key } = CARRIED_TABLES[table];
  const add = insertInto(to, table, columns);
  await eachRow(from, table, columns, key, (row) => void add(row));
}

/** Those of neural models. PostgreSQL has rounded the embedded model's, and they cost nothing to make again. */
async function moveVectors(
  from: IndexDb,
  to: DatabaseSync,
  numbers: ReadonlyMap<number, number>,
  signal: AbortSignal,
): Promise<void> {
  const neural = await from
    .selectFrom('vector_models')
    .select(['id', 'relation'])
    .where('idf', 'is', null)
    .orderBy('id')
    .execute();
  for (const { id, relation } of neural) {
    const write = createVectorWriter(to, id);
    for (let last = 0; ; ) {
      signal.throwIfAborted();
      const { rows } = await sql<{ passage: number; vector: string }>`
        select passage, vector::text as vector from ${sql.table(relation)}
        where passage > ${last} order by passage limit ${VECTORS}`.execute(from);
      for (const { passage, vector } of rows)
        write(numbers.get(passage) ?? 0, Float32Array.from(JSON.parse(vector) as number[]));
      if (rows.length < VECTORS) break;
      last = rows.at(-1)?.passage ?? 0;
    }
  }
}

function columnsOf(columns: readonly string[]) {
  return sql.join(columns.map((column) => sql.ref(column)));
}

/** In portions, by a key that both databases sort alike. */
async function eachRow(
  from: IndexDb,
  table: string,
  columns: readonly string[],
  key: readonly string[],
  take: (row: Row) => void,
): Promise<void> {
  for (let last: Row | undefined, more = true; more; ) {
    const after: Row | undefined = last;
    const where =
      after === undefined
        ? sql``
        : sql`where (${columnsOf(key)}) > (${sql.join(key.map((column) => after[column]))})`;
    const { rows } = await sql<Row>`select ${columnsOf(columns)} from ${sql.table(table)} ${where}
      order by ${columnsOf(key)} limit ${ROWS}`.execute(from);
    for (const row of rows) take(row);
    last = rows.at(-1);
    more = rows.length === ROWS;
  }
}

function insertInto(to: DatabaseSync, table: string, columns: readonly string[]): (row: Row) => number {
  const insert = to.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  return (row) => Number(insert.run(...columns.map((column) => row[column] ?? null)).lastInsertRowid);
}

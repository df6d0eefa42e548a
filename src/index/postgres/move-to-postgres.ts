/** Moves the embedded index into PostgreSQL, inside one transaction: wholly or not at all. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { type Kysely, sql } from 'kysely';
import { OperatorError } from '../../core/errors.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { countPassages } from '../counts.ts';
import { DIMENSIONS } from '../hashed-embeddings.ts';
import { readMeta } from '../meta.ts';
import { readNeural } from '../neural-store.ts';
import type { PassagesTable, SourcesTable } from '../schema.ts';
import { decodeVector } from '../vector-codec.ts';
import { nextModel, servingModel } from '../vector-models.ts';
import {
  CARRIED,
  CARRIED_FACTS,
  CARRIED_TABLES,
  type CarriedTable,
  type MoveOptions,
} from './carried-tables.ts';
import { collectCounts } from './count-changes.ts';
import { announceChange, type IndexDb } from './index-database.ts';
import { writeFact } from './index-meta.ts';
import { insertSources } from './insert-sources.ts';
import { portions } from './postings.ts';
import { storeVectors } from './vector-store.ts';
import { makeVectorTable, type VectorSupport, vectorRelation } from './vector-tables.ts';

/** Sources, and vectors, that are moved together. */
const SOURCES = 50;
const VECTORS = 200;
const ROWS = 500;

type Row = Record<string, SQLOutputValue>;

/**
 * @param from up to date, and used by nobody else.
 * @param to a transaction on an index without sources.
 */
export async function moveToPostgres(
  from: DatabaseSync,
  to: IndexDb,
  lexicon: Lexicon,
  support: VectorSupport,
  { signal, onProgress }: MoveOptions,
): Promise<void> {
  const total = countPassages(from);
  const counts = collectCounts();
  /** New numbers of passages, and of their sources, by the old number of a passage. */
  const passageNumbers = new Map<number, number>();
  const sourceNumbers = new Map<number, number>();
  const page = from.prepare('SELECT rowid AS place, * FROM sources WHERE rowid > ? ORDER BY rowid LIMIT ?');
  const passagesOf = from.prepare('SELECT * FROM passages WHERE source_id = ? ORDER BY ordinal');
  for (let last = 0, rows = page.all(last, SOURCES); rows.length > 0; rows = page.all(last, SOURCES)) {
    signal.throwIfAborted();
    last = Number(rows.at(-1)?.place);
    const moved = rows.map(({ place: _place, ...source }) => ({
      source: source as unknown as SourcesTable,
      own: passagesOf.all(String(source.id)) as unknown as (PassagesTable & { n: number })[],
    }));
    const given = await insertSources(
      to,
      lexicon,
      moved.map(({ source, own }) => ({ source, passages: own.map(({ n: _n, ...row }) => row) })),
      counts,
    );
    for (const [i, { own }] of moved.entries())
      for (const [j, { n }] of own.entries()) {
        passageNumbers.set(n, given[i]?.passages[j] ?? 0);
        sourceNumbers.set(n, given[i]?.source ?? 0);
      }
    onProgress({ done: passageNumbers.size, total });
  }
  await announceChange(to);
  await counts.write(to);
  for (const table of CARRIED) await moveTable(from, to, table);
  const keys = from.prepare('SELECT key, passage FROM copy_keys ORDER BY key, passage').all();
  for (const some of portions(keys, 5_000))
    await sql`insert into copy_keys (key, source) select * from unnest(
      ${some.map(({ key }) => Number(key))}::bigint[],
      ${some.map(({ passage }) => sourceNumbers.get(Number(passage)) ?? 0)}::bigint[])`.execute(to);
  for (const key of CARRIED_FACTS) {
    const value = readMeta(from, key);
    if (typeof value === 'string') await writeFact(to, key, value);
  }
  await moveVectors(from, to, support, passageNumbers, signal);
}

async function moveTable(from: DatabaseSync, to: IndexDb, table: CarriedTable): Promise<void> {
  const columns = CARRIED_TABLES[table].columns.join(', ');
  const rows: Row[] = from.prepare(`SELECT ${columns} FROM ${table}`).all();
  for (const some of portions(rows, ROWS))
    await (to as unknown as Kysely<Record<string, Record<string, unknown>>>)
      .insertInto(table)
      .values([...some])
      .execute();
}

async function moveVectors(
  from: DatabaseSync,
  to: IndexDb,
  support: VectorSupport,
  numbers: ReadonlyMap<number, number>,
  signal: AbortSignal,
): Promise<void> {
  const [serving, next] = [servingModel(from), nextModel(from)];
  const neural = [readNeural(from, 'neuralServing'), readNeural(from, 'neuralNext')].filter(
    (one) => one !== null,
  );
  if (support.version === null) {
    if (neural.length === 0) return;
    throw new OperatorError(
      `vectors of ${neural[0]?.id} would be lost, since PostgreSQL cannot hold them: ${support.missing}`,
    );
  }
  const models = [
    ...[serving, next]
      .filter((one) => one !== null)
      .map(({ id, idf }) => ({ id, dimensions: DIMENSIONS, idf: idf.bytes })),
    ...neural,
  ];
  for (const model of models) {
    await makeVectorTable(to, model, support.version);
    const relation = await vectorRelation(to, model.id);
    if (relation === null) continue;
    const page = from.prepare(
      'SELECT id, passage, vector FROM vectors WHERE model = ? AND id > ? ORDER BY id LIMIT ?',
    );
    for (let last = 0, rows = page.all(model.id, last, VECTORS); rows.length > 0; ) {
      signal.throwIfAborted();
      last = Number(rows.at(-1)?.id);
      await storeVectors(
        to,
        relation,
        rows.map(({ passage, vector }) => ({
          n: numbers.get(Number(passage)) ?? 0,
          vector: decodeVector(vector as Uint8Array),
        })),
      );
      rows = page.all(model.id, last, VECTORS);
    }
  }
  await writeFact(to, 'embeddingModel', serving?.id ?? null);
  await writeFact(to, 'nextModel', next?.id ?? null);
}

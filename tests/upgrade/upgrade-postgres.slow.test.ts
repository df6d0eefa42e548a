/** A state in PostgreSQL of every schema that was released keeps every row when it is brought up to date. */
import { readdirSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPostgres } from '../../src/postgres/open-postgres.ts';
import { STATE_MIGRATIONS } from '../../src/state/migrations.ts';
import { openState } from '../../src/state/state.ts';
import { answerWith, messageAt, PLACE } from '../state/state-kit.ts';
import { startPostgres, type TestPostgres } from '../support/postgres-kit.ts';
import { rowsAs, type StoredTable, storedTables } from './stored-rows.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);
/** When what the fixtures hold was kept. */
const FILLED = Date.UTC(2026, 0, 31, 10);

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** Read as it lies there: SQLite would put a journal beside one that was kept in that mode. */
const fixture = (version: number | string): URL => new URL(`state-${version}.db?immutable=1`, FIXTURES);

const versions = readdirSync(FIXTURES).flatMap((name) => /^state-(\d+)\.db$/.exec(name)?.[1] ?? []);

it.each(versions.map(Number))('state %i', async (version) => {
  const url = await postgres.newDatabase();
  const before = storedTables(fixture(version));
  const old = await openPostgres<Record<string, Record<string, unknown>>>({
    url,
    poolSize: 1,
    part: 'state',
    migrations: STATE_MIGRATIONS.slice(0, version),
  });
  // Rows that others refer to come first.
  for (const table of [...before].sort((a, b) => Number(refers(a)) - Number(refers(b))))
    for (const row of table.rows) await old.run((db) => db.insertInto(table.name).values(row).execute());
  await old.close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const state = await openState({ place: { type: 'postgres', url, poolSize: 2 }, now: () => FILLED });
  try {
    for (const { name, columns, rows } of before) {
      const { rows: found } = await client.query<StoredTable['rows'][number]>(`select * from "${name}"`);
      const counted = found.map((row) => ({ ...row, ...wholeNumbers(row) }));
      expect([name, rowsAs(columns, counted)]).toEqual([name, rowsAs(columns, rows)]);
    }
    expect(await state.answers.find('a1', PLACE)).toEqual(answerWith('a1'));
    expect(await state.inbox.take(messageAt(PLACE, { id: 'm0' }))).toBe(false);
    expect(await state.inbox.take(messageAt(PLACE, { id: 'after the upgrade' }))).toBe(true);
  } finally {
    await state.close();
    await client.end();
  }
});

/** An answer, a feed or a story is referred to; what refers bears its key as a part of its own. */
function refers({ name }: StoredTable): boolean {
  return !['answers', 'feeds', 'stories'].includes(name);
}

/** The plain client gives whole numbers of 64 bits as texts. */
function wholeNumbers(row: StoredTable['rows'][number]): Record<string, number> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) =>
      typeof value === 'string' && NUMERIC.has(key) ? [[key, Number(value)]] : [],
    ),
  );
}

const NUMERIC = new Set(
  versions.flatMap((version) =>
    storedTables(fixture(version)).flatMap(({ columns, rows }) =>
      columns.filter((column) => rows.some((row) => typeof row[column] === 'number')),
    ),
  ),
);

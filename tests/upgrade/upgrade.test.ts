/** Files of every schema that was released, of the index and of the state, keep every row when they are brought up to date. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../src/index/migrations.ts';
import { openDatabase } from '../../src/index/open-database.ts';
import { STATE_MIGRATIONS } from '../../src/state/migrations.ts';
import { openStateDatabase } from '../../src/state/state-database.ts';
import { temporaryFolder } from '../index/index-kit.ts';
import { rowsAs, storedTables } from './stored-rows.ts';

const FILES = [
  { kind: 'schema', newest: MIGRATIONS.length, open: async (path: string) => openDatabase(path).close() },
  { kind: 'state', newest: STATE_MIGRATIONS.length, open: (path: string) => openStateDatabase(path).close() },
];

describe.each(FILES)('$kind', ({ kind, newest, open }) => {
  it.each(Array.from({ length: newest }, (_, i) => i + 1))('%i', async (version) => {
    const path = join(temporaryFolder(), 'upgraded.db');
    copyFileSync(new URL(`../fixtures/${kind}-${version}.db`, import.meta.url), path);
    expect(versionOf(path)).toBe(version);
    const before = storedTables(path);
    expect(before.flatMap(({ rows }) => rows).length).toBeGreaterThan(5);
    await open(path);
    expect(versionOf(path)).toBe(newest);
    const after = new Map(storedTables(path).map((table) => [table.name, table]));
    for (const { name, columns, rows } of before)
      expect([name, rowsAs(columns, after.get(name)?.rows ?? [])]).toEqual([name, rowsAs(columns, rows)]);
    // Once more: nothing is left to do, and nothing is done.
    await open(path);
    expect(storedTables(path)).toEqual([...after.values()]);
  });
});

function versionOf(path: string): number {
  const db = new DatabaseSync(path, { readOnly: true });
  const version = Number(db.prepare('PRAGMA user_version').get()?.user_version);
  db.close();
  return version;
}

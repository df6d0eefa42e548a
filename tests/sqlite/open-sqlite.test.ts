/** Schemas grow step by step, by whichever process comes first, and wholly or not at all. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openSqlite, type SqliteFile, schemaVersion } from '../../src/sqlite/open-sqlite.ts';

const FIRST = 'CREATE TABLE boats (name TEXT NOT NULL)';
const SECOND = `ALTER TABLE boats ADD COLUMN crew INTEGER NOT NULL DEFAULT 1; CREATE INDEX boats_name ON boats (name)`;

function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-sqlite-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'boats.sqlite');
}

function open(path: string, migrations: readonly string[], over: Partial<SqliteFile> = {}) {
  return openSqlite(path, {
    applicationId: 0x42544c31,
    migrations,
    pragmas: '',
    busyTimeout: 1_000,
    ifDamaged: 'restore a copy',
    ...over,
  });
}

it('takes an old file to the newest schema, with what it held', () => {
  const path = newPath();
  const old = open(path, [FIRST]);
  old.exec(`INSERT INTO boats VALUES ('Marjolaine')`);
  old.close();
  const db = open(path, [FIRST, SECOND]);
  expect(schemaVersion(db)).toBe(2);
  expect(db.prepare('SELECT * FROM boats').all()).toEqual([{ name: 'Marjolaine', crew: 1 }]);
  db.close();
  expect(() => open(path, [FIRST])).toThrow(/newer Casebook: upgrade, or set CASEBOOK_DATA_DIR/);
});

it('keeps the old schema whole when a step fails', () => {
  const path = newPath();
  open(path, [FIRST]).close();
  expect(() => open(path, [FIRST, SECOND, 'CREATE TABLE boats (oops)'])).toThrow(/already exists/);
  const db = open(path, [FIRST]);
  expect(schemaVersion(db)).toBe(1);
  db.close();
});

it('leaves alone what is up to date', () => {
  const path = newPath();
  let migrated = 0;
  const count = { afterMigration: () => migrated++ };
  const connections = [open(path, [FIRST], count), open(path, [FIRST], count)];
  expect(migrated).toBe(1);
  for (const db of connections) db.close();
});

it('refuses a file of ours that is meant for something else', () => {
  const path = newPath();
  open(path, [FIRST]).close();
  expect(() => open(path, [FIRST], { applicationId: 0x42544c32 })).toThrow(/another program's database/);
});

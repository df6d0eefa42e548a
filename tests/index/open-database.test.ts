/** Opening: what is not ours or not readable is refused in one line and left as it was. */
import { createHash } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { OperatorError } from '../../src/core/errors.ts';
import { databaseError } from '../../src/index/database-error.ts';
import { SCHEMA_VERSION } from '../../src/index/migrations.ts';
import { openDatabase } from '../../src/index/open-database.ts';
import { schemaVersion } from '../../src/sqlite/open-sqlite.ts';
import { HARBOUR_DOCUMENTS, makeDocument } from '../support/corpus-kit.ts';
import { openTestIndex, temporaryFolder } from './index-kit.ts';

const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

async function filledDatabase(): Promise<string> {
  const folder = temporaryFolder();
  const index = await openTestIndex(folder);
  await index.put('root', 'ingested', HARBOUR_DOCUMENTS);
  await index.close();
  return join(folder, 'casebook.db');
}

it('overwrites in the file what was removed', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'casebook.db');
  const index = await openTestIndex(folder);
  const note = makeDocument({
    id: 'note',
    text: 'Ostmark named the sealed ledger of Ketterling.',
    scope: 'T1',
  });
  await index.put('given', 'ingested', [note]);
  await index.put('root', 'ingested', HARBOUR_DOCUMENTS);
  await index.remove('given', ['note']);
  await index.close();
  const stored = readFileSync(path, 'latin1');
  expect(stored).toContain('group Copper Heron');
  expect(stored).not.toContain('sealed ledger');
});

describe('opening a database', () => {
  it('makes a new one of the newest schema', () => {
    const db = openDatabase(join(temporaryFolder(), 'casebook.db'));
    expect(schemaVersion(db)).toBe(SCHEMA_VERSION);
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    db.close();
  });

  it('refuses one of a newer Casebook and touches nothing', async () => {
    const path = await filledDatabase();
    const db = new DatabaseSync(path);
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    db.close();
    const before = hash(path);
    const error = thrown(() => openDatabase(path));
    expect(error).toBeInstanceOf(OperatorError);
    expect(error).toMatchObject({
      message: expect.stringMatching(/newer Casebook: upgrade, or set CASEBOOK_DATA_DIR/),
    });
    expect(hash(path)).toBe(before);
  });

  it("refuses another program's database and touches nothing", () => {
    const path = join(temporaryFolder(), 'casebook.db');
    const db = new DatabaseSync(path);
    db.exec('CREATE TABLE recipes (name)');
    db.close();
    const before = hash(path);
    expect(thrown(() => openDatabase(path))).toBeInstanceOf(OperatorError);
    expect(hash(path)).toBe(before);
  });

  it.each([
    [
      'is no database',
      (path: string) => writeFileSync(path, 'just a letter to a friend, long enough to be read'),
    ],
    ['is a folder', null],
  ])('refuses a file that %s', (_, make) => {
    const path = make === null ? temporaryFolder() : join(temporaryFolder(), 'casebook.db');
    make?.(path);
    const error = thrown(() => openDatabase(path));
    expect(error).toBeInstanceOf(OperatorError);
    expect(error).toMatchObject({ message: expect.stringMatching(/^[^\n]+$/) });
  });

  it('says that a torn file is damaged', async () => {
    const path = await filledDatabase();
    truncateSync(path, 20_000);
    const error = thrown(() => {
      const db = openDatabase(path);
      db.prepare('SELECT * FROM passages').all();
    });
    expect(databaseError(error, path)).toMatchObject({
      message: expect.stringMatching(/damaged: restore a copy/),
    });
  });
});

describe('a full disk', () => {
  it('is told in one line, and what was stored stays', async () => {
    const path = await filledDatabase();
    const db = openDatabase(path);
    const pages = db.prepare('PRAGMA page_count').get()?.page_count;
    db.exec(`PRAGMA max_page_count = ${Number(pages)}`);
    const error = thrown(() => db.prepare(`INSERT INTO meta VALUES ('big', ?)`).run('x'.repeat(1e6)));
    expect(databaseError(error, path)).toMatchObject({
      message: expect.stringMatching(/disk that holds .* is full: free some space[^\n]*$/),
    });
    expect(db.prepare('SELECT count(*) AS n FROM sources').get()).toEqual({ n: HARBOUR_DOCUMENTS.length });
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    db.close();
  });
});

/** Data folders with an index and a state in them, and the two commands over them. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { backUp, restore } from '../../src/app-backup.ts';
import { openDatabase } from '../../src/index/open-database.ts';
import { openStateDatabase } from '../../src/state/state-database.ts';
import { temporaryFolder } from '../index/index-kit.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);

/** @param word stands in both databases, so that it is told whose they are. */
export function filledFolder(word: string, state = 'state-5.db'): string {
  const dataDir = temporaryFolder();
  copyFileSync(new URL('schema-7.db', FIXTURES), join(dataDir, 'casebook.db'));
  copyFileSync(new URL(state, FIXTURES), join(dataDir, 'state.sqlite'));
  const index = openDatabase(join(dataDir, 'casebook.db'));
  index.prepare(`INSERT OR REPLACE INTO meta VALUES ('word', ?)`).run(word);
  index.close();
  const opened = new DatabaseSync(join(dataDir, 'state.sqlite'));
  opened.prepare(`INSERT INTO settings VALUES ('test', 'T', 'channel', 'C', 'word', ?)`).run(word);
  opened.close();
  return dataDir;
}

/** The words of both databases of a folder, opened as whoever works in it would; null where there is none. */
export function wordsOf(dataDir: string): [string | null, string | null] {
  const read = (name: string, query: string) => {
    try {
      const db = new DatabaseSync(join(dataDir, name), { readOnly: true });
      const word = db.prepare(query).get()?.word;
      db.close();
      return typeof word === 'string' ? word : null;
    } catch {
      return null;
    }
  };
  return [
    read('casebook.db', `SELECT value AS word FROM meta WHERE key = 'word'`),
    read('state.sqlite', `SELECT value AS word FROM settings WHERE name = 'word'`),
  ];
}

const request = (path: string, force: boolean) => ({ path, force, signal: new AbortController().signal });

export const backUpFolder = (dataDir: string, path: string, force = false) =>
  backUp({ dataDir, databaseUrl: null }, request(path, force));

export const restoreInto = (
  dataDir: string,
  path: string,
  options: { force?: boolean; quiet?: boolean } = {},
) =>
  restore(
    { dataDir, databaseUrl: null },
    { ...request(path, options.force ?? false), quiet: options.quiet ?? false },
  );

/** Opens a state file that is up to date. */
export const openStateOf = (dataDir: string) => openStateDatabase(join(dataDir, 'state.sqlite'));

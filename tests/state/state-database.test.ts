/** Files that cannot be used are refused in one line that says what to do; a busy one is waited for. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { OperatorError } from '../../src/core/errors.ts';
import { createSettingsShelf } from '../../src/state/settings-shelf.ts';
import { createState } from '../../src/state/state.ts';
import { openStateDatabase } from '../../src/state/state-database.ts';
import { answerWith, messageAt, newStatePath, openTestState, PLACE } from './state-kit.ts';

const open = (path: string) => () => createState({ path, now: () => 0 });

async function filledState(): Promise<string> {
  const path = newStatePath();
  const state = await openTestState(path);
  for (let i = 0; i < 30; i += 1)
    await state.answers.save({ ...PLACE, userId: 'U1', question: 'Qui ?', answer: answerWith(`a${i}`) });
  await state.close();
  return path;
}

describe('a file that cannot be used', () => {
  it.each([
    [
      'another program’s',
      /another program's database: move it away, or set CASEBOOK_DATA_DIR/,
      (path: string) => {
        const db = new DatabaseSync(path);
        db.exec('CREATE TABLE recipes (name)');
        db.close();
      },
    ],
    [
      'a newer Casebook’s',
      /newer Casebook: upgrade/,
      (path: string) => {
        openStateDatabase(path).close();
        const db = new DatabaseSync(path);
        db.exec('PRAGMA user_version = 99');
        db.close();
      },
    ],
    [
      'no database',
      /is not a database: move it away/,
      (path: string) => writeFileSync(path, 'a letter to a friend, '.repeat(9)),
    ],
    ['a folder', /cannot be opened: check the folder's permissions/, (path: string) => mkdirSync(path)],
  ])('%s is refused', (_, said, make) => {
    const path = newStatePath();
    make(path);
    expect(open(path)).toThrow(OperatorError);
    expect(open(path)).toThrow(said);
  });

  it('is refused where its folder does not exist', () => {
    expect(open(join(dirname(newStatePath()), 'nowhere', 'state.sqlite'))).toThrow(/cannot be opened/);
  });

  it('that is torn is told as damaged', async () => {
    const path = await filledState();
    truncateSync(path, readFileSync(path).length / 2);
    const work = async () => {
      const state = await openTestState(path);
      for (let i = 0; i < 30; i += 1) await state.answers.find(`a${i}`, PLACE);
    };
    await expect(work()).rejects.toThrow(/damaged: restore a copy, or move it away and start anew[^\n]*$/);
  });

  it('that cannot be written is told so', () => {
    const path = newStatePath();
    openStateDatabase(path).close();
    chmodSync(path, 0o444);
    chmodSync(dirname(path), 0o555);
    // Permissions stop everyone but the administrator, who therefore tries as somebody else.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const child = new URL('./state-child.ts', import.meta.url).pathname;
    const { stdout } = spawnSync(process.execPath, [child, 'open', path], { ...nobody, encoding: 'utf8' });
    chmodSync(dirname(path), 0o755);
    expect(stdout).toMatch(
      /^OperatorError: the database .* cannot be (written: make it|opened: check)[^\n]*\n$/,
    );
  });
});

it('says that the disk is full, and keeps what it has', async () => {
  const path = await filledState();
  const state = openStateDatabase(path);
  const { rows } = await state.run((db) => sql<{ page_count: number }>`PRAGMA page_count`.execute(db));
  await state.run((db) => sql`PRAGMA max_page_count = ${sql.lit(Number(rows[0]?.page_count))}`.execute(db));
  // A list of people longer than any form gives, so that it needs new pages.
  const users = Array.from({ length: 10_000 }, (_, i) => `U${i}00000000`);
  await expect(createSettingsShelf(state).write(PLACE, 'channel', { threads: false, users })).rejects.toThrow(
    /disk that holds .* is full: free some space[^\n]*$/,
  );
  expect(await createSettingsShelf(state).read(PLACE)).toEqual({});
  await state.close();
  expect(await (await openTestState(path)).answers.find('a29', PLACE)).not.toBeNull();
});

it('waits for another process that is writing, and leaves the event loop to others meanwhile', async () => {
  const path = await filledState();
  const state = await openTestState(path);
  const other = new DatabaseSync(path);
  other.exec('BEGIN IMMEDIATE');
  const taking = state.inbox.take(messageAt(PLACE));
  const writing = state.settings.write(PLACE, 'channel', { threads: false });
  expect(await state.answers.find('a1', PLACE)).not.toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 200));
  other.exec('COMMIT');
  other.close();
  expect(await taking).toBe(true);
  await writing;
  expect(await state.settings.read(PLACE)).toEqual({ threads: false });
});

it('gives up on one that goes on writing', async () => {
  const path = await filledState();
  const state = await openTestState(path);
  const other = new DatabaseSync(path);
  other.exec('BEGIN IMMEDIATE');
  await expect(state.inbox.take(messageAt(PLACE))).rejects.toThrow(/is busy: another command is writing/);
  other.close();
  expect(await state.inbox.take(messageAt(PLACE))).toBe(true);
});

/** A backup holds both databases as they were at one instant; a restore checks it, and replaces wholly or not at all. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { create, extract, list } from 'tar';
import { describe, expect, it } from 'vitest';
import { backUp } from '../../src/app-backup.ts';
import { finishRestore } from '../../src/index/finish-restore.ts';
import { openDatabase } from '../../src/index/open-database.ts';
import { acquireServerLock } from '../../src/index/server-lock.ts';
import { openTestIndex, temporaryFolder } from '../index/index-kit.ts';
import { HARBOUR_CASE, HARBOUR_DOCUMENTS } from '../support/corpus-kit.ts';
import { backUpFolder, filledFolder, openStateOf, restoreInto, wordsOf } from './backup-kit.ts';

const fresh = (name = 'backup.tar.gz') => join(temporaryFolder(), name);

describe('a backup', () => {
  it('comes back whole, for its owner alone, without what is made anew', async () => {
    const dataDir = filledFolder('first');
    writeFileSync(join(dataDir, 'vectors.hnsw'), 'a cache');
    const { file } = await backUpFolder(dataDir, fresh());
    expect(statSync(file).mode & 0o077).toBe(0);
    const names: string[] = [];
    await list({ file, onReadEntry: ({ path }) => void names.push(path) });
    expect(names).toEqual(['manifest.json', 'state.sqlite', 'casebook.db']);
    const empty = temporaryFolder();
    expect(await restoreInto(empty, file)).toMatchObject({ replaced: null });
    expect(wordsOf(empty)).toEqual(['first', 'first']);
    const index = await openTestIndex(empty);
    expect(await index.readSources(HARBOUR_DOCUMENTS.map(({ source }) => source.id))).toEqual(
      HARBOUR_DOCUMENTS,
    );
    expect(await index.listCases()).toEqual([HARBOUR_CASE]);
    expect((await index.search({ text: 'record harvest', k: 1 }))[0]?.source.id).toBe('orchard-en');
    expect(await index.check()).toEqual([]);
  });

  it('is of one instant while others write, and takes nothing that was deleted', async () => {
    const dataDir = filledFolder('busy');
    const lock = acquireServerLock(dataDir);
    const writer = openDatabase(join(dataDir, 'casebook.db'));
    writer.exec(`INSERT INTO meta VALUES ('gone', 'erased for good'); DELETE FROM meta WHERE key = 'gone';
      BEGIN IMMEDIATE; UPDATE meta SET value = 'half' WHERE key = 'word'`);
    const { file } = await backUpFolder(dataDir, fresh());
    writer.exec('COMMIT');
    writer.close();
    lock.release();
    const empty = temporaryFolder();
    await restoreInto(empty, file);
    expect(wordsOf(empty)[0]).toBe('busy');
    expect(readFileSync(join(empty, 'casebook.db')).includes('erased for good')).toBe(false);
  });

  it('gets a name by the time in a folder, replaces no file unasked, and leaves nothing beside it', async () => {
    const dataDir = filledFolder('first');
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'mine.tar.gz.999999999.tmp'));
    const { file } = await backUpFolder(dataDir, folder);
    expect(file).toMatch(/\/casebook-\d{8}-\d{6}\.tar\.gz$/);
    await expect(backUpFolder(dataDir, file)).rejects.toThrow(/exists.*--force/);
    await backUpFolder(dataDir, file, true);
    await backUpFolder(dataDir, join(folder, 'mine.tar.gz'));
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('is refused in one line where there is nothing to copy, nowhere to write, or PostgreSQL to ask', async () => {
    await expect(backUpFolder(temporaryFolder(), fresh())).rejects.toThrow(/nothing to back up/);
    const nowhere = join(temporaryFolder(), 'absent', 'backup.tar.gz');
    await expect(backUpFolder(filledFolder('first'), nowhere)).rejects.toThrow(/cannot be written/);
    const signal = new AbortController().signal;
    const config = { dataDir: temporaryFolder(), databaseUrl: 'postgres://h/d' };
    await expect(backUp(config, { path: fresh(), force: false, signal })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/pg_dump/),
    });
  });
});

describe('a restore', () => {
  it('leaves a folder alone that holds data, a server or another command', async () => {
    const { file } = await backUpFolder(filledFolder('backup'), fresh());
    const dataDir = filledFolder('here');
    await expect(restoreInto(dataDir, file)).rejects.toThrow(/holds data.*--force/);
    const lock = acquireServerLock(dataDir);
    await expect(restoreInto(dataDir, file, { force: true })).rejects.toThrow(/another Casebook server/);
    lock.release();
    const command = openDatabase(join(dataDir, 'casebook.db'));
    await expect(restoreInto(dataDir, file, { force: true })).rejects.toThrow(/another command is using/);
    command.close();
    expect(wordsOf(dataDir)).toEqual(['here', 'here']);
    expect(readdirSync(dataDir).filter((name) => /^(restor|replaced)/.test(name))).toEqual([]);
  });

  it('by force moves what was there aside, its journal and what the backup lacks as well', async () => {
    const without = filledFolder('backup');
    const index = temporaryFolder();
    writeFileSync(join(index, 'casebook.db'), readFileSync(join(without, 'casebook.db')));
    const { file } = await backUpFolder(index, fresh());
    const dataDir = filledFolder('here');
    writeFileSync(join(dataDir, 'vectors.hnsw'), 'a cache');
    const { replaced } = await restoreInto(dataDir, file, { force: true });
    expect(wordsOf(dataDir)).toEqual(['backup', null]);
    expect(wordsOf(replaced ?? '')).toEqual(['here', 'here']);
    expect(existsSync(join(dataDir, 'vectors.hnsw'))).toBe(false);
  });

  it('over a damaged database works too', async () => {
    const { file } = await backUpFolder(filledFolder('backup'), fresh());
    const dataDir = filledFolder('here');
    writeFileSync(join(dataDir, 'casebook.db'), 'no database at all');
    await restoreInto(dataDir, file, { force: true });
    expect(wordsOf(dataDir)).toEqual(['backup', 'backup']);
  });

  it('of an older Casebook brings it up to date, of a newer one is refused', async () => {
    const old = filledFolder('old', 'state-1.db');
    const dataDir = temporaryFolder();
    await restoreInto(dataDir, (await backUpFolder(old, fresh())).file);
    const state = openStateOf(dataDir);
    expect(await state.run((db) => db.selectFrom('feeds').selectAll().execute())).toEqual([]);
    await state.close();
    const newer = new DatabaseSync(join(old, 'state.sqlite'));
    newer.exec('PRAGMA user_version = 999');
    newer.close();
    const { file } = await backUpFolder(old, fresh());
    await expect(restoreInto(temporaryFolder(), file)).rejects.toThrow(/newer Casebook: upgrade/);
  });

  it('does nothing a second time: what was being answered is settled, what was due is looked for first', async () => {
    const dataDir = temporaryFolder();
    const { file, createdAt } = await backUpFolder(filledFolder('backup'), fresh());
    await restoreInto(dataDir, file);
    const state = openStateOf(dataDir);
    const [inbox, due, leases] = await Promise.all([
      state.run((db) => db.selectFrom('inbox').selectAll().where('payload', 'is not', null).execute()),
      state.run((db) => db.selectFrom('deliveries').selectAll().where('state', '=', 'due').execute()),
      state.run((db) => db.selectFrom('leases').selectAll().execute()),
    ]);
    expect([inbox, leases]).toEqual([[], []]);
    expect(due.length).toBeGreaterThan(0);
    for (const post of due)
      expect(post).toMatchObject({ owner: null, attempts: expect.toSatisfy((n) => n > 0) });
    expect(due.map(({ first_tried_at: at }) => at).filter((at) => at === null || at > createdAt)).toEqual([]);
    await state.close();
  });

  it('by --quiet takes news that came since for told', async () => {
    const { file } = await backUpFolder(filledFolder('backup'), fresh());
    const [loud, quiet] = [temporaryFolder(), temporaryFolder()];
    await restoreInto(loud, file);
    await restoreInto(quiet, file, { quiet: true });
    const news = async (dataDir: string) => {
      const state = openStateOf(dataDir);
      const seeded = await state.run((db) => db.selectFrom('feeds').select('seeded').execute());
      const waiting = await state.run((db) =>
        db.selectFrom('feed_items').select('item_key').where('state', '=', 'new').execute(),
      );
      await state.close();
      return { seeded: seeded.map((row) => row.seeded), waiting: waiting.length };
    };
    expect(await news(loud)).toEqual({ seeded: [1], waiting: 1 });
    expect(await news(quiet)).toEqual({ seeded: [0], waiting: 0 });
  });
});

describe('what is no whole backup changes nothing', () => {
  it.each([
    ['no archive', async () => 'no archive'],
    ['an archive of something else', async (folder: string) => pack(folder, { 'notes.txt': 'notes' })],
    ['another manifest', async (folder: string) => pack(folder, { 'manifest.json': '{"format":1}' })],
    [
      'a manifest of another time',
      async (folder: string) => pack(folder, { 'manifest.json': '{"format":99}' }),
    ],
  ])('%s', async (_, make) => {
    const folder = temporaryFolder();
    const content = await make(folder);
    const file = join(folder, 'given.tar.gz');
    writeFileSync(file, content);
    const dataDir = filledFolder('here');
    await expect(restoreInto(dataDir, file, { force: true })).rejects.toThrow(
      /nothing was changed|upgrade first/,
    );
    expect(wordsOf(dataDir)).toEqual(['here', 'here']);
  });

  it('one that lost, gained or changed a byte somewhere', async () => {
    const { file } = await backUpFolder(filledFolder('backup'), fresh());
    const whole = readFileSync(file);
    const dataDir = filledFolder('here');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.constantFrom('cut', 'flip'), async (at, how) => {
        const torn = how === 'cut' ? whole.subarray(0, at) : Buffer.from(whole);
        if (how === 'flip') torn[at] = (torn[at] ?? 0) ^ 0x10;
        writeFileSync(file, torn);
        const before = wordsOf(dataDir);
        const done = await restoreInto(dataDir, file, { force: true }).catch((error: Error) => error);
        // A byte of the header may be of no account: then what comes back is as it was written.
        expect(wordsOf(dataDir)).toEqual(done instanceof Error ? before : ['backup', 'backup']);
        if (done instanceof Error) expect(done.message).toMatch(/cannot be restored/);
      }),
      { numRuns: 25 },
    );
  });

  it('one whose paths lead elsewhere', async () => {
    const folder = temporaryFolder();
    const { file } = await backUpFolder(filledFolder('backup'), fresh());
    await extract({ cwd: folder, file });
    const evil = join(folder, 'evil.tar.gz');
    writeFileSync(join(folder, 'outside'), 'x');
    await create({ cwd: folder, file: evil, gzip: true, preservePaths: true, prefix: '../..' }, [
      'manifest.json',
      'state.sqlite',
      'casebook.db',
      'outside',
    ]);
    const dataDir = temporaryFolder();
    await expect(restoreInto(dataDir, evil)).rejects.toThrow(/cannot be restored/);
    expect(readdirSync(dataDir).filter((name) => !name.endsWith('.lock'))).toEqual([]);
  });
});

it('a decided restore is finished by whoever comes next, from wherever it stopped', async () => {
  const names = ['casebook.db', 'state.sqlite'];
  for (let stopped = 0; stopped <= names.length; stopped += 1) {
    const dataDir = filledFolder('old');
    const fresh = filledFolder('new');
    const restored = join(dataDir, 'restored');
    mkdirSync(restored);
    const plan = { incoming: names, outgoing: [], caches: ['vectors.hnsw'], aside: 'replaced' };
    writeFileSync(join(restored, 'plan.json'), JSON.stringify(plan));
    // Those before it are in their place already.
    for (const [i, name] of names.entries())
      writeFileSync(join(i < stopped ? dataDir : restored, name), readFileSync(join(fresh, name)));
    finishRestore(dataDir);
    finishRestore(dataDir);
    expect(wordsOf(dataDir)).toEqual(['new', 'new']);
    expect(existsSync(restored)).toBe(false);
  }
});

async function pack(folder: string, files: Readonly<Record<string, string>>): Promise<Buffer> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  await create({ cwd: folder, file: join(folder, 'made'), gzip: true }, Object.keys(files));
  return readFileSync(join(folder, 'made'));
}

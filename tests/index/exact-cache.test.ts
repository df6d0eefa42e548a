/** The file of exact search: read where it agrees with the database, brought in step, ignored otherwise. */
import { closeSync, openSync, statSync, truncateSync, writeSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { dataFolderPaths } from '../../src/index/data-folder.ts';
import { createExactVectors } from '../../src/index/exact-vectors.ts';
import { openDatabase } from '../../src/index/open-database.ts';
import { restoreExact } from '../../src/index/restore-exact.ts';
import { createVectorWriter } from '../../src/index/stored-vectors.ts';
import { createVectorMirror } from '../../src/index/vector-mirror.ts';
import { seededRandom, temporaryFolder } from './index-kit.ts';

const MODEL = 'a model';
const DIMENSIONS = 8;
/** Above what is read from the database without a file. */
const COUNT = 5_300;

const random = seededRandom(3);
function vector(): Float32Array {
  const values = Float32Array.from({ length: DIMENSIONS }, () => random() - 0.5);
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}
const QUESTION = vector();

function addPassages(db: DatabaseSync, first: number, count: number): void {
  const passage = db.prepare(
    `INSERT INTO passages (id, source_id, ordinal, lang, start_offset, end_offset, context, also_in, text)
     VALUES (?, 's', ?, 'en', 0, 1, '', '[]', 'x')`,
  );
  const write = createVectorWriter(db, MODEL);
  db.exec('BEGIN');
  for (let i = first; i < first + count; i += 1)
    write(Number(passage.run(`s#${i}`, i).lastInsertRowid), vector());
  db.exec('COMMIT');
}

function folderOfVectors() {
  const files = dataFolderPaths(temporaryFolder());
  const db = openDatabase(files.database);
  onTestFinished(() => db.close());
  db.exec(
    `INSERT INTO sources (id, root, origin, title, title_is_descriptive, lang, text_lang, text_kind, case_ids,
       scope, reviewed, content_hash, text)
     VALUES ('s', 'root', 'ingested', 't', 0, 'en', 'en', 'original', '[]', 'global', 1, 'h', 'x')`,
  );
  addPassages(db, 0, COUNT);
  return { db, files };
}

async function opened({ db, files }: ReturnType<typeof folderOfVectors>) {
  const mirror = createVectorMirror({ db, model: MODEL, dimensions: DIMENSIONS, files, hnswThreshold: 1e9 });
  await mirror.refresh();
  return mirror;
}

/** What the file gives, without the database beside it being read. */
function restored({ db, files }: ReturnType<typeof folderOfVectors>) {
  const databaseId = String(db.prepare("SELECT value FROM meta WHERE key = 'databaseId'").get()?.value);
  const vectors = createExactVectors(DIMENSIONS);
  const rows = restoreExact(db, files, { databaseId, model: MODEL, dimensions: DIMENSIONS }, vectors);
  expect(vectors.size).toBe(rows?.digests.size ?? 0);
  return rows;
}

/** What the right answer is: every vector read from the database. */
async function searchWithoutFile({ db, files }: ReturnType<typeof folderOfVectors>) {
  const elsewhere = { ...files, vectorCache: `${files.vectorCache}.none` };
  return (await opened({ db, files: elsewhere })).search(QUESTION, 20, null);
}

it('is read by the next start, with what came and went since', async () => {
  const folder = folderOfVectors();
  expect(restored(folder)).toBeNull();
  const mirror = await opened(folder);
  await mirror.save();
  const written = statSync(folder.files.vectorCache).mtimeMs;
  expect(restored(folder)?.digests.size).toBe(COUNT);

  folder.db.exec('DELETE FROM passages WHERE n % 10 = 0');
  addPassages(folder.db, COUNT, 400);
  expect(restored(folder)?.digests.size).toBe(COUNT - COUNT / 10);
  const again = await opened(folder);
  expect(again.size).toBe(COUNT - COUNT / 10 + 400);
  expect(again.search(QUESTION, 20, null)).toEqual(await searchWithoutFile(folder));
  // So few changes are read from the database the next time, too.
  await again.save();
  expect(statSync(folder.files.vectorCache).mtimeMs).toBe(written);
});

it('is ignored when it is of another state of the database', async () => {
  const folder = folderOfVectors();
  await (await opened(folder)).save();
  // As after an older copy of the database was put in place, and others were stored since.
  folder.db.exec('DELETE FROM passages WHERE n > 5000');
  addPassages(folder.db, COUNT, 300);
  folder.db.exec('UPDATE vectors SET id = id - 300 WHERE passage > 5300');
  expect(restored(folder)).toBeNull();
  expect((await opened(folder)).search(QUESTION, 20, null)).toEqual(await searchWithoutFile(folder));
});

it('is ignored when it is torn', async () => {
  const folder = folderOfVectors();
  await (await opened(folder)).save();
  const { vectorCache } = folder.files;
  const file = openSync(vectorCache, 'r+');
  writeSync(file, new Uint8Array([1, 2, 3]), 0, 3, 60_000);
  closeSync(file);
  expect(restored(folder)).toBeNull();
  truncateSync(vectorCache, 9_000);
  expect(restored(folder)).toBeNull();
  expect((await opened(folder)).search(QUESTION, 20, null)).toEqual(await searchWithoutFile(folder));
});

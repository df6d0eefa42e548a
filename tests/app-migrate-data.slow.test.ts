/** Moving an installation to PostgreSQL and back: nothing is lost, and searches find the same. */
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type MigrateTarget, migrateData } from '../src/app-migrate-data.ts';
import type { Hit } from '../src/core/retrieval.ts';
import { openIndexService } from '../src/index/index-service.ts';
import { acquireServerLock } from '../src/index/server-lock.ts';
import { loadLexicon } from '../src/lexicon/lexicon.ts';
import { openState } from '../src/state/state.ts';
import { openStateDatabase } from '../src/state/state-database.ts';
import { settle } from './index/index-kit.ts';
import { execute, postgresPlaces } from './index/postgres/postgres-places.ts';
import { HARBOUR_CASE, HARBOUR_DOCUMENTS, makeDocument } from './support/corpus-kit.ts';
import { startPglite, type TestPglite } from './support/pglite-kit.ts';

let server: TestPglite;
let folders: string[] = [];
beforeAll(async () => {
  server = await startPglite();
}, 120_000);
afterAll(() => server.stop());
beforeEach(() => server.empty());
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders = [];
});

const MODEL = { id: 'neural-1:4:small', dimensions: 4, spec: '{"name":"small"}' };
const QUERIES = ['harbour cranes', 'record harvest', 'Norland denied', '港口'];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-migrate-'));
  folders.push(folder);
  return folder;
}

/** An installation with something in every table of the index, and the state of a release. */
async function installation(): Promise<string> {
  const folder = newFolder();
  const fixtures = new URL('fixtures/', import.meta.url);
  const newest = readdirSync(fixtures)
    .filter((name) => /^state-\d+\.db$/.test(name))
    .sort()
    .at(-1);
  copyFileSync(new URL(newest ?? '', fixtures), join(folder, 'state.sqlite'));
  const index = await openIndexService({ dataDir: folder, lexicon: loadLexicon(folder) });
  await index.put('/corpus', 'configured', HARBOUR_DOCUMENTS);
  await index.putCases('/corpus', [HARBOUR_CASE]);
  const wire = HARBOUR_DOCUMENTS.slice(0, 1).map(({ text }) => `${text} ${text} ${text}`.repeat(3))[0] ?? '';
  const print = (id: string, publisher: string, text: string) => {
    const document = makeDocument({ id, text });
    return { ...document, source: { ...document.source, publisher, reviewed: false } };
  };
  await index.put('news:feed', 'ingested', [
    print('a', 'Gazette', wire),
    print('b', 'Mail', `${wire} More.`),
  ]);
  await index.put('news:feed', 'ingested', [print('c', 'Mail', 'Velmar accused Norland.')]);
  await index.putReadings(
    new Map([['a', { claims: [], links: [{ caseId: 'x', status: 'proposed', score: 0.25, reason: 'r' }] }]]),
  );
  await index.decideLink('b', 'x', 'linked');
  await index.setStanding('harbour-en', { status: 'withdrawn', date: '2026-01-05', note: 'Wrong.\u0000' });
  await index.review('c', 'removed');
  await index.review('a', 'accepted');
  await index.setReadingState({ rules: '3', cases: 'abc' });
  await settle(index);
  await index.chooseNeural(MODEL);
  const lacking = await index.lackingNeural(0, 1_000);
  await index.storeNeural(
    MODEL.id,
    lacking.map(({ n }) => ({ n, vector: Float32Array.of(Math.cos(n), Math.sin(n), 0, 0) })),
  );
  await index.close();
  return folder;
}

const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

/** All rows, without the numbers that each database gives. */
function rowsIn(folder: string): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  const state = new DatabaseSync(join(folder, 'state.sqlite'));
  const names = state
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'leases'")
    .all();
  for (const { name } of names) all[String(name)] = sorted(state.prepare(`SELECT * FROM ${name}`).all());
  state.close();
  const index = new DatabaseSync(join(folder, 'casebook.db'));
  for (const [name, sql] of Object.entries({
    sources: 'SELECT * FROM sources ORDER BY rowid',
    passages:
      'SELECT id, ordinal, lang, start_offset, end_offset, context, also_in, text FROM passages ORDER BY n',
    vectors: 'SELECT v.model, p.id, v.digest FROM vectors v JOIN passages p ON p.n = v.passage ORDER BY 1, 2',
    keys: 'SELECT k.key, p.id FROM copy_keys k JOIN passages p ON p.n = k.passage ORDER BY 1, 2',
    meta: "SELECT * FROM meta WHERE key <> 'databaseId' ORDER BY key",
    cases: 'SELECT * FROM cases',
    claims: 'SELECT * FROM extracted_claims',
    links: 'SELECT * FROM case_links',
    standings: 'SELECT * FROM operator_standings',
    reviews: 'SELECT * FROM operator_reviews',
    unread: 'SELECT * FROM unread_articles',
    copies: 'SELECT * FROM story_copies',
  }))
    all[`index ${name}`] = index.prepare(sql).all();
  index.close();
  return all;
}

const migrate = (folder: string, to: MigrateTarget) =>
  migrateData({ dataDir: folder, databaseUrl: server.url, databasePoolSize: 1 }, to, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });

/** Of what was found, in its order. Scores differ a little: SQLite goes on counting the words of what was deleted. */
const namesOf = (hits: readonly Hit[]) => hits.map(({ passage }) => passage.id);

async function embeddedHits(folder: string) {
  const index = await openIndexService({ dataDir: folder, lexicon: loadLexicon(folder) });
  try {
    await settle(index);
    expect(await index.check()).toEqual([]);
    const hits = [];
    for (const text of QUERIES) hits.push(namesOf(await index.search({ text, k: 10 })));
    return hits;
  } finally {
    await index.close();
  }
}

it('there and back again, every row is there and every search finds the same', async () => {
  const folder = await installation();
  // As the state's newest schema has them.
  await openStateDatabase(join(folder, 'state.sqlite')).close();
  const before = { rows: rowsIn(folder), hits: await embeddedHits(folder) };
  const moved = await migrate(folder, 'postgres');
  expect(moved.index).toMatchObject({
    sources: 6,
    operator_reviews: 2,
    [`vectors of ${MODEL.id}`]: moved.index.passages,
  });
  expect(moved.state.answers).toBeGreaterThan(0);
  expect(rowsIn(folder)).toEqual(before.rows);

  const places = postgresPlaces({ newDatabase: async () => server.url, hasVectors: true, poolSize: 1 });
  const index = await places.open(server.url, { lexicon: loadLexicon(folder) });
  expect(await index.check()).toEqual([]);
  expect((await index.stats()).embedding).toBeNull();
  for (const [i, text] of QUERIES.entries())
    expect(namesOf(await index.search({ text, k: 10 }))).toEqual(before.hits[i]);
  await index.close();

  const back = newFolder();
  await migrate(back, 'embedded');
  // The embedded model's vectors are made when the index is opened.
  expect(await embeddedHits(back)).toEqual(before.hits);
  expect(rowsIn(back)).toEqual(before.rows);
});

it('refuses a target that is not empty, a source with a server, and a folder without data', async () => {
  const folder = await installation();
  await expect(migrate(newFolder(), 'postgres')).rejects.toThrow(/nothing that could be moved/);
  await expect(migrate(folder, 'embedded')).rejects.toThrow(/is there already/);
  const lock = acquireServerLock(folder);
  await expect(migrate(folder, 'postgres')).rejects.toThrow(/another Casebook server/);
  lock.release();
  const state = await openState({
    place: { type: 'postgres', url: server.url, poolSize: 1 },
    processId: 'p1',
    now: Date.now,
  });
  await expect(migrate(folder, 'postgres')).rejects.toThrow(/a server use/);
  await state.close();
  await execute(server.url, `insert into operator_reviews values ('somewhere', 'removed')`);
  await expect(migrate(folder, 'postgres')).rejects.toThrow(/is not empty \(operator_reviews: 1\)/);
});

it('leaves nothing behind when it is stopped', async () => {
  const folder = await installation();
  const stop = new AbortController();
  const stopped = migrateData({ dataDir: folder, databaseUrl: server.url, databasePoolSize: 1 }, 'postgres', {
    signal: stop.signal,
    onProgress: () => stop.abort(new Error('stopped')),
  });
  await expect(stopped).rejects.toThrow('stopped');
  expect((await migrate(folder, 'postgres')).index.sources).toBe(6);
});

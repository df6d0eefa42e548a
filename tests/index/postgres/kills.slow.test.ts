/** The database's server is killed in the midst of writes: the open index goes on, and holds what it said it holds. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { openIndex } from '../../../src/index/index-client.ts';
import { startDoor } from '../../support/connection-door.ts';
import { makeDocument } from '../../support/corpus-kit.ts';
import { isClear } from '../../support/index-kill/clear-error.ts';
import { runIndexKills } from '../../support/index-kill/run-index-kills.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres-kit.ts';
import { seededRandom, temporaryFolder } from '../index-kit.ts';
import { execute } from './postgres-places.ts';

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres({ vectors: true });
}, 60_000);
afterAll(() => server.stop());

async function open(url: string) {
  const index = await openIndex({ dataDir: temporaryFolder(), database: { url, poolSize: 3 } });
  onTestFinished(() => index.close());
  return index;
}

it('whenever it is killed, and so does one of another process that is searched', async () => {
  const url = await server.newDatabase();
  const [writer, reader] = await Promise.all([open(url), open(url)]);
  const count = await runIndexKills({ server, url, writer, reader, kills: 12, random: seededRandom(11) });
  expect(count.troubles).toEqual([]);
  expect(count.kills).toBe(12);
  expect(count.searches).toBeGreaterThan(12);
}, 180_000);

const DOCUMENTS = ['crane', 'sluice'].map((id) => makeDocument({ id, text: `The ${id} stood still.` }));

it('tells as failed what was stored when only the answer was lost, and stores it once', async () => {
  const url = await server.newDatabase();
  const index = await open(url);
  await index.removeRoot('/nothing');
  // A commit then waits, when it is done, for a standby that is not there.
  const setting = async (change: string) => {
    await execute(url, `alter system ${change}`);
    await execute(url, 'select pg_reload_conf()');
  };
  await setting(`set synchronous_standby_names = 'nobody'`);
  const storing = index.put('/a', 'ingested', DOCUMENTS).catch((error: unknown) => error);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(20)) {
    const { rows } = await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'casebook' and wait_event = 'SyncRep' and datname = current_database()`);
    if (rows.length > 0) break;
  }
  await client.end();
  expect(isClear(await storing)).toBe(true);
  await setting('reset synchronous_standby_names');
  expect(await index.size()).toEqual({ sources: 2, passages: 2 });
  await index.put('/a', 'ingested', DOCUMENTS);
  expect(await index.size()).toEqual({ sources: 2, passages: 2 });
  expect(await index.check()).toEqual([]);
});

it('waits for the server with the first write, too, and closes when there is none', async () => {
  const door = await startDoor(await server.newDatabase());
  const [index, other] = await Promise.all([open(door.url), open(door.url)]);
  door.turnAway(3);
  await index.put('/a', 'ingested', DOCUMENTS);
  expect((await index.search({ text: 'sluice', k: 1 }))[0]?.source.id).toBe('sluice');
  door.turnAway(Number.POSITIVE_INFINITY);
  const storing = other.put('/b', 'ingested', DOCUMENTS).catch((error: unknown) => error);
  await other.close();
  expect(isClear(await storing)).toBe(true);
});

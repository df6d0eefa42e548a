/** The index in PostgreSQL with pgvector: vectors are made behind the writes, and serve as the embedded index's do. */
import pg from 'pg';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { openIndex } from '../../../src/index/index-client.ts';
import { startDoor } from '../../support/connection-door.ts';
import { HARBOUR_DOCUMENTS, makeDocument } from '../../support/corpus-kit.ts';
import { startVectorPostgres, type VectorPostgres } from '../../support/vector-postgres.ts';
import { describeNeuralStore } from '../contract/neural-store.ts';
import { settle, temporaryFolder } from '../index-kit.ts';
import { execute, postgresPlaces } from './postgres-places.ts';

let server: VectorPostgres;
beforeAll(async () => {
  server = await startVectorPostgres();
}, 120_000);
afterAll(() => server.stop());

const places = postgresPlaces({
  newDatabase: () => server.newDatabase(),
  hasVectors: true,
  poolSize: 1,
});

describeNeuralStore(places);

const passages = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    makeDocument({ id: `p${i}`, text: `Passage number ${i} of the register.` }),
  );

it('makes the vectors that are missing, and makes all anew when the corpus has outgrown the rarities', async () => {
  const place = await places.newPlace();
  const index = await places.open(place);
  await index.put('/a', 'ingested', passages(20));
  expect((await index.stats()).embedding).toEqual({ done: 0, total: 20 });
  await settle(index);
  const before = await index.stats();
  expect(before).toMatchObject({ vectors: 20, embedding: null, vectorNote: null });
  // Whoever stores something next may make its vectors at once.
  await execute(place, `do $$ begin assert not exists (select from index_leases); end $$`);
  await index.put('/b', 'ingested', HARBOUR_DOCUMENTS);
  await settle(index);
  expect(await index.stats()).toMatchObject({ vectors: 30, embeddingModel: before.embeddingModel });
  await index.put('/c', 'ingested', passages(40));
  await settle(index);
  const after = await index.stats();
  expect(after).toMatchObject({ vectors: 50, embedding: null });
  expect(after.embeddingModel).not.toBe(before.embeddingModel);
  expect(await index.embedMore()).toBeNull();
  await index.remove('/c', ['p0', 'p1']);
  expect(await index.stats()).toMatchObject({ vectors: 48 });
  expect(await index.check()).toEqual([]);
  await index.close();
  // The tables of models that serve no more are gone.
  await execute(
    place,
    `do $$ begin assert (select count(*) from pg_class where relname like 'vectors\\_%' and relkind = 'r') = 1; end $$`,
  );
});

/** Connections that work on an open database attempts, one after the other, before it is told as failed; and some more. */
const ATTEMPTS = 25;

it('goes on making vectors when the database was away, though nobody asks for anything', async () => {
  const url = await server.newDatabase();
  const door = await startDoor(url);
  const index = await openIndex({
    dataDir: temporaryFolder(),
    database: { url: door.url, poolSize: 1 },
  });
  onTestFinished(() => index.close());
  await index.put('/a', 'ingested', passages(30));
  // Whoever looks what is left to do fails, the thread that reads and the one that writes.
  door.turnAway(2 * ATTEMPTS);
  door.cut();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  await vi.waitFor(
    async () => {
      const { rows } = await client.query('select sum(vectors)::int as n from vector_models');
      expect(rows).toEqual([{ n: 30 }]);
    },
    { timeout: 60_000, interval: 200 },
  );
  expect(door.toTurnAway).toBe(0);
}, 90_000);

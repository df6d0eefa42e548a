/** Several servers write to one index at the same time: nothing is lost, nothing doubled, and they end alike. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDocument } from '../../support/corpus-kit.ts';
import { startPostgres, type TestPostgres, VECTOR_POSTGRES } from '../../support/postgres-kit.ts';
import { postgresPlaces } from './postgres-places.ts';

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres({ vectors: true });
}, 60_000);
afterAll(() => server.stop());

const places = postgresPlaces({
  newDatabase: () => server.newDatabase(),
  hasVectors: VECTOR_POSTGRES !== '',
  poolSize: 2,
});
const WORDS = ['harbour', 'ministry', 'crane', 'embassy', 'ship', 'insurer', 'terminal', 'commission'];
const document = (id: string, i: number) =>
  makeDocument({
    id,
    text: Array.from({ length: 30 }, (_, j) => `${WORDS[(i * 7 + j * j) % WORDS.length]} ${i * j}`).join(
      '. ',
    ),
  });
const batches = Array.from({ length: 6 }, (_, batch) =>
  Array.from({ length: 10 }, (_one, i) => document(`d${batch}-${i}`, batch * 10 + i)),
);

it('reading the same folder', async () => {
  const place = await places.newPlace();
  // They also make the tables at the same time.
  const replicas = await Promise.all([1, 2, 3].map(() => places.open(place)));
  await Promise.all(
    replicas.map(async (index) => {
      for (const batch of batches) await index.put('/corpus', 'configured', batch);
      await index.remove('/corpus', ['d0-0', 'd3-3']);
    }),
  );
  const [first, second] = replicas;
  expect(await first?.size()).toMatchObject({ sources: 58 });
  expect(await first?.check()).toEqual([]);
  const query = { text: 'harbour embassy commission', k: 20 };
  expect(await first?.search(query)).toEqual(await second?.search(query));
});

it('the same documents under different roots, in different orders', async () => {
  const place = await places.newPlace();
  const replicas = await Promise.all([1, 2, 3].map(() => places.open(place)));
  await Promise.all(
    replicas.map(async (index, i) => {
      const own = i === 1 ? batches.toReversed().map((batch) => batch.toReversed()) : batches;
      for (const batch of own) await index.put(`/root-${i}`, 'ingested', batch);
    }),
  );
  expect(await replicas[0]?.size()).toMatchObject({ sources: 60 });
  expect(await replicas[0]?.check()).toEqual([]);
});

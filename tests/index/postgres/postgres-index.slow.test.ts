/** The index in PostgreSQL, without vectors unless a server has them: what holds for the embedded one holds for it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDocument } from '../../support/corpus-kit.ts';
import { startPostgres, type TestPostgres, VECTOR_POSTGRES } from '../../support/postgres-kit.ts';
import { describeReadings } from '../contract/article-readings.ts';
import { describeStoring } from '../contract/index-service.ts';
import { describeReviews } from '../contract/source-reviews.ts';
import { describeSpread } from '../contract/source-spread.ts';
import { describeStanding } from '../contract/standing.ts';
import { describeCopies } from '../contract/story-copies.ts';
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

it('stores what PostgreSQL does not take as it is, and refuses an id that no index takes', async () => {
  const index = await places.open(await places.newPlace());
  const odd = makeDocument({
    id: 'odd',
    text: 'Harbour\u0000 cranes \ud800 stood still.',
    title: 'A\u0000B',
  });
  await index.put('r', 'ingested', [odd]);
  const [hit] = await index.search({ text: 'harbour cranes', k: 1 });
  expect(hit?.passage.text).toHaveLength(odd.text.length);
  expect(await index.ownersOf(['odd', 'o\u0000'])).toEqual(new Map([['odd', 'r']]));
  const long = makeDocument({ id: `https://a.example/${'x'.repeat(3_000)}`, text: 'Cranes.' });
  await expect(index.put('r', 'ingested', [long])).rejects.toThrow(/shorter one/);
  expect(await index.check()).toEqual([]);
});

describeStoring(places);
describeReadings(places);
describeReviews(places);
describeSpread(places);
describeStanding(places);
describeCopies(places);

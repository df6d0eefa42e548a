/** The index in PostgreSQL, without vectors: what holds for the embedded one holds for it. */
import { afterAll, beforeAll } from 'vitest';
import { startPostgres, type TestPostgres } from '../../support/postgres-kit.ts';
import { describeReadings } from '../contract/article-readings.ts';
import { describeStoring } from '../contract/index-service.ts';
import { describeReviews } from '../contract/source-reviews.ts';
import { describeStanding } from '../contract/standing.ts';
import { describeCopies } from '../contract/story-copies.ts';
import { postgresPlaces } from './postgres-places.ts';

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

const places = postgresPlaces({ newDatabase: () => server.newDatabase(), hasVectors: false, poolSize: 2 });

describeStoring(places);
describeReadings(places);
describeReviews(places);
describeStanding(places);
describeCopies(places);

/** Search in PostgreSQL with pgvector: what the embedded index finds by keywords and vectors, in the same order. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startVectorPostgres, type VectorPostgres } from '../../support/vector-postgres.ts';
import { anyQuery, twinCorpus, twinLexicon } from './twin-corpus.ts';
import { expectSameHits, openVectorTwins } from './twin-kit.ts';

let server: VectorPostgres;
beforeAll(async () => {
  server = await startVectorPostgres();
}, 120_000);
afterAll(() => server.stop());

/** Both keep values of vectors in 16 bits, of different kinds. */
const EQUAL_BY_VECTORS = 2e-4;

it('finds by keywords and vectors what the embedded index finds, in its order', async () => {
  const url = await server.newDatabase();
  const twins = await openVectorTwins(url, twinLexicon(), twinCorpus(80, ['en', 'fr', 'zh']));
  const { vectors, passages, vectorNote } = await twins.index.stats();
  expect({ vectors, vectorNote }).toEqual({ vectors: passages, vectorNote: null });
  let found = 0;
  await fc.assert(
    fc.asyncProperty(anyQuery, async (query) => {
      const hits = await twins.postgres(query);
      found += hits.length;
      expectSameHits(hits, await twins.embedded(query), EQUAL_BY_VECTORS);
    }),
    // The same questions in each run: where a cosine lies at the bound of what counts, 16 bits may decide otherwise.
    { numRuns: 100, seed: 31 },
  );
  expect(found).toBeGreaterThan(300);
}, 240_000);

/** Search in PostgreSQL without pgvector: the embedded index's keywords, in the same order. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, type TestPostgres } from '../../support/postgres-kit.ts';
import { anyQuery, twinCorpus, twinLexicon } from './twin-corpus.ts';
import { expectSameHits, openKeywordTwins } from './twin-kit.ts';

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

describe('search by keywords', () => {
  it.each([
    ['several languages', ['en', 'fr', 'zh']],
    ['one language', ['en']],
  ])(
    'finds in a corpus of %s what the embedded index finds, in its order',
    async (_, langs) => {
      const twins = await openKeywordTwins(await server.newDatabase(), twinLexicon(), twinCorpus(90, langs));
      let found = 0;
      await fc.assert(
        fc.asyncProperty(anyQuery, async (query) => {
          const hits = await twins.postgres(query);
          found += hits.length;
          expectSameHits(hits, await twins.embedded(query));
        }),
        { numRuns: 60 },
      );
      expect(found).toBeGreaterThan(100);
    },
    60_000,
  );

  it('finds nothing in an empty index', async () => {
    const twins = await openKeywordTwins(await server.newDatabase(), twinLexicon(), []);
    expect(await twins.postgres({ text: 'harbour', k: 5 })).toEqual([]);
  });
});

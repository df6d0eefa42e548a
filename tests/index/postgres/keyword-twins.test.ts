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
      // Most invented questions are narrowed until nothing is left; what finds much must be among those that are compared.
      const plain = { text: 'harbour crane ministry', k: 40 };
      expect(await twins.postgres(plain)).toHaveLength(40);
      await fc.assert(
        fc.asyncProperty(anyQuery, async (query) => {
          expectSameHits(await twins.postgres(query), await twins.embedded(query));
        }),
        { numRuns: 60, examples: [[plain]] },
      );
    },
    60_000,
  );

  it('finds nothing in an empty index', async () => {
    const twins = await openKeywordTwins(await server.newDatabase(), twinLexicon(), []);
    expect(await twins.postgres({ text: 'harbour', k: 5 })).toEqual([]);
  });
});

/** The vector leg by pgvector's index: it finds nearly what comparing all vectors finds, and only what may be found. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RetrievalFilter } from '../../../src/core/retrieval.ts';
import { openIndexDatabase } from '../../../src/index/postgres/index-database.ts';
import { createPostgresSearch } from '../../../src/index/postgres/postgres-search.ts';
import { enableVectors } from '../../../src/index/postgres/vector-tables.ts';
import { startVectorPostgres, type VectorPostgres } from '../../support/vector-postgres.ts';
import { execute } from './postgres-places.ts';
import { twinCorpus, twinLexicon } from './twin-corpus.ts';
import { openVectorTwins } from './twin-kit.ts';

let server: VectorPostgres;
beforeAll(async () => {
  server = await startVectorPostgres();
}, 120_000);
afterAll(() => server.stop());

const QUESTIONS = [
  'harbour crane evidence',
  'oléoduc scrutin',
  '卫星 选票',
  'harbuor ministre',
  'Velmar lantern',
];
const FILTERS: readonly (RetrievalFilter | undefined)[] = [
  undefined,
  { langs: ['fr'] },
  { langs: ['en', 'zh'] },
];

it('finds by the index what it finds without', async () => {
  const lexicon = twinLexicon();
  const url = await server.newDatabase();
  const twins = await openVectorTwins(url, lexicon, twinCorpus(80, ['en', 'fr', 'zh']));
  await twins.index.close();
  // As a neural model's table has one: the embedded model's vectors are compared one by one.
  await execute(
    url,
    `do $$ declare named text; begin
      select relation into strict named from vector_models;
      execute format('create index on %I using hnsw (vector halfvec_ip_ops)', named);
      update vector_models set indexed = 'halfvec';
    end $$`,
  );
  const database = await openIndexDatabase({ url, poolSize: 1, patience: 15_000 });
  const support = await database.run(enableVectors);
  const searchWith = (fewVectors: number) =>
    createPostgresSearch({ database, lexicon, support: () => support, fewVectors }).search;
  // All by the index; by the index where a filter leaves more than half of the passages; none.
  const [byIndex, byEither, exactly] = [searchWith(0), searchWith(100), searchWith(10_000)];
  let wanted = 0;
  let found = 0;
  for (const text of QUESTIONS)
    for (const filter of FILTERS) {
      const query = { text, k: 10, ...(filter && { filter }) };
      const right = new Set((await exactly(query)).map(({ passage }) => passage.id));
      for (const search of [byIndex, byEither]) {
        const hits = await search(query);
        wanted += right.size;
        found += hits.filter(({ passage }) => right.has(passage.id)).length;
        if (filter?.langs) for (const { passage } of hits) expect(filter.langs).toContain(passage.lang);
      }
    }
  await database.close();
  expect(wanted).toBeGreaterThan(100);
  expect(found / wanted).toBeGreaterThan(0.95);
}, 240_000);

/** BM25 in SQL: terms that only count in what others bring. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scoreTexts } from '../../../src/index/postgres/bm25.ts';
import { type IndexDatabase, openIndexDatabase } from '../../../src/index/postgres/index-database.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres-kit.ts';
import { seededRandom } from '../index-kit.ts';

const PASSAGES = 2_000;
/** Terms by their share of the passages. */
const SHARES = { common: 0.6, usual: 0.3, seldom: 0.02, rare: 0.005 };
const ALL = { n: PASSAGES, length: PASSAGES * 6 };

let server: TestPostgres;
let database: IndexDatabase;
const counts = new Map<string, number>();

beforeAll(async () => {
  server = await startPostgres();
  database = await openIndexDatabase({ url: await server.newDatabase(), poolSize: 1 });
  const random = seededRandom(5);
  const rows = Array.from({ length: PASSAGES }, (_, n) =>
    Object.entries(SHARES).flatMap(([term, share]) => {
      if (random() >= share) return [];
      counts.set(term, (counts.get(term) ?? 0) + 1);
      return [{ term, passage: n, words: 1 + (n % 3), concepts: 0, context: n % 2, length: 1 + (n % 11) }];
    }),
  ).flat();
  await database.writing((db) => db.insertInto('postings').values(rows).execute());
}, 120_000);
afterAll(async () => {
  await database.close();
  await server.stop();
});

const scores = async (terms: readonly string[], bringing: readonly string[] | null) => {
  const select = scoreTexts({
    table: 'postings',
    text: 'passage',
    terms,
    bringing,
    countOf: (term) => counts.get(term) ?? 0,
    all: ALL,
    weights: { words: 1, concepts: 1, context: 0.5 },
  });
  const { rows } = await database.run((db) =>
    sql<{ n: number; score: number }>`select * from (${select}) found order by n`.execute(db),
  );
  return new Map(rows.map(({ n, score }) => [n, score]));
};

it.each([
  ['frequent terms looked up', ['rare', 'seldom']],
  ['a frequent term bringing', ['usual', 'rare']],
])('scores what some terms bring as it scores all: %s', async (_, bringing) => {
  const terms = Object.keys(SHARES);
  const all = await scores(terms, null);
  const brought = await scores(terms, bringing);
  const brings = await scores(bringing, null);
  expect(brought.size).toBeGreaterThan(10);
  expect([...brought.keys()]).toEqual([...brings.keys()]);
  for (const [n, score] of brought) expect(score).toBeCloseTo(all.get(n) ?? 0, 8);
});

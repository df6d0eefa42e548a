/** The keyword leg of a very large corpus: what it leaves out is worse than what it finds. */
import type { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { matchExpression } from '../../src/index/fts-terms.ts';
import { planKeywords } from '../../src/index/keyword-plan.ts';
import { searchKeywords } from '../../src/index/keyword-search.ts';
import { openDatabase } from '../../src/index/open-database.ts';
import { seededRandom } from './index-kit.ts';

const PASSAGES = 24_000;
/** Words by their share of the passages; every second one is a concept. */
const SHARES = [0.7, 0.45, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.001, 0.0005];
const WEIGHTS = [1, 1, 0.5] as const;
const LIMIT = 60;

const token = (i: number): string => (i % 2 === 0 ? `word${i}` : `@concept${i}`);

let db: DatabaseSync;
const counts = new Map<string, number>();
const frequency = { passages: PASSAGES, of: (term: string) => counts.get(term) ?? 0 };

beforeAll(() => {
  db = openDatabase(':memory:');
  const random = seededRandom(5);
  const insert = db.prepare('INSERT INTO fts (rowid, words, concepts, context) VALUES (?, ?, ?, ?)');
  db.exec('BEGIN');
  for (let n = 1; n <= PASSAGES; n += 1) {
    const columns = { words: [`only${n}`], concepts: [] as string[], context: [] as string[] };
    for (const [i, share] of SHARES.entries()) {
      if (random() >= share) continue;
      counts.set(token(i), (counts.get(token(i)) ?? 0) + 1);
      const place = random() < 0.2 ? columns.context : i % 2 === 0 ? columns.words : columns.concepts;
      for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) place.push(token(i));
    }
    insert.run(n, columns.words.join(' '), columns.concepts.join(' '), columns.context.join(' '));
  }
  db.exec('COMMIT');
  return () => db.close();
});

const termsOf = (chosen: readonly number[]) => ({
  words: chosen.filter((i) => i % 2 === 0).map(token),
  concepts: chosen.filter((i) => i % 2 === 1).map(token),
});

it('finds what weighing every passage finds, unless that would be too many', () => {
  const all = db.prepare(
    'SELECT rowid AS n, -bm25(fts, 1, 1, 0.5) AS score FROM fts WHERE fts MATCH ? ORDER BY score DESC, n LIMIT ?',
  );
  let narrowed = 0;
  const question = fc.uniqueArray(fc.nat(SHARES.length - 1), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(question, (chosen) => {
      const terms = termsOf(chosen);
      const plan = planKeywords(terms, frequency, LIMIT);
      if (plan.bringing !== null) narrowed += 1;
      const found = searchKeywords(db, terms, null, LIMIT, WEIGHTS, frequency);
      const right = all.all(matchExpression(terms) ?? '', LIMIT);
      // What is in more than half of the passages counts a millionth, and is left out beside better ones.
      const score = (row: { score?: unknown } | undefined): number => Number(row?.score ?? 0);
      expect(score(found[0])).toBeCloseTo(score(right[0]), 4);
      if (plan.isTooMuch) return;
      for (const [i, hit] of found.entries()) expect(hit.score).toBeCloseTo(score(right[i]), 4);
    }),
    { numRuns: 40, seed: 11 },
  );
  expect(narrowed).toBeGreaterThan(8);
});

it('leaves a smaller corpus and a few passages alone', () => {
  const small = { passages: 19_999, of: () => 9_000 };
  expect(planKeywords(termsOf([1, 2]), small, LIMIT)).toMatchObject({
    bringing: null,
    terms: termsOf([1, 2]),
  });
  const few = { passages: 50_000, of: () => 1_000 };
  expect(planKeywords(termsOf([1, 2]), few, LIMIT).bringing).toBeNull();
});

it('lets a rare name bring the passages, and drops what stands everywhere', () => {
  const of = (term: string): number => ({ word0: 40_000, '@concept1': 9_000, word2: 90 })[term] ?? 0;
  const plan = planKeywords(termsOf([0, 1, 2]), { passages: 60_000, of }, LIMIT);
  expect(plan.terms).toEqual({ words: ['word2'], concepts: ['@concept1'] });
  expect(plan.bringing).toEqual({ words: ['word2'], concepts: [] });
});

it('takes somewhat fewer than are wanted where the next term is almost everywhere, and never less than half', () => {
  const planOf = (rare: number) => {
    const of = (term: string): number => ({ word0: 28_000, '@concept1': 31_000, word2: rare })[term] ?? 0;
    return planKeywords(termsOf([0, 1, 2]), { passages: 100_000, of }, LIMIT);
  };
  expect(planOf(LIMIT / 2).bringing).toEqual({ words: ['word2'], concepts: [] });
  expect(planOf(LIMIT / 2 - 1).bringing).toEqual({ words: ['word2', 'word0'], concepts: [] });
});

/** The labelled items as a guard: what was found and kept out once is not lost unseen. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createJudge } from '../../../src/news/relevance/create-judge.ts';
import { judgeDeps, newsItem } from '../../support/news-judge.ts';

interface Labelled {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly teaser: string;
  readonly relevant: boolean;
  readonly set: 'dev' | 'held';
}

const items = JSON.parse(
  readFileSync(new URL('../../fixtures/news-items.json', import.meta.url), 'utf8'),
) as Labelled[];
const judge = createJudge(judgeDeps);

test('the set is large, and its two halves are alike', () => {
  expect(items.length).toBeGreaterThanOrEqual(240);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  for (const lang of ['fr', 'en', 'zh'])
    for (const set of ['dev', 'held']) {
      const list = items.filter((item) => item.lang === lang && item.set === set);
      const share = list.filter(({ relevant }) => relevant).length / list.length;
      expect(share).toBeGreaterThan(0.4);
      expect(share).toBeLessThan(0.6);
    }
});

describe.each(['fr', 'en', 'zh'])('items in %s', (lang) => {
  // The held part is counted by scripts/measure-relevance.ts alone: a bound here would be tuned to.
  const judged = items
    .filter((item) => item.lang === lang && item.set === 'dev')
    .map(({ title, teaser, relevant }) => ({
      relevant,
      found: judge(newsItem(title, lang, { teaser })).relevant,
    }));
  const hits = judged.filter(({ relevant, found }) => relevant && found).length;

  test('precision', () => {
    expect(hits / judged.filter(({ found }) => found).length).toBeGreaterThanOrEqual(0.95);
  });
  test('recall', () => {
    expect(hits / judged.filter(({ relevant }) => relevant).length).toBeGreaterThanOrEqual(0.88);
  });
});

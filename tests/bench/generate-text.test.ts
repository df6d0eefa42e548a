import { describe, expect, it } from 'vitest';
import { ARTICLE, articleOf, generatePassage, generateQuestion } from '../../bench/generate-text.ts';

const passages = Array.from({ length: 1_000 }, (_, n) => generatePassage(n));

describe('generatePassage', () => {
  it('gives the same text every time, and another for each number', () => {
    expect(generatePassage(17)).toEqual(passages[17]);
    expect(new Set(passages.map(({ text }) => text)).size).toBe(passages.length);
  });

  it('fills every slot, in three languages', () => {
    for (const { title, text } of passages) expect(`${title} ${text}`).not.toMatch(/[A-Z]{4,}|undefined/);
    expect(new Set(passages.map(({ lang }) => lang))).toEqual(new Set(['fr', 'en', 'zh']));
  });

  it('keeps to one language within an article', () => {
    for (const [n, { lang }] of passages.entries()) expect(lang).toBe(passages[articleOf(n) * ARTICLE]?.lang);
  });

  it('uses few words often and many seldom, and new ones as the corpus grows', () => {
    const count = (texts: typeof passages): Map<string, number> => {
      const counts = new Map<string, number>();
      for (const { text } of texts)
        for (const word of text.split(/[^\p{L}]+/u)) counts.set(word, (counts.get(word) ?? 0) + 1);
      return counts;
    };
    const all = [...count(passages).values()].sort((a, b) => b - a);
    expect(all.filter((times) => times === 1).length).toBeGreaterThan(all.length / 5);
    expect(all.length).toBeGreaterThan(1.5 * count(passages.slice(0, 500)).size);
  });
});

describe('generateQuestion', () => {
  it('asks about a name of the passage, where it asks about one', () => {
    const asked = passages.flatMap(({ lang }, n) => (lang === 'zh' ? [] : [generateQuestion(n)]));
    expect(asked.every((question) => question.endsWith('?'))).toBe(true);
    expect(asked.join(' ')).not.toMatch(/[A-Z]{4,}|undefined/);
  });
});

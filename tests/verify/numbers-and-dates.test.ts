import { describe, expect, test } from 'vitest';
import { tokenize } from '../../src/lexicon/tokenize.ts';
import { unfoundDates } from '../../src/verify/dates.ts';
import { findDates } from '../../src/verify/find-dates.ts';
import { findNumbers } from '../../src/verify/find-numbers.ts';
import type { FoundNumber } from '../../src/verify/number.ts';
import { unfoundNumbers } from '../../src/verify/numbers.ts';

const read = (text: string, lang: string, strict = true): FoundNumber[] =>
  findNumbers({ text, lang, tokens: tokenize(text, lang) }, () => false, strict);
const values = (text: string, lang: string): number[] => read(text, lang).map(({ value }) => value);

describe('numbers', () => {
  test.each([
    ['fr', 'près de 40 millions d’électeurs', [40e6]],
    ['fr', 'quatre-vingt-dix-sept officiers', [97]],
    ['fr', 'trois millions cinq cent mille', [3.5e6]],
    ['fr', 'la moitié des stations', [50]],
    ['fr', 'les deux pays', []],
    ['en', 'nearly forty million voters', [40e6]],
    ['en', '$2.5 billion', [2.5e9]],
    ['en', 'two thirds', [66.6]],
    ['en', 'rose more than fourfold', [4]],
    ['zh', '近4000万选民', [4e7]],
    ['zh', '一亿两千万', [1.2e8]],
    ['zh', '三名军官', [3]],
    ['zh', '百分之四十', [40]],
    ['zh', '万豪酒店', []],
  ] as const)('%s «%s»', (lang, text, expected) => {
    expect(values(text, lang)).toEqual(expected);
  });

  const unfound = (said: string, lang: string, given: string, givenLang: string): number =>
    unfoundNumbers(read(said, lang), read(given, givenLang, false)).length;

  test('are the same however they are written', () => {
    expect(unfound('四千万', 'zh', '40 million', 'en')).toBe(0);
    expect(unfound('41 %', 'fr', '41 percent', 'en')).toBe(0);
    expect(unfound('une douzaine d’officiers', 'fr', 'twelve officers', 'en')).toBe(0);
  });

  test('may be rounded where the sentence says so', () => {
    expect(unfound('plus de 40 millions', 'fr', '41,5 millions', 'fr')).toBe(0);
    expect(unfound('about 1,560', 'en', 'about 1,650', 'en')).toBe(1);
    expect(unfound('40 millions', 'fr', '41,5 millions', 'fr')).toBe(1);
  });

  test('count the same thing, and in the same direction', () => {
    expect(unfound('nine months', 'en', 'nine hours', 'en')).toBe(1);
    expect(unfound('40 %', 'fr', '40 serveurs', 'fr')).toBe(1);
    expect(unfound('less than 300', 'en', 'more than 300', 'en')).toBe(1);
    expect(unfound('3 000 serveurs', 'fr', 'des milliers de serveurs', 'fr')).toBe(1);
    expect(unfound('thousands of servers', 'en', '3,000 servers', 'en')).toBe(0);
  });
});

describe('dates', () => {
  const unfound = (said: string, given: string, publishedAt: string | null = null): number =>
    unfoundDates(findDates(said), [{ dates: findDates(given), publishedAt }]).length;

  test('are the same in every language and way of writing', () => {
    for (const said of [
      'le 28 mai 2025',
      'May 28, 2025',
      '2025年5月28日',
      '2025-05-28',
      'en mai 2025',
      'in 2025',
    ])
      expect(unfound(said, '28 May 2025'), said).toBe(0);
  });

  test('are not made more exact', () => {
    expect(unfound('le 28 mai 2025', 'in May 2025')).toBe(1);
    expect(unfound('28 May 2025', '29 May 2025')).toBe(1);
    expect(unfound('in 2024', 'in 2025')).toBe(1);
  });

  test('are read against the day of publication', () => {
    expect(unfound('le 27 mai 2025', 'on Tuesday', '2025-05-28')).toBe(0);
    expect(unfound('le 27 mai 2025', 'yesterday', '2025-05-28')).toBe(0);
    expect(unfound('en 2024', 'last year', '2025-05')).toBe(0);
    expect(unfound('le 28 mai 2025', 'the 28th of May', '2025-06-01')).toBe(0);
    expect(unfound('mercredi', 'on Tuesday', '2025-05-27')).toBe(1);
  });

  test('are no other words', () => {
    expect(findDates('sept ressortissants, they may attack, 9个月, 2000万')).toEqual([]);
  });
});

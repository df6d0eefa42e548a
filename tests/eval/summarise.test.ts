import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/eval/summarise.ts';
import { judgement } from '../support/eval-kit.ts';

const none = { answerable: false, keywords: null, articleRank: null, passageRank: null } as const;

describe('summarise', () => {
  test('counts each figure over the questions that it speaks of', () => {
    const { all } = summarise([
      judgement({ bothSides: true }),
      judgement({ articleRank: 3, passageRank: 4, keywords: false, bothSides: false }),
      judgement({ articleRank: 4, passageRank: null, answered: false, keywords: false }),
      judgement({ articleRank: null, passageRank: null, answered: false, keywords: false }),
      judgement({ ...none, answered: true, hard: true }),
      judgement({ ...none, answered: false, hard: true }),
      judgement({ ...none, answered: false }),
    ]);
    const counts = (name: Exclude<keyof typeof all, 'questions' | `${string}Median`>) => [
      all[name].hits,
      all[name].of,
    ];
    expect(all.questions).toBe(7);
    expect(counts('articleRecallAt1')).toEqual([1, 4]);
    expect(counts('articleRecallAt3')).toEqual([2, 4]);
    expect(counts('passageRecallAt3')).toEqual([1, 4]);
    expect(counts('keywords')).toEqual([1, 4]);
    expect(counts('falseRefusals')).toEqual([2, 4]);
    expect(counts('falseAnswers')).toEqual([1, 3]);
    expect(counts('falseAnswersHard')).toEqual([1, 2]);
    expect(counts('bothSides')).toEqual([1, 2]);
  });

  test('gives each language its own figures, which add up to those of all', () => {
    const { all, byLanguage } = summarise([
      judgement({ lang: 'fr' }),
      judgement({ lang: 'zh', keywords: false }),
      judgement({ lang: 'fr', keywords: false }),
    ]);
    expect(Object.keys(byLanguage)).toEqual(['fr', 'zh']);
    expect(byLanguage.fr?.keywords).toMatchObject({ hits: 1, of: 2, value: 0.5 });
    expect(byLanguage.zh?.keywords).toMatchObject({ hits: 0, of: 1 });
    expect(all.keywords).toMatchObject({ hits: 1, of: 3 });
  });

  test('the time is the median, which one slow question does not move', () => {
    const times = [5, 9_000, 7].map((milliseconds) => judgement({ milliseconds }));
    expect(summarise(times).all.millisecondsMedian).toBe(7);
  });

  test('figures over no question are no figures', () => {
    const { all, byLanguage } = summarise([]);
    expect(byLanguage).toEqual({});
    expect(all.keywords.value).toBeNull();
    expect(all.millisecondsMedian).toBeNull();
  });
});

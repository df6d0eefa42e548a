import { describe, expect, test } from 'vitest';
import { fold } from '../../src/lexicon/fold.ts';
import { stopwords } from '../../src/lexicon/stopwords.ts';

describe('stopwords', () => {
  test.each(['fr', 'en', 'zh'])('%s: every word is written folded, as tokens are compared', (lang) => {
    const wrong = [...stopwords(lang)].filter((word) => word !== fold(word) || word === '');
    expect(wrong).toEqual([]);
  });

  test('a language without a list has no function words', () => {
    expect(stopwords('de').size).toBe(0);
    expect(stopwords('').size).toBe(0);
  });

  test.each([
    ['fr', 'le les des qui que pour avec dans selon'],
    ['en', 'the of which who with from according'],
    ['zh', '的 了 在 对 什么 谁 如何'],
  ])('%s: holds the words that carry grammar', (lang, words) => {
    for (const word of words.split(' ')) expect(stopwords(lang)).toContain(word);
  });

  test.each([
    ['fr', 'accuse nie attaque ambassade preuve ministre contre sanctions parlement'],
    ['en', 'accuse deny attack embassy evidence minister sanctions parliament'],
    ['zh', '指责 否认 攻击 大使 证据 部长 制裁 政府'],
  ])('%s: leaves the words of the field alone', (lang, words) => {
    for (const word of words.split(' ')) expect(stopwords(lang)).not.toContain(word);
  });
});

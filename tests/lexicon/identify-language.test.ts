import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifyLanguage } from '../../src/lexicon/identify-language.ts';

describe('identifyLanguage', () => {
  test.each([
    ['Que répond Moscou à Oslo ?', 'fr'],
    ['Qui a attaqué le Parlement ?', 'fr'],
    ['Who was behind it?', 'en'],
    ['What did Oslo say about Moscow?', 'en'],
    ['谁攻击了议会？', 'zh'],
    [
      'Der Außenminister hat den Botschafter gestern in Berlin einbestellt und eine Erklärung verlangt.',
      'de',
    ],
    ['外務省は大使を呼び出した。', 'ja'],
    ['외교부는 대사를 초치했다', 'ko'],
  ])('%s is %s', (text, lang) => {
    expect(identifyLanguage(text)).toBe(lang);
  });

  test('does not guess from a bare name', () => {
    expect(identifyLanguage('APT31')).toBeNull();
    expect(identifyLanguage('1234 ?!')).toBeNull();
  });

  test('answers with a two-letter code or null for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const lang = identifyLanguage(text);
        if (lang !== null) expect(lang).toMatch(/^[a-z]{2,3}$/);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../src/lexicon/tokenize.ts';

const content = (text: string, lang: string): string[] =>
  tokenize(text, lang)
    .filter((token) => !token.stop)
    .map((token) => token.stem);

describe('tokenize', () => {
  test('gives tokens whose offsets hold the text they were cut from, in order and without overlap', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.constantFrom('fr', 'en', 'zh', 'de'),
        (text, lang) => {
          let last = 0;
          for (const token of tokenize(text, lang)) {
            expect(text.slice(token.start, token.end)).toBe(token.text);
            expect(token.start).toBeGreaterThanOrEqual(last);
            last = token.end;
          }
        },
      ),
    );
  });

  test('sets elided articles and possessives apart as function words', () => {
    expect(content('L’ambassade de l’État, qu’elle', 'fr')).toEqual(['ambassad', 'etat']);
    expect(content("Britain's parliament", 'en')).toEqual(['britain', 'parliament']);
  });

  test('reads grouped digits as one number in the spellings of three countries', () => {
    for (const number of ['10.000', '10,000', '10 000', '10\u202f000'])
      expect(tokenize(`plus de ${number} courriels`, 'fr').find((token) => token.numeric)?.folded).toBe(
        '10000',
      );
  });

  test('keeps a country in capitals apart from a pronoun', () => {
    expect(tokenize('the US told us', 'en').map((token) => token.stop)).toEqual([true, false, false, true]);
  });

  test('segments Chinese into words', () => {
    expect(content('捷克政府指责黑客', 'zh')).toContain('政府');
  });
});

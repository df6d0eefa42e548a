import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/lexicon/fold.ts';

describe('fold', () => {
  test.each([
    ['Éloïse à Noël', 'eloise a noel'],
    ['ŒUVRE, cœur, Æsir', 'oeuvre, coeur, aesir'],
    ['Straße, Łódź, Đỗ, Øre', 'strasse, lodz, do, ore'],
    ['l’État, l‘État, l`État', "l'etat, l'etat, l'etat"],
    ['ＡＰＴ３１', 'apt31'],
    ['e\u0301', 'e'],
    ['中国外交部', '中国外交部'],
    ['МОСКВА', 'москва'],
    ['', ''],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('İ and ı fold to the letter that other spellings have', () => {
    expect(fold('İstanbul')).toBe('istanbul');
    expect(fold('Diyarbakır')).toBe('diyarbakir');
  });

  test('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('does not depend on how accents are written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'éàüñçÅôœ aZ'), maxLength: 30 }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });
});

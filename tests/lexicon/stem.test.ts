import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/lexicon/fold.ts';
import { stem } from '../../src/lexicon/stem.ts';

describe('stem', () => {
  test.each([
    ['fr', 'accusations', 'accusation'],
    ['fr', 'démentis', 'démenti'],
    ['fr', 'chinoises', 'chinoise'],
    ['en', 'ministries', 'ministry'],
    ['en', 'accused', 'accuses'],
    ['de', 'Angriffe', 'Angriff'],
    ['es', 'acusaciones', 'acusación'],
    ['it', 'attacchi', 'attacco'],
    ['ru', 'атаки', 'атака'],
    ['nl', 'ministers', 'minister'],
    ['cs', 'útoky', 'útok'],
    ['sv', 'attacker', 'attack'],
  ])('%s: «%s» and «%s» share a stem', (lang, one, other) => {
    expect(stem(one, lang)).toBe(stem(other, lang));
  });

  test('uses accents to find the stem and leaves none in it', () => {
    expect(stem('déclaré', 'fr')).toBe(stem('DÉCLARÉ', 'fr'));
    expect(stem('étrangères', 'fr')).not.toMatch(/\p{M}|[éè]/u);
  });

  test('takes letters with combining marks for the letters they are', () => {
    expect(stem('re\u0301ponses', 'fr')).toBe(stem('réponses', 'fr'));
  });

  test('a language without an algorithm gives the folded word', () => {
    for (const lang of ['zh', 'ja', 'pl', 'xx', '']) expect(stem('Éditions', lang)).toBe('editions');
  });

  test('never gives an empty stem for a word', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéèàçœ'),
          minLength: 1,
          maxLength: 15,
        }),
        fc.constantFrom('fr', 'en', 'de', 'es', 'it', 'pt', 'nl', 'ru', 'cs', 'da', 'no', 'sv', 'fi'),
        (word, lang) => {
          expect(stem(word, lang)).not.toBe('');
          expect(stem(word, lang)).toBe(fold(stem(word, lang)));
        },
      ),
    );
  });
});

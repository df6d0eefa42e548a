import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/lexicon/sentences.ts';

const split = (text: string, lang = 'fr'): string[] =>
  splitSentences(text, lang).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  test('puts every character that is not white space into exactly one span, in order', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'M. Roux',
        '«',
        '»',
        '. ',
        '! ',
        '? ',
        '\n',
        '"',
        ' U.S. ',
        '。',
        '3.5',
        'etc. ',
        '“',
        '”',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('fr', 'en', 'zh'), (pieces, lang) => {
        const text = pieces.join('');
        const covered = new Array<number>(text.length).fill(0);
        let last = 0;
        for (const { start, end } of splitSentences(text, lang)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          for (let i = start; i < end; i += 1) covered[i] = (covered[i] ?? 0) + 1;
          last = end;
        }
        for (let i = 0; i < text.length; i += 1) if (/\S/u.test(text.charAt(i))) expect(covered[i]).toBe(1);
      }),
    );
  });

  test('does not end a sentence at a title or an initialism', () => {
    expect(split('M. Roux est venu. Il est reparti.')).toEqual(['M. Roux est venu.', 'Il est reparti.']);
    expect(split('The U.S. embassy replied. It denied.', 'en')).toEqual([
      'The U.S. embassy replied.',
      'It denied.',
    ]);
  });

  test('keeps a quotation of several sentences with the words that say who spoke', () => {
    const text = '« Rien ne le prouve. Nous attendons », a dit le porte-parole. La séance est levée.';
    expect(split(text)).toEqual([
      '« Rien ne le prouve. Nous attendons », a dit le porte-parole.',
      'La séance est levée.',
    ]);
  });

  test('ends at a line break even inside an open quotation', () => {
    expect(split('Titre sans point\n« Une phrase.\nUne autre.')).toHaveLength(3);
  });

  test('cuts Chinese at its own full stop', () => {
    expect(split('外交部作出回应。发言人否认指控。', 'zh')).toHaveLength(2);
  });
});

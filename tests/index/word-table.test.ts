/** Finding words that are spelled almost like one. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance } from '../../src/core/edit-distance.ts';
import { createWordTable } from '../../src/index/word-table.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcdeé'), minLength: 1, maxLength: 8 });

it('holds its words, and finds the nearest as a comparison with each would', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 60 }),
      word,
      fc.constantFrom(1, 2),
      fc.nat(60),
      (list, asked, reach, first) => {
        const words = [...list].sort();
        const table = createWordTable();
        for (const portion of [words.slice(0, first), words.slice(first)]) table.add(portion);
        expect(table.size).toBe(words.length);
        for (const one of words) expect(table.has(one)).toBe(true);
        expect(table.has(asked)).toBe(words.includes(asked));
        const distances = words
          .map((one) => editDistance(asked, one))
          .filter((distance) => distance <= reach);
        const least = Math.min(...distances);
        expect(table.nearest(asked, reach).sort()).toEqual(
          words.filter((one) => distances.length > 0 && editDistance(asked, one) === least),
        );
      },
    ),
  );
});

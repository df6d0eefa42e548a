/** What two texts share, in words and in characters. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { containment, shinglesOf } from '../../src/lexicon/shingles.ts';

it('runs of words, and of characters where no spaces are written', () => {
  expect([...shinglesOf('The port, of Velmar — again')]).toEqual([
    'the port of',
    'port of velmar',
    'of velmar again',
  ]);
  expect([...shinglesOf('维尔马港口遭入侵')]).toEqual([
    '维尔马港口',
    '尔马港口遭',
    '马港口遭入',
    '港口遭入侵',
  ]);
});

it('a text stands whole in itself and in what goes on from it, and a line in a long text is no copy', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 5, maxLength: 40 });
  fc.assert(
    fc.property(words, words, (own, more) => {
      const text = shinglesOf(own.join(' '));
      expect(containment(text, text)).toBe(1);
      const longer = shinglesOf([...own, ...more].join(' '));
      expect(containment(text, longer)).toBe(longer.size > text.size * 4 ? 0 : 1);
      expect(containment(longer, text)).toBe(containment(text, longer));
    }),
  );
  expect(containment(new Set(), new Set())).toBe(0);
});

/** Splitting: offsets are true, nothing is lost, nothing is too long. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PASSAGE_LENGTH, sentenceSpans, splitPassages } from '../../src/corpus/split.ts';

const sentence = fc.oneof(
  fc.lorem({ mode: 'sentences', maxCount: 2 }),
  fc.constantFrom(
    'M. Dupont a protesté.',
    '« Non », dit-elle.',
    '他们否认了。',
    'À 10.000 km. Vraiment ?',
    '😀😀😀',
    'U.S. officials met.',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.integer({ min: 1, max: 1_800 }).map((length) => 'x'.repeat(length)),
  fc.integer({ min: 100, max: 900 }).map((length) => '😀'.repeat(length)),
);
const text = fc
  .array(fc.tuple(sentence, fc.constantFrom(' ', '\n', '\n\n')), { maxLength: 25 })
  .map((parts) => parts.flat().join('').trim());

describe('splitPassages', () => {
  it('covers every character that is not white space, in order, within the limit, without splitting a letter', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('fr', 'en', 'zh', 'und'), (stored, lang) => {
        const passages = splitPassages(stored, lang);
        let covered = 0;
        for (const [i, { start, end }] of passages.entries()) {
          expect(end - start).toBeGreaterThan(0);
          expect(end - start).toBeLessThanOrEqual(MAX_PASSAGE_LENGTH);
          expect(stored.slice(Math.min(covered, start), start).trim()).toBe('');
          expect(end).toBeGreaterThan(covered);
          if (i > 0) expect(start).toBeGreaterThan(passages[i - 1]?.start ?? 0);
          const cut = stored.slice(start, end);
          expect(cut).toBe(cut.trim());
          if (stored.isWellFormed()) expect(cut.isWellFormed()).toBe(true);
          covered = end;
        }
        expect(stored.slice(covered).trim()).toBe('');
      }),
      { numRuns: 400 },
    );
  });

  it('takes three sentences and begins again with the last one', () => {
    const stored = [
      'Un est dit.',
      'Deux est dit.',
      'Trois est dit.',
      'Quatre est dit.',
      'Cinq est dit.',
    ].join(' ');
    expect(splitPassages(stored, 'fr').map(({ start, end }) => stored.slice(start, end))).toEqual([
      'Un est dit. Deux est dit. Trois est dit.',
      'Trois est dit. Quatre est dit. Cinq est dit.',
    ]);
  });

  it('overlaps by exactly one sentence wherever two fit together', () => {
    const stored = Array.from({ length: 30 }, (_, i) => `La phrase numéro ${i} parle d’une intrusion.`).join(
      ' ',
    );
    const sentences = sentenceSpans(stored, 'fr');
    const passages = splitPassages(stored, 'fr');
    for (const [i, passage] of passages.slice(1).entries()) {
      const shared = sentences.filter(
        ({ start }) => start >= passage.start && start < (passages[i]?.end ?? 0),
      );
      expect(shared).toHaveLength(1);
    }
  });

  it('cuts an overlong sentence after a clause', () => {
    const clause = 'le ministère a indiqué que la situation restait sous contrôle, ';
    const stored = `${clause.repeat(20).trim().slice(0, -1)}.`;
    const [first] = splitPassages(stored, 'fr');
    expect(stored.slice(0, first?.end)).toMatch(/,$/);
  });
});

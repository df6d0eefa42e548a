/** The distance between names. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from '../../src/core/edit-distance.ts';

test.each([
  ['', '', 0],
  ['PORT', 'PORT', 0],
  ['PORT', 'PROT', 1],
  ['PORT', 'PORTS', 1],
  ['CORPUS_DIR', 'CORPUS_DIRS', 1],
  ['HOME', 'HOST', 2],
  ['', 'WEB', 3],
])('%s and %s are %i apart', (from, to, distance) => {
  expect(editDistance(from, to)).toBe(distance);
  expect(editDistance(to, from)).toBe(distance);
});

test('is zero only for equal words and never more than the longer one', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      const distance = editDistance(a, b);
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});

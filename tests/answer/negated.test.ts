/** What is said not to be. */
import { expect, test } from 'vitest';
import { isNegated, isTurned } from '../../src/answer/negated.ts';

test.each(['Malte n’a nommé personne, ni aucun pays.', 'Malta did not say who.', '马耳他没有点名。'])(
  'a negation: %s',
  (text) => {
    expect(isNegated(text)).toBe(true);
  },
);

test('only the words behind a negation, in its clause, are turned', () => {
  const text = 'Nobody had asked for a ransom, and the ferries sailed.';
  expect(isTurned(text, text.indexOf('ransom'))).toBe(true);
  expect(isTurned(text, text.indexOf('ferries'))).toBe(false);
  expect(isTurned(text, 0)).toBe(false);
});

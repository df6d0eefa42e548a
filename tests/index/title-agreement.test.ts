/** How far a title agrees with a question. */
import { expect, it } from 'vitest';
import { createTitleAgreement } from '../../src/index/title-agreement.ts';

const agreement = createTitleAgreement(
  new Map([
    ['shipyard', 5],
    ['director', 3],
    ['resign', 2],
  ]),
);

it('is one for the same words, in whatever order and form, and nothing for others', () => {
  expect(agreement('Director of the shipyard resigned', 'en')).toBeCloseTo(1);
  expect(agreement('A record harvest of apples', 'en')).toBe(0);
  expect(agreement('', 'en')).toBe(0);
});

it('is less for a title that says much besides, and for one that has the common word only', () => {
  const short = agreement('The shipyard', 'en');
  expect(agreement('The shipyard, the lighthouse, the bakery and the orchard', 'en')).toBeLessThan(short);
  expect(agreement('He resigned', 'en')).toBeLessThan(short);
});

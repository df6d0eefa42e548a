/** The times that questions and passages name. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asksForLatest, datesNamed } from '../../src/lexicon/asked-time.ts';

it.each([
  ['Qui fut accusé en mai 2025 ?', ['2025-05']],
  ['What did they say in July 2021?', ['2021-07']],
  ['2021年7月发生了什么？', ['2021-07']],
  ['le 28 mai 2025, puis le 1er juin 2025', ['2025-05-28', '2025-06-01']],
  ['on May 28, 2025 and 3 June 2024', ['2025-05-28', '2024-06-03']],
  ['2025年5月28日', ['2025-05-28']],
  ['published 2025-05-28', ['2025-05-28']],
  ['l’élection de 2017', ['2017']],
  ['2016年的攻击', ['2016']],
  ['août 2023', ['2023-08']],
  ['it may cost 2,000 euros, in 12024 parts', []],
  ['nothing of the kind', []],
])('reads %s', (text, dates) => {
  expect(datesNamed(text)).toEqual(dates);
});

it.each([
  ['Quelles sont les dernières accusations contre le port ?', true],
  ['Quoi de neuf au port ?', true],
  ['What are the latest accusations?', true],
  ['the most recent statement of the ministry', true],
  ['最新的指控是什么？', true],
  ['Que s’est-il passé ces dernières années ?', false],
  ['Qui accuse le port ?', false],
  ['Who spoke last?', false],
  ['谁指控了港口？', false],
])('tells whether the newest is asked for: %s', (text, expected) => {
  expect(asksForLatest(text)).toBe(expected);
});

it('gives ISO dates whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.date({ min: new Date('1950-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
      (noise, date) => {
        const iso = date.toISOString().slice(0, 10);
        for (const found of datesNamed(`${noise} ${iso} ${noise}`))
          expect(found).toMatch(/^\d{4}(?:-\d{2}){0,2}$/);
      },
    ),
  );
});

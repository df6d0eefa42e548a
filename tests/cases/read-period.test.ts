/** Periods are read as people write them, in three languages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, readPeriod } from '../../src/cases/read-period.ts';

const TODAY = '2026-03-15';

describe('readPeriod', () => {
  it.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-02-03', '2024-02-03', '2024-02-03'],
    ['mars 2024', '2024-03-01', '2024-03-31'],
    ['28 mai 2025', '2025-05-28', '2025-05-28'],
    ['March 2024', '2024-03-01', '2024-03-31'],
    ['2024年3月', '2024-03-01', '2024-03-31'],
    ['since 2024-03', '2024-03-01', null],
    ['depuis août 2021', '2021-08-01', null],
    ['2021年以来', '2021-01-01', null],
    ['自2021年7月起', '2021-07-01', null],
    ['before 2020', null, '2019-12-31'],
    ['avant mars 2020', null, '2020-02-29'],
    ['2021-2023', '2021-01-01', '2023-12-31'],
    ['2021 to 2023', '2021-01-01', '2023-12-31'],
    ['entre 2021 et mai 2023', '2021-01-01', '2023-05-31'],
    ['从2021年到2023年', '2021-01-01', '2023-12-31'],
    ['this week', '2026-03-08', TODAY],
    ['cette semaine', '2026-03-08', TODAY],
    ['本周', '2026-03-08', TODAY],
    ['aujourd’hui', TODAY, TODAY],
  ])('%j', (text, from, to) => {
    expect(readPeriod(text, TODAY)).toEqual({ from, to });
  });

  it.each(['', 'APT31', 'China', '2024-13', '2024-02-30', 'mars', 'since when', '20245'])(
    'is not %j',
    (text) => {
      expect(readPeriod(text, TODAY)).toBeNull();
    },
  );

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readPeriod(text, TODAY)));
  });
});

describe('isWithin', () => {
  it('counts a date that may lie within', () => {
    const march = { from: '2024-03-01', to: '2024-03-31' };
    expect(['2024', '2024-03', '2024-03-31', '2024-04', null].map((date) => isWithin(date, march))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

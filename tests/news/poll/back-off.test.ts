import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backOff, readRetryAfter, shouldDisable } from '../../../src/news/poll/back-off.ts';

const now = new Date('2026-03-10T12:00:00.000Z');
const MINUTE = 60_000;

test('doubles from a quarter of an hour to a day', () => {
  const minutes = Array.from({ length: 9 }, (_, i) => backOff(i + 1, null, 0) / MINUTE);
  expect(minutes).toEqual([15, 30, 60, 120, 240, 480, 960, 1_440, 1_440]);
});

test('stays within its bounds, and is only lengthened by what the server asks for', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.string(),
      fc.double({ noNaN: true, min: 0, max: 1 }),
      (failures, header, random) => {
        const asked = readRetryAfter(header, now);
        const wait = backOff(failures, asked, random);
        expect(wait).toBeGreaterThanOrEqual(Math.max(15 * MINUTE, asked ?? 0));
        expect(wait).toBeLessThanOrEqual(1.1 * 1_440 * MINUTE);
      },
    ),
  );
});

test.each([
  [null, null],
  ['', null],
  ['120', 120_000],
  [' 120 ', 120_000],
  ['0', 0],
  ['-5', null],
  ['99999999999999999999', 86_400_000],
  ['Tue, 10 Mar 2026 12:30:00 GMT', 1_800_000],
  ['Tue, 10 Mar 2026 11:30:00 GMT', 0],
  ['Sun, 10 Mar 2030 11:30:00 GMT', 86_400_000],
  ['soon', null],
])('Retry-After %j: %j ms', (header, wait) => {
  expect(readRetryAfter(header, now)).toBe(wait);
});

test.each([
  ['gone', 1, 0, true],
  ['not-found', 7, 30, false],
  ['not-found', 8, 2, false],
  ['not-found', 8, 3, true],
  ['unreachable', 11, 30, false],
  ['unreachable', 12, 4, false],
  ['unreachable', 12, 5, true],
  ['web-page', 12, 5, true],
  ['offline', 500, 500, false],
] as const)(
  '%s, %d failures, %d days after the last success: given up is %s',
  (code, failures, days, given) => {
    const since = new Date(now.getTime() - days * 1_440 * MINUTE).toISOString();
    expect(shouldDisable({ code, failures, since, now })).toBe(given);
  },
);

/** Dates and languages as feeds write them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feedDate } from '../../../src/news/feed/feed-date.ts';
import { feedLang } from '../../../src/news/feed/feed-lang.ts';

test.each([
  ['Wed, 28 May 2025 10:15:00 +0200', '2025-05-28T08:15:00'],
  ['Wed, 28 May 2025 10:15:00 GMT', '2025-05-28T10:15:00'],
  ['28 May 2025 10:15 EST', '2025-05-28T15:15:00'],
  ['Wednesday, 28-May-25 10:15:00 UTC', '2025-05-28T10:15:00'],
  ['Wed,28 May 2025 10:15:00 GMT+02:00', '2025-05-28T08:15:00'],
  ['Wed, 28 Mai 2025 10:15:00 +0200', '2025-05-28T08:15:00'],
  ['mer., 28 mai 2025 10:15:00 +0200', '2025-05-28T08:15:00'],
  ['1er août 2025 à 9h30', '2025-08-01T09:30:00'],
  ['15 févr. 2025', '2025-02-15T00:00:00'],
  ['3 décembre 2024', '2024-12-03T00:00:00'],
  ['14 juillet 2024', '2024-07-14T00:00:00'],
  ['14 juin 2024', '2024-06-14T00:00:00'],
  ['May 28, 2025', '2025-05-28T00:00:00'],
  ['May 28th, 2025 10:15', '2025-05-28T10:15:00'],
  ['Sept. 3, 2024', '2024-09-03T00:00:00'],
  ['Wed May 28 10:15:00 CEST 2025', '2025-05-28T08:15:00'],
  ['Wed May 28 10:15:00 2025', '2025-05-28T10:15:00'],
  ['2025-05-28T10:15:00Z', '2025-05-28T10:15:00'],
  ['2025-05-28T10:15:00.123+02:00', '2025-05-28T08:15:00'],
  ['2025-05-28T10:15+0200', '2025-05-28T08:15:00'],
  ['2025-05-28 10:15:00', '2025-05-28T10:15:00'],
  ['2025-05-28', '2025-05-28T00:00:00'],
  ['20250528T101500Z', '2025-05-28T10:15:00'],
  ['2025/05/28', '2025-05-28T00:00:00'],
  ['2025-05', '2025-05-01T00:00:00'],
  ['1748427300', '2025-05-28T10:15:00'],
  ['1748427300000', '2025-05-28T10:15:00'],
])('%s', (stated, expected) => {
  expect(feedDate(stated)).toBe(`${expected}.000Z`);
});

test.each([
  '',
  'yesterday',
  '31 Feb 2025',
  '2025-13-01',
  '28 Foo 2025',
  '1 Jan 1970 00:00:00',
  '0',
  '12',
  'Wed',
  '2025-05-28T99:00:00Z',
])('%j is no date of a feed', (stated) => {
  expect(feedDate(stated)).toBeNull();
});

test('any date comes back from the two standard forms, and no text throws', () => {
  const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, (date) => {
      date.setUTCMilliseconds(0);
      expect(feedDate(date.toUTCString())).toBe(date.toISOString());
      expect(feedDate(date.toISOString())).toBe(date.toISOString());
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => void feedDate(text)));
});

test.each([
  ['fr-FR', 'fr'],
  ['EN_us', 'en'],
  ['zh-Hant-TW', 'zh'],
  ['cmn', 'zh'],
  ['fre', 'fr'],
  ['iw', 'he'],
  ['en-US, fr', 'en'],
  ['', null],
  ['French', null],
  ['mul', null],
  ['x-klingon', null],
  [null, null],
])('the language %j', (stated, code) => {
  expect(feedLang(stated)).toBe(code);
});

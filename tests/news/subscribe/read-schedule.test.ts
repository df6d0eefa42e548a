/** Times, days and zones are read as people write them, and nothing else is taken for one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_LANGS } from '../../../src/core/answer.ts';
import { readMaxPerHour, readQuietHours } from '../../../src/news/subscribe/read-quiet-hours.ts';
import { describeSchedule, readSchedule } from '../../../src/news/subscribe/read-schedule.ts';
import { readTime } from '../../../src/news/subscribe/read-time.ts';
import { readTimeZone } from '../../../src/news/subscribe/read-time-zone.ts';

describe('readSchedule', () => {
  it.each([
    ['0 8 * * *', '0 8 * * *'],
    ['30 7,18 * * MON-FRI', '30 7,18 * * MON-FRI'],
    ['daily 08:00', '0 8 * * *'],
    ['every day at 8:30', '30 8 * * *'],
    ['08:00', '0 8 * * *'],
    ['8am', '0 8 * * *'],
    ['daily 6 pm', '0 18 * * *'],
    ['weekly mon 08:00', '0 8 * * 1'],
    ['Monday 08:00', '0 8 * * 1'],
    ['every Fridays at 17:45', '45 17 * * 5'],
    ['weekdays 08:00', '0 8 * * 1-5'],
    ['chaque jour 08:00', '0 8 * * *'],
    ['tous les jours à 8h', '0 8 * * *'],
    ['lundi 08:00', '0 8 * * 1'],
    ['chaque lundi à 8 h 30', '30 8 * * 1'],
    ['le mardi 9h', '0 9 * * 2'],
    ['jours ouvrés 8h30', '30 8 * * 1-5'],
    ['每天 08:00', '0 8 * * *'],
    ['每天8点', '0 8 * * *'],
    ['每周一 08:00', '0 8 * * 1'],
    ['星期日 9点30分', '30 9 * * 0'],
    ['工作日 上午8点半', '30 8 * * 1-5'],
  ])('%s', (text, pattern) => {
    expect(readSchedule(text)).toBe(pattern);
  });

  it.each([
    ['', 'nothing'],
    ['sometimes', 'no time'],
    ['daily', 'no hour'],
    ['daily 25:00', 'no such hour'],
    ['someday 08:00', 'no such day'],
    ['* * * * *', 'every minute'],
    ['*/5 8 * * *', 'every five minutes'],
    ['0 8 30 2 *', 'never'],
    ['0 8 * *', 'four fields'],
    ['0 0 8 * * *', 'six fields'],
    ['61 8 * * *', 'no such minute'],
  ])('refuses %j: %s', (text) => {
    expect(readSchedule(text)).toBeNull();
  });

  it('is described in words that it reads again', () => {
    const days = fc.constantFrom('*', '1-5', '0', '1', '2', '3', '4', '5', '6');
    fc.assert(
      fc.property(
        fc.nat(59),
        fc.nat(23),
        days,
        fc.constantFrom(...ANSWER_LANGS),
        (minute, hour, day, lang) => {
          const pattern = `${minute} ${hour} * * ${day}`;
          expect(readSchedule(describeSchedule(pattern, lang))).toBe(pattern);
        },
      ),
    );
    expect(describeSchedule('0 8 * * 1', 'fr')).toBe('lundi à 08:00');
    expect(describeSchedule('0 8 * * *', 'zh')).toBe('每天 08:00');
    expect(describeSchedule('0 8 1 * *', 'en')).toBe('0 8 1 * *');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => void [readSchedule(text), readTime(text), readQuietHours(text)]),
    );
  });
});

describe('readTime', () => {
  it.each([
    ['8', '08:00'],
    ['8h05', '08:05'],
    ['12 am', '00:00'],
    ['12:30 PM', '12:30'],
    ['下午3点', '15:00'],
    ['24:00', null],
    ['8:5', null],
    ['13 pm', null],
    ['-1', null],
  ])('%s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });
});

describe('readQuietHours', () => {
  it.each([
    ['22:00-07:00', { from: '22:00', to: '07:00' }],
    ['22h – 7h', { from: '22:00', to: '07:00' }],
    ['22h à 7h30', { from: '22:00', to: '07:30' }],
    ['10 pm to 7 am', { from: '22:00', to: '07:00' }],
    ['22:00至07:00', { from: '22:00', to: '07:00' }],
    ['off', null],
    ['22:00', undefined],
    ['22:00-22:00', undefined],
    ['22:00-07:00-08:00', undefined],
    ['night', undefined],
  ])('%s', (text, quiet) => {
    expect(readQuietHours(text)).toEqual(quiet);
  });
});

it('readMaxPerHour takes 1 to 60', () => {
  expect(['1', '60', ' 6 ', '0', '61', '1.5', 'many'].map(readMaxPerHour)).toEqual([
    1,
    60,
    6,
    null,
    null,
    null,
    null,
  ]);
});

describe('readTimeZone', () => {
  it.each([
    ['Europe/Paris', 'Europe/Paris'],
    ['europe/paris', 'Europe/Paris'],
    ['Paris', 'Europe/Paris'],
    ['new york', 'America/New_York'],
    ['Pékin', 'Asia/Shanghai'],
    ['北京', 'Asia/Shanghai'],
    ['utc', 'UTC'],
  ])('%s', (text, timeZone) => {
    expect(readTimeZone(text)).toEqual({ ok: true, timeZone });
  });

  it('takes older names', () => {
    expect(readTimeZone('Asia/Calcutta').ok).toBe(true);
  });

  it.each(['Europe/Pariss', 'Pariss'])('suggests what is near %s', (text) => {
    expect(readTimeZone(text)).toEqual({ ok: false, near: expect.arrayContaining(['Europe/Paris']) });
  });

  it.each(['+01:00', 'EST', 'CEST', 'Mars/Olympus', ''])('refuses %j', (text) => {
    expect(readTimeZone(text).ok).toBe(false);
  });
});

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is no time zone', (text) => {
  expect(readTimeZone(text)).toMatchObject({ ok: false });
});

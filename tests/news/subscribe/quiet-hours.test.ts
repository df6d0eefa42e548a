/** Nothing is posted in quiet hours, nothing is held longer than they last, and no hour holds more than is wanted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedAt, nextSlot } from '../../../src/news/subscribe/quiet-hours.ts';

const HOUR = 3_600_000;
const NIGHT = { from: '22:00', to: '07:00' };
const at = (time: string, quiet = NIGHT, timeZone = 'Europe/Paris') =>
  allowedAt(new Date(time), quiet, timeZone).toISOString();

describe('allowedAt', () => {
  it.each([
    ['in the day', '2026-05-01T12:00:00.000Z', '2026-05-01T12:00:00.000Z'],
    ['before midnight', '2026-05-01T21:30:00.000Z', '2026-05-02T05:00:00.000Z'],
    ['after midnight', '2026-05-01T23:30:00.000Z', '2026-05-02T05:00:00.000Z'],
    ['as they begin', '2026-05-01T20:00:00.000Z', '2026-05-02T05:00:00.000Z'],
    ['as they end', '2026-05-02T05:00:00.000Z', '2026-05-02T05:00:00.000Z'],
    ['in the night in which the clocks go forward', '2026-03-28T22:00:00.000Z', '2026-03-29T05:00:00.000Z'],
    ['in the night in which they go back', '2026-10-24T21:00:00.000Z', '2026-10-25T06:00:00.000Z'],
  ])('%s', (_, time, allowed) => {
    expect(at(time)).toBe(allowed);
  });

  it('takes hours of one day', () => {
    expect(at('2026-05-01T10:30:00Z', { from: '12:00', to: '14:00' })).toBe('2026-05-01T12:00:00.000Z');
    expect(at('2026-05-01T12:30:00Z', { from: '12:00', to: '14:00' })).toBe('2026-05-01T12:30:00.000Z');
  });

  it('ends at the first of two, when the end comes twice', () => {
    expect(at('2026-10-24T23:00:00Z', { from: '22:00', to: '02:30' })).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-10-25T01:10:00Z', { from: '22:00', to: '02:30' })).toBe('2026-10-25T01:10:00.000Z');
  });

  it('lets everything pass where no hours are quiet', () => {
    expect(allowedAt(new Date(0), null, 'UTC')).toEqual(new Date(0));
  });

  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

  it('is never earlier, and what is allowed stays allowed', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
        fc.tuple(time, time).filter(([from, to]) => from !== to),
        fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Shanghai', 'Australia/Lord_Howe'),
        (moment, [from, to], timeZone) => {
          const allowed = allowedAt(moment, { from, to }, timeZone);
          expect(allowed.getTime()).toBeGreaterThanOrEqual(moment.getTime());
          expect(allowed.getTime() - moment.getTime()).toBeLessThanOrEqual(25 * HOUR);
          expect(allowedAt(allowed, { from, to }, timeZone)).toEqual(allowed);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('nextSlot', () => {
  const now = new Date('2026-05-01T12:00:00Z');

  it('is now while there is room, and an hour after the post that makes room', () => {
    expect(nextSlot([], now, 1)).toEqual(now);
    expect(nextSlot(['2026-05-01T11:20:00Z'], now, 2)).toEqual(now);
    expect(nextSlot(['2026-05-01T11:40:00Z', '2026-05-01T11:20:00Z'], now, 2)).toEqual(
      new Date('2026-05-01T12:20:00Z'),
    );
    expect(nextSlot(['2026-05-01T11:00:00Z'], now, 1)).toEqual(now);
  });

  it('never lets sixty minutes hold more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.nat(2 * HOUR), { maxLength: 40 }),
        (max, waits) => {
          const posted: string[] = [];
          let clock = now.getTime();
          for (const wait of waits) {
            clock = nextSlot(posted, new Date(clock + wait), max).getTime();
            posted.push(new Date(clock).toISOString());
          }
          for (const end of posted) {
            const inHour = posted.filter(
              (time) => Date.parse(time) <= Date.parse(end) && Date.parse(time) > Date.parse(end) - HOUR,
            );
            expect(inHour.length).toBeLessThanOrEqual(max);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Digests come exactly once on each of their days, whatever the clocks do, and once after an outage. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missedDigest, nextDigest } from '../../../src/news/subscribe/next-digest.ts';

const utc = (text: string) => new Date(text);
const next = (schedule: string, timeZone: string, after: string) =>
  nextDigest({ schedule, timeZone }, utc(after))?.toISOString() ?? null;

/** Zones whose clocks change in odd ways: at midnight, by half an hour, in autumn for spring, or never. */
const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'America/Havana',
  'America/Santiago',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Shanghai',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'UTC',
];
const zone = fc.constantFrom(...ZONES);
const instant = fc.date({
  min: utc('2024-01-01T00:00:00Z'),
  max: utc('2029-01-01T00:00:00Z'),
  noInvalidDate: true,
});

const localDay = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    at,
  );

describe('nextDigest', () => {
  it('comes after the hour that does not exist, and once in the hour that comes twice', () => {
    expect(next('30 2 * * *', 'Europe/Paris', '2026-03-28T02:00:00Z')).toBe('2026-03-29T01:00:00.000Z');
    expect(next('30 2 * * *', 'Europe/Paris', '2026-03-29T01:00:00Z')).toBe('2026-03-30T00:30:00.000Z');
    expect(next('30 2 * * *', 'Europe/Paris', '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(next('30 2 * * *', 'Europe/Paris', '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  it('keeps its hour on the wall when the clocks change', () => {
    expect(next('0 8 * * 1', 'Europe/Paris', '2026-03-23T07:00:00Z')).toBe('2026-03-30T06:00:00.000Z');
  });

  it('never comes on a day that does not exist', () => {
    expect(next('0 8 30 2 *', 'Europe/Paris', '2026-01-01T00:00:00Z')).toBeNull();
  });

  it('comes exactly once on each day', () => {
    fc.assert(
      fc.property(zone, instant, fc.nat(23), fc.nat(59), (timeZone, start, hour, minute) => {
        const times = { schedule: `${minute} ${hour} * * *`, timeZone };
        let at = start;
        const days: string[] = [];
        for (let i = 0; i < 5; i += 1) {
          const found = nextDigest(times, at);
          if (found === null) throw new Error('a daily digest always comes');
          expect(found.getTime()).toBeGreaterThan(at.getTime());
          days.push(localDay(found, timeZone));
          at = found;
        }
        const expected = Array.from({ length: 5 }, (_, i) => {
          const day = new Date(`${days[0]}T12:00:00Z`);
          return new Date(day.getTime() + i * 86_400_000).toISOString().slice(0, 10);
        });
        expect(days).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});

describe('missedDigest', () => {
  const daily = { schedule: '0 8 * * *', timeZone: 'Europe/Paris' };

  it('is one after five days of silence, the last', () => {
    expect(missedDigest(daily, utc('2026-05-01T06:00:00Z'), utc('2026-05-06T09:00:00Z'))).toEqual(
      utc('2026-05-06T06:00:00Z'),
    );
  });

  it('is none before its time, and at its time is due', () => {
    const last = utc('2026-05-01T06:00:00Z');
    expect(missedDigest(daily, last, utc('2026-05-02T05:59:59Z'))).toBeNull();
    expect(missedDigest(daily, last, utc('2026-05-02T06:00:00Z'))).toEqual(utc('2026-05-02T06:00:00Z'));
  });

  it('finds a yearly digest after years', () => {
    const yearly = { schedule: '0 8 1 1 *', timeZone: 'UTC' };
    expect(missedDigest(yearly, utc('2021-01-01T08:00:00Z'), utc('2025-12-31T00:00:00Z'))).toEqual(
      utc('2025-01-01T08:00:00Z'),
    );
  });

  it('is the last of all that were missed', () => {
    fc.assert(
      fc.property(zone, instant, fc.nat(23), fc.nat(10 * 24), (timeZone, last, hour, hours) => {
        const times = { schedule: `15 ${hour} * * *`, timeZone };
        const now = new Date(last.getTime() + hours * 3_600_000);
        const all: Date[] = [];
        for (let at = nextDigest(times, last); at !== null && at <= now; at = nextDigest(times, at))
          all.push(at);
        expect(missedDigest(times, last, now)).toEqual(all.at(-1) ?? null);
      }),
      { numRuns: 100 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST, nextInterval, SHORTEST, waitFor } from '../../../src/news/poll/poll-interval.ts';

const now = new Date('2026-03-10T12:00:00.000Z');
const ago = (...minutes: number[]) => minutes.map((m) => new Date(now.getTime() - m * 60_000).toISOString());

describe('the interval', () => {
  test('starts at a quarter of an hour', () => {
    expect(nextInterval({ now, intervalMinutes: null, published: null })).toBe(15);
    expect(nextInterval({ now, intervalMinutes: null, published: [] })).toBe(15);
    expect(nextInterval({ now, intervalMinutes: 200, published: ago(3) })).toBe(15);
  });
  test('follows the pace of the feed', () => {
    expect(nextInterval({ now, intervalMinutes: 15, published: ago(60, 120, 0, 180) })).toBe(22.5);
    expect(nextInterval({ now, intervalMinutes: 15, published: ago(1, 2, 3) })).toBe(SHORTEST);
    expect(nextInterval({ now, intervalMinutes: 15, published: ago(9_000, 20_000) })).toBe(LONGEST);
  });
  test('grows while nothing changes', () => {
    let minutes = 15;
    for (let i = 0; i < 10; i += 1)
      minutes = nextInterval({ now, intervalMinutes: minutes, published: null });
    expect(Math.round(minutes)).toBe(39);
  });
  test('is always within its bounds', () => {
    const date = fc.oneof(
      fc.date({ noInvalidDate: true }).map((one) => one.toISOString()),
      fc.constantFrom('', 'soon'),
    );
    fc.assert(
      fc.property(
        fc.option(fc.double()),
        fc.option(fc.array(date, { maxLength: 20 })),
        (intervalMinutes, published) => {
          const minutes = nextInterval({ now, intervalMinutes, published });
          expect(minutes).toBeGreaterThanOrEqual(SHORTEST);
          expect(minutes).toBeLessThanOrEqual(LONGEST);
        },
      ),
    );
  });
});

describe('the wait', () => {
  test('is never shorter than what is asked for, and never longer than a day and its tenth', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: 0, max: 1_000 }),
        fc.option(fc.oneof(fc.nat(5_000), fc.constant(Number.POSITIVE_INFINITY))),
        fc.option(fc.oneof(fc.nat(100_000), fc.nat())),
        fc.double({ noNaN: true, min: 0, max: 1 }),
        (interval, refreshMinutes, maxAge, random) => {
          const minutes = waitFor(interval, { refreshMinutes, maxAge, random }) / 60_000;
          expect(minutes).toBeGreaterThanOrEqual(SHORTEST);
          expect(minutes).toBeGreaterThanOrEqual(Math.min(refreshMinutes ?? 0, 1_440));
          expect(minutes).toBeGreaterThanOrEqual(Math.min((maxAge ?? 0) / 60, LONGEST) - 0.001);
          expect(minutes).toBeLessThanOrEqual(1_440 * 1.1);
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { share } from '../../src/eval/wilson.ts';

describe('share', () => {
  // Published tables and R's prop.test(…, correct = FALSE).
  test.each([
    [5, 10, 0.2366, 0.7634],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [1, 1, 0.2065, 1],
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
  ])('%i of %i: Wilson’s interval', (hits, of, low, high) => {
    const { value, interval } = share(hits, of);
    expect(value).toBeCloseTo(hits / of, 10);
    expect(interval?.[0]).toBeCloseTo(low, 3);
    expect(interval?.[1]).toBeCloseTo(high, 3);
  });

  test('nothing counted is no share, not zero', () => {
    expect(share(0, 0)).toEqual({ hits: 0, of: 0, value: null, interval: null });
  });

  test('the interval lies in [0, 1], holds the share, mirrors, and narrows with the count', () => {
    const counts = fc
      .integer({ min: 1, max: 5_000 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    fc.assert(
      fc.property(counts, ([hits, of]) => {
        const { value, interval } = share(hits, of);
        if (value === null || interval === null) throw new Error('nothing counted');
        const [low, high] = interval;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(value + 1e-12);
        expect(high).toBeGreaterThanOrEqual(value - 1e-12);
        const mirrored = share(of - hits, of).interval;
        expect(mirrored?.[0]).toBeCloseTo(1 - high, 9);
        expect(mirrored?.[1]).toBeCloseTo(1 - low, 9);
        const more = share(hits * 4, of * 4).interval ?? [0, 1];
        expect(more[1] - more[0]).toBeLessThan(high - low);
      }),
    );
  });
});

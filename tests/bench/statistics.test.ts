import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthExponent, percentile, recall } from '../../bench/statistics.ts';

describe('percentile', () => {
  it('takes the nearest rank, whatever the order', () => {
    const values = [30, 10, 50, 20, 40];
    expect(percentile(values, 0.5)).toBe(30);
    expect(percentile(values, 0.95)).toBe(50);
    expect(percentile(values, 0)).toBe(10);
    expect(values).toEqual([30, 10, 50, 20, 40]);
  });

  it('is one of the values, and not below a smaller share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ noNaN: true }), { minLength: 1 }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const value = percentile(values, share);
          expect(values).toContain(value);
          expect(percentile(values, 1)).toBeGreaterThanOrEqual(value);
        },
      ),
    );
  });

  it('has no word on nothing', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('recall', () => {
  it('counts what of the right answers was found, in any order', () => {
    expect(
      recall(
        [
          [1, 2],
          [4, 9],
        ],
        [
          [2, 1],
          [3, 4],
        ],
      ),
    ).toBe(0.75);
  });

  it('takes a question without an answer as found nothing, and no questions as nothing missed', () => {
    expect(recall([], [[1, 2]])).toBe(0);
    expect(recall([], [])).toBe(1);
  });
});

describe('growthExponent', () => {
  it('finds the power by which cost was made', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        fc.double({ min: 0.001, max: 100, noNaN: true }),
        (power, factor) => {
          const points = [1_000, 10_000, 100_000].map((size) => ({ size, cost: factor * size ** power }));
          expect(growthExponent(points)).toBeCloseTo(power, 6);
        },
      ),
    );
  });

  it('says nothing of one size', () => {
    expect(growthExponent([{ size: 1_000, cost: 5 }])).toBeNull();
    expect(
      growthExponent([
        { size: 1_000, cost: 5 },
        { size: 1_000, cost: 6 },
      ]),
    ).toBeNull();
    expect(growthExponent([])).toBeNull();
  });
});

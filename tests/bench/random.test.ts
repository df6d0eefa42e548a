import { expect, it } from 'vitest';
import { createRandom, zipfRank } from '../../bench/random.ts';

it('draws low ranks about as often as Zipf says, and never one outside', () => {
  const random = createRandom(5);
  const counts = new Array<number>(100).fill(0);
  for (let i = 0; i < 50_000; i += 1) {
    const rank = zipfRank(random, 100);
    counts[rank] = (counts[rank] ?? 0) + 1;
  }
  expect(counts).toHaveLength(100);
  expect(counts.every((times) => times > 0)).toBe(true);
  expect(counts[0] ?? 0).toBeGreaterThan(1.5 * (counts[1] ?? 0));
  expect(counts[1] ?? 0).toBeGreaterThan(3 * (counts[9] ?? 0));
});

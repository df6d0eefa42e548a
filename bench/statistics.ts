/** What is made of what was measured. */

/** The value that a share of the values (0 to 1) is not above: the nearest rank. NaN when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[Math.min(sorted.length, rank) - 1] ?? Number.NaN;
}

/** Of the right answers to every question, the share that was found; 1 when there are no right answers. */
export function recall(found: readonly (readonly number[])[], right: readonly (readonly number[])[]): number {
  let hits = 0;
  let all = 0;
  for (const [i, wanted] of right.entries()) {
    const got = new Set(found[i] ?? []);
    all += wanted.length;
    hits += wanted.filter((label) => got.has(label)).length;
  }
  return all === 0 ? 1 : hits / all;
}

/**
 * How cost grows with size: the exponent b of cost = a · size^b, by least squares over the logarithms. 1 is in
 * proportion, 0 is no growth. Null below two different sizes.
 */
export function growthExponent(
  points: readonly { readonly size: number; readonly cost: number }[],
): number | null {
  const logs = points
    .filter(({ size, cost }) => size > 0 && cost > 0)
    .map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const mean = (of: (point: { x: number; y: number }) => number): number =>
    logs.reduce((sum, point) => sum + of(point), 0) / logs.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const spread = mean((point) => (point.x - x) ** 2);
  return logs.length < 2 || spread === 0 ? null : mean((point) => (point.x - x) * (point.y - y)) / spread;
}

/** Confidence intervals for shares measured on few questions. */

export interface Share {
  readonly hits: number;
  readonly of: number;
  /** hits / of; null when there was nothing to count. */
  readonly value: number | null;
  /** Wilson score interval at 95 %, [low, high]. */
  readonly interval: readonly [number, number] | null;
}

/** Normal quantile of a two-sided 95 % interval. */
const Z = 1.959964;

/**
 * A share with its Wilson score interval (E. B. Wilson, 1927), which stays inside [0, 1] and is sound for small counts
 * and for shares near 0 and 1, where the normal approximation is not.
 */
export function share(hits: number, of: number): Share {
  if (of === 0) return { hits, of, value: null, interval: null };
  const p = hits / of;
  const z2 = Z * Z;
  const centre = (p + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z / (1 + z2 / of)) * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of * of));
  return { hits, of, value: p, interval: [Math.max(0, centre - half), Math.min(1, centre + half)] };
}

/** Adds up how often each value occurs. */

/** @returns most frequent first, equals by name, what is unknown last. */
export function tally<T extends string | null>(counted: readonly (readonly [T, number])[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const [value, count] of counted) counts.set(value, (counts.get(value) ?? 0) + count);
  return [...counts].sort(
    ([a, n], [b, m]) => Number(a === null) - Number(b === null) || m - n || (a ?? '').localeCompare(b ?? ''),
  );
}

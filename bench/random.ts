/** Repeatable randomness: the same seed gives the same texts on every machine. */

/** Numbers from 0 to below 1, as `Math.random` gives them (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A rank from 0 to below `size`, of which low ones come often and high ones seldom, as words do in a language: the
 * inverse of the distribution that falls with 1 / rank (Zipf), without a table.
 */
export function zipfRank(random: () => number, size: number): number {
  return Math.min(size - 1, Math.floor((size + 1) ** random()) - 1);
}

/**
 * Parsers keep their promises on damaged input. Always the same few inputs here, so that a change is to blame for what
 * fails; `npm run fuzz` tries others for as long as one likes.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_TARGETS } from '../support/fuzz/all-targets.ts';
import { damaged } from '../support/fuzz/damage.ts';

/** Inputs for a parser that asks for no other number. */
const RUNS = 25;

describe.each(ALL_TARGETS)('$name', (target) => {
  it('sound inputs', async () => {
    for (const seed of target.seeds)
      await target.run(typeof seed === 'string' ? new TextEncoder().encode(seed) : seed);
  });

  it('damaged inputs', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(target), async (input) => {
        await target.run(input);
      }),
      { numRuns: target.quickRuns ?? RUNS, seed: 20_250_528, endOnFailure: true },
    );
  });
});

it('no two have the same name', () => {
  expect(new Set(ALL_TARGETS.map(({ name }) => name)).size).toBe(ALL_TARGETS.length);
});

/** Nothing goes wrong: what the other runs are measured against, and whether memory stays where it is. */
import type { Scenario } from '../scenario.ts';

export const CALM: Scenario = {
  name: 'calm',
  what: 'questions alone',
  prepare: async () => ({ faults: () => [], pause: 1_000 }),
};

/** As `CALM`, with a heap that leaves little room. */
export const TIGHT_MEMORY: Scenario = {
  name: 'tight-memory',
  what: 'questions alone, with a heap of 128 MB for each thread',
  prepare: async () => ({ nodeArgs: ['--max-old-space-size=128'], faults: () => [], pause: 1_000 }),
};

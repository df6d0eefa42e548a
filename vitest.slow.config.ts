/** The slow tests: a real browser, killed processes, large files. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.slow.test.ts'],
    pool: 'forks',
    // Two cores. What is measured here is printed, not asserted: most of the time processes wait for one another.
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});

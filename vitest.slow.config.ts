/** The slow tests: a real browser, killed processes, large files. */
import { defineConfig } from 'vitest/config';
import { PACKAGE_CACHE } from './src/package-cache.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.slow.test.ts'],
    pool: 'forks',
    // Two cores. What is measured here is printed, not asserted: most of the time processes wait for one another.
    maxWorkers: 2,
    // As the product's commands do: threads and processes that a test starts need not read our sources anew.
    env: { NODE_COMPILE_CACHE: PACKAGE_CACHE },
    setupFiles: ['tests/support/fixed-seed.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});

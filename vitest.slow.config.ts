/** The slow tests: a real browser, killed processes, large files. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.slow.test.ts'],
    pool: 'forks',
    // Two cores: timings are measured here, so that one file runs at a time.
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});

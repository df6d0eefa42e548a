/** The quick tests: everything but `*.slow.test.ts`. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['**/*.slow.test.ts', '**/node_modules/**'],
    pool: 'forks',
    maxWorkers: 2,
    // Files share a process: loading the modules and the lexicon anew for each of three hundred took more than the tests.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});

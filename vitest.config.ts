/** The quick tests: everything but `*.slow.test.ts`. */
import { defineConfig } from 'vitest/config';

const exclude = ['**/*.slow.test.ts', '**/node_modules/**'];
/** Tests with real sockets: what one leaves in the process (connection pools, a default dispatcher) another must not meet. */
const withSockets = ['tests/adapters/**/*.test.ts', 'tests/support/**/*.test.ts'];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['tests/**/*.test.ts'],
          exclude: [...exclude, ...withSockets],
          // Loading the modules and the lexicon anew for each of two hundred files took more than the tests.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'sockets', include: withSockets, exclude, isolate: true } },
    ],
  },
});

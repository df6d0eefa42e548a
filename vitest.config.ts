/** The quick tests: everything but `*.slow.test.ts`. */
import { defineConfig } from 'vitest/config';
import { PACKAGE_CACHE } from './src/package-cache.ts';

const exclude = ['**/*.slow.test.ts', '**/node_modules/**'];
/** Tests with real sockets: what they leave in the process (connection pools, a default dispatcher) others must not meet. */
const adapters = ['tests/adapters/**/*.test.ts'];
/** The servers that stand in for the platforms, tried with the platforms' own clients: each as if it were alone. */
const standIns = ['tests/support/**/*.test.ts'];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // As the product's commands do: threads and processes that a test starts need not read our sources anew.
    env: { NODE_COMPILE_CACHE: PACKAGE_CACHE },
    setupFiles: ['tests/support/fixed-seed.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['tests/**/*.test.ts'],
          exclude: [...exclude, ...adapters, ...standIns],
          // Loading the modules and the lexicon anew for each of two hundred files took more than the tests.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'adapters', include: adapters, exclude, isolate: false } },
      { extends: true, test: { name: 'stand-ins', include: standIns, exclude, isolate: true } },
    ],
  },
});

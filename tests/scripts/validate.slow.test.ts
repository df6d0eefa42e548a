/** `npm run validate` catches what it promises to catch: violations are planted in a small tree of their own. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const repo = join(import.meta.dirname, '..', '..');

/** A tree with the real rules and the given files; each gets the opening sentence that the house rules want. */
function plant(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'casebook-validate-'));
  for (const name of [
    'package.json',
    'tsconfig.json',
    'biome.json',
    '.dependency-cruiser.cjs',
    'knip.json',
    '.gitignore',
  ])
    cpSync(join(repo, name), join(root, name));
  symlinkSync(join(repo, 'node_modules'), join(root, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), path.endsWith('.ts') ? `/** Planted. */\n${text}` : text);
  }
  return root;
}

function validate(root: string, only: string) {
  const script = join(repo, 'scripts', 'validate.ts');
  const { status, stdout } = spawnSync(process.execPath, [script, '--root', root, '--only', only], {
    encoding: 'utf8',
  });
  return { status, output: stdout };
}

const SOUND = {
  'src/core/a.ts': 'export const a = 1;\n',
  'src/corpus/b.ts': "import { a } from '../core/a.ts';\n\nexport const b = a;\n",
};

test('a sound tree passes', () => {
  expect(validate(plant(SOUND), 'imports,house,lint,types')).toMatchObject({ status: 0 });
});

describe('imports', () => {
  test.each([
    [
      'sideways',
      'src/corpus/x.ts',
      "import { y } from '../index/y.ts';\nexport const x = y;\n",
      /x\.ts: not-in-allowed: src\/index\/y\.ts/,
    ],
    [
      'upwards',
      'src/core/x.ts',
      "import { y } from '../index/y.ts';\nexport const x = y;\n",
      /x\.ts: not-in-allowed: src\/index\/y\.ts/,
    ],
    [
      'type',
      'src/bot/x.ts',
      "import type { Y } from '../index/y.ts';\nexport type X = Y;\n",
      /x\.ts: not-in-allowed: src\/index\/y\.ts/,
    ],
    [
      'dynamic',
      'src/bot/x.ts',
      "export const x = () => import('../index/y.ts');\n",
      /x\.ts: not-in-allowed: src\/index\/y\.ts/,
    ],
    [
      'sqlite',
      'src/corpus/x.ts',
      "import { DatabaseSync } from 'node:sqlite';\nexport const x = DatabaseSync;\n",
      /not-in-allowed: .*sqlite/,
    ],
    [
      'kysely',
      'src/cases/x.ts',
      "import { sql } from 'kysely';\nexport const x = sql;\n",
      /not-in-allowed: .*kysely/,
    ],
    [
      'hnswlib',
      'src/answer/x.ts',
      "import h from 'hnswlib-node';\nexport const x = h;\n",
      /not-in-allowed: .*hnswlib/,
    ],
    [
      'hono',
      'src/bot/x.ts',
      "import { Hono } from 'hono';\nexport const x = Hono;\n",
      /not-in-allowed: .*hono/,
    ],
    [
      'langchain',
      'src/bot/x.ts',
      "import { initChatModel } from 'langchain';\nexport const x = initChatModel;\n",
      /not-in-allowed: .*langchain/,
    ],
    [
      'another adapter',
      'src/adapters/web/x.ts',
      "import { z } from '../console/z.ts';\nexport const x = z;\n",
      /x\.ts: not-in-allowed: src\/adapters\/console/,
    ],
    [
      'test tool',
      'src/core/x.ts',
      "import { test } from 'vitest';\nexport const x = test;\n",
      /no-dev-package-in-src/,
    ],
    [
      'a new folder',
      'src/extra/x.ts',
      "import { a } from '../core/a.ts';\nexport const x = a;\n",
      /x\.ts: not-in-allowed/,
    ],
    ['nowhere', 'src/corpus/x.ts', "import { q } from './q.ts';\nexport const x = q;\n", /no-unresolvable/],
  ])('%s', (_, path, text, caught) => {
    const root = plant({
      ...SOUND,
      'src/index/y.ts': 'export const y = 1;\nexport type Y = 1;\n',
      'src/adapters/console/z.ts': 'export const z = 1;\n',
      [path]: text,
    });
    const { status, output } = validate(root, 'imports');
    expect(output).toMatch(caught);
    expect(status).toBe(1);
  });

  test('a cycle of type imports', () => {
    const root = plant({
      'src/core/a.ts': "import type { B } from './b.ts';\nexport interface A { b: B }\n",
      'src/core/b.ts': "import type { A } from './a.ts';\nexport interface B { a: A }\n",
    });
    const { status, output } = validate(root, 'imports');
    expect(output).toMatch(/no-cycle: src\/core/);
    expect(status).toBe(1);
  });

  test('files that the cruise does not see', () => {
    const root = plant(SOUND);
    const config = join(root, '.dependency-cruiser.cjs');
    writeFileSync(config, "module.exports = { options: { exclude: { path: 'b\\\\.ts$' } } };\n");
    const { status, output } = validate(root, 'imports');
    expect(output).toMatch(/src\/corpus\/b\.ts: not cruised/);
    expect(status).toBe(1);
  });
});

test.each([
  ['process.env', 'export const x = process.env.HOME;\n', 'lint', /noProcessEnv/],
  ['any', 'export const x: any = 1;\n', 'lint', /noExplicitAny/],
  ['format', 'export const x = 1\n', 'lint', /format/],
  ['type', 'export const x: string = 1;\n', 'types', /TS2322/],
  ['enum', 'export enum X { A }\n', 'types', /TS1294/],
  ['length', 'export const x = 1;\n'.repeat(251), 'house', /more than 250/],
  ['barrel', "export { a } from './a.ts';\n", 'house', /re-exports/],
  [
    'time limit that stays in memory',
    `/** X. */\nexport const x = AbortSignal.any([s, ${'AbortSignal'}.timeout(1)]);\n`,
    'house',
    /createDeadline/,
  ],
  ['silenced compiler', `// @ts-${'ignore'}\nexport const x = 1;\n`, 'house', /silences the compiler/],
  ['unused file', 'export const x = 1;\n', 'unused', /src\/core\/x\.ts/],
])('%s', (_, text, only, caught) => {
  const { status, output } = validate(plant({ ...SOUND, 'src/core/x.ts': text }), only);
  expect(output).toMatch(caught);
  expect(status).toBe(1);
});

test('an unknown check is bad usage', () => {
  expect(validate(repo, 'nonsense').status).toBe(2);
});

test('a package under a licence that nobody allowed', () => {
  const entry = { version: '1.0.0', license: 'GPL-3.0-only' };
  const lock = { packages: { '': { name: 'casebook' }, 'node_modules/planted': entry } };
  const { status, output } = validate(plant({ 'package-lock.json': JSON.stringify(lock) }), 'licences');
  expect(status).toBe(1);
  expect(output).toMatch(/planted@1\.0\.0 is under GPL-3\.0-only/);
});

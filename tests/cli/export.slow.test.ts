/** `npm run export` on the shipped corpus: sound JSON, files written whole, errors in a line. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { newFolder, run, SHIPPED_CORPUS } from '../support/run-process.ts';
import { brokenStixRules, type Json } from '../support/stix-rules.ts';

const folder = newFolder();
const env = { CORPUS_DIRS: SHIPPED_CORPUS, CASEBOOK_DATA_DIR: join(folder, 'data') };
const exported = (...args: string[]) => run('cli/export.ts', args, { env });
const CASES = readdirSync(SHIPPED_CORPUS)
  .filter((name) => /^\d.*\.md$/.test(name))
  .map((name) => name.replace('.md', ''))
  .sort();
const [first = '', second = ''] = CASES;
const json = (text: string): unknown => JSON.parse(text);

beforeAll(async () => {
  expect(await exported('--case', first)).toMatchObject({ code: 0, stderr: '' });
}, 60_000);

test('all cases in EuRepoC’s terms', async () => {
  const { code, stdout, stderr } = await exported();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect((json(stdout) as { incidents: { id: string }[] }).incidents.map(({ id }) => id)).toEqual(CASES);
});

test('a bundle as it is, several as a list, the same in every run', async () => {
  const { stdout } = await exported('--format', 'stix', '--case', first);
  expect(brokenStixRules(json(stdout) as Json)).toEqual([]);
  expect(await exported('--format', 'stix', '--case', first)).toMatchObject({ stdout });
  const both = json((await exported('--format', 'stix', '--case', second, '--case', first)).stdout) as Json[];
  expect(both).toHaveLength(2);
  expect(both[1]).toEqual(json(stdout));
});

test('into a file, or a folder with a file for each bundle', async () => {
  const bundles = join(folder, 'bundles');
  mkdirSync(bundles);
  expect(await exported('--format', 'stix', '--out', bundles)).toMatchObject({ code: 0, stdout: '' });
  expect(readdirSync(bundles).sort()).toEqual(CASES.map((id) => `${id}.json`));
  const file = join(folder, 'one.json');
  expect(await exported('--case', first, '--out', file)).toMatchObject({
    code: 0,
    stderr: `wrote ${file}\n`,
  });
  expect(json(readFileSync(file, 'utf8'))).toHaveProperty('incidents');
});

test('what cannot be done is told in a line', async () => {
  const unknown = await exported('--case', 'no-such-case');
  expect(unknown).toMatchObject({ code: 1, stdout: '' });
  expect(unknown.stderr).toBe('there is no case "no-such-case"; npm run case lists the cases\n');
  const nowhere = await exported('--case', first, '--out', join(folder, 'missing', 'one.json'));
  expect(nowhere).toMatchObject({ code: 1, stdout: '' });
  expect(nowhere.stderr).toMatch(/one\.json cannot be written: choose a folder that exists[^\n]*\n$/);
});

/** Every command: help in plain words, bad usage told in a line, exit code 2, stdout left alone. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newFolder, run } from '../support/run-process.ts';

const COMMANDS = [
  ...['ask', 'search', 'ingest', 'doctor', 'corpus-check', 'eval', 'export', 'feedback'],
  ...['news', 'corpus-review'],
];

test.each(COMMANDS)('%s --help', async (name) => {
  const { code, stdout, stderr } = await run(`cli/${name}.ts`, ['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/npm run /);
});

test.each(COMMANDS)('%s --nonsense', async (name) => {
  const { code, stdout, stderr } = await run(`cli/${name}.ts`, ['--nonsense']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^Unknown option '--nonsense'; --help explains the command\n$/);
});

describe('bad usage', () => {
  test.each([
    ['ask', [], /no question given/],
    ['ask', ['--lang', 'de', 'x'], /--lang is "de", allowed: fr, en, zh/],
    ['search', [], /give a query/],
    ['search', ['x', '--batch', 'y'], /give a query/],
    ['search', ['x', '--k', '0'], /--k is "0", allowed: a whole number from 1 to 200/],
    ['search', ['x', '--k', 'many'], /--k is "many"/],
    ['search', ['--batch', 'missing.jsonl'], /^missing\.jsonl cannot be read: there is no such file\n$/],
    ['ask', ['é'.repeat(2_001)], /the question has 2001 characters/],
    ['ask', ['--json', 'é'.repeat(2_001)], /the question has 2001 characters/],
    ['doctor', ['x'], /^Unexpected argument 'x'; --help/],
    ['feedback', ['--since', '2026-02-30'], /^--since is "2026-02-30", allowed: a day such as 2026-01-31\n$/],
    ['feedback', ['--since', 'yesterday'], /^--since is "yesterday"/],
    ['feedback', ['--up', '--down'], /^give --down or --up, or neither/],
    ['feedback', ['--limit', '0'], /--limit is "0", allowed: a whole number from 1 to 10000/],
    ['export', ['--format', 'csv'], /^--format is "csv", allowed: eurepoc, stix\n$/],
    ['export', ['--out', ''], /^--out names no file/],
    ['export', ['x'], /^Unexpected argument 'x'/],
    ['eval', ['x'], /^Unexpected argument 'x'; --help/],
    ['corpus-check', ['nowhere'], /^the corpus folder nowhere cannot be read/],
    ['ingest', [], /no file, folder or address given/],
    ['news', [], /^say poll, preview, digest/],
    ['news', ['list', '--dry-run'], /^--dry-run goes with poll/],
    ['news', ['preview'], /^preview takes one name; --help/],
    ['corpus-review', ['accept'], /^accept takes ids of sources, or --feed/],
    ['corpus-review', ['list', 'x'], /^list takes no ids/],
  ])('%s %j', async (name, args, said) => {
    const { code, stdout, stderr } = await run(`cli/${name}.ts`, args, { env: { CORPUS_DIRS: '' } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a wrong line of a batch is named', async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, 'queries.jsonl'), '{"id": "a", "text": "x"}\n{"id": "b"}\n');
    const { code, stderr } = await run('cli/search.ts', ['--batch', 'queries.jsonl'], {
      cwd,
      env: { CORPUS_DIRS: '' },
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^queries\.jsonl:2: not a query/);
  });
});

describe('bad settings', () => {
  const env = { PORT: 'x', CORPUS_DIR: 'y', OPENAI_API_KEY: 'sk-not shown' };

  test.each(['main.ts', 'cli/ask.ts', 'cli/search.ts', 'cli/ingest.ts'])(
    '%s tells all of them',
    async (entry) => {
      const cwd = newFolder();
      const { code, stdout, stderr } = await run(entry, entry === 'main.ts' ? [] : ['x'], { env, cwd });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.trim().split('\n')).toHaveLength(3);
      expect(stderr).toMatch(/^PORT is "x"/m);
      expect(stderr).not.toMatch(/not shown| at /);
      expect(readdirSync(cwd)).toEqual([]);
    },
  );

  test('doctor tells them beside everything else', async () => {
    const { code, stdout, stderr } = await run('cli/doctor.ts', ['--json'], { env });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const { ok, checks } = JSON.parse(stdout);
    expect(ok).toBe(false);
    const settings = checks.filter((check: { check: string }) => check.check === 'settings');
    expect(settings).toHaveLength(3);
    expect(checks.length).toBeGreaterThan(7);
    expect(stdout).not.toMatch(/not shown/);
  });

  test('a corpus folder that does not exist', async () => {
    const { code, stderr } = await run('cli/ask.ts', ['x'], { env: { CORPUS_DIRS: 'nowhere' } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^CORPUS_DIRS names .*nowhere, which is not a folder: .*\n$/);
  });

  test('nothing to serve', async () => {
    const { code, stderr } = await run('main.ts', [], { env: { WEB: 'off' } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^WEB is "off"/);
  });
});

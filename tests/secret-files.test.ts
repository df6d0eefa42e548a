/** Secrets in files of their own: read as if they stood in the setting, every mistake told, nothing shown. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inspectConfig, loadConfig } from '../src/config.ts';
import { SECRET_FILE_NAMES } from '../src/secret-files.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'casebook-secret-files-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const put = (name: string, content: string) => {
  writeFileSync(join(cwd, name), content);
  return join(cwd, name);
};

describe('a secret in a file', () => {
  test('counts as the setting does, without the line end, and is as secret', () => {
    const env = { DISCORD_TOKEN_FILE: put('discord', 'discord-secret\n') };
    const config = loadConfig(env, cwd);
    expect(config.discord?.token).toBe('discord-secret');
    expect(config.secrets).toEqual(['discord-secret']);
  });

  test('may be named in .env, relative to the working folder', () => {
    put('db', 'postgres://casebook:pass@db:5432/casebook');
    put('.env', 'DATABASE_URL_FILE=db\n');
    const { databaseUrl, secrets } = loadConfig({}, cwd);
    expect(databaseUrl).toBe('postgres://casebook:pass@db:5432/casebook');
    expect(secrets).toEqual(expect.arrayContaining([databaseUrl, 'pass']));
  });

  test('may be a link, as Kubernetes lays them', () => {
    mkdirSync(join(cwd, '..data'));
    put('..data/key', 'sk-1');
    symlinkSync('..data/key', join(cwd, 'key'));
    const env = { CHAT_MODEL: 'openai:m', OPENAI_API_KEY_FILE: 'key' };
    expect(loadConfig(env, cwd).chatModel?.apiKey).toBe('sk-1');
  });

  test('is there for every secret', () => {
    expect(SECRET_FILE_NAMES).toContain('SLACK_SIGNING_SECRET_FILE');
    for (const name of SECRET_FILE_NAMES)
      expect(inspectConfig({ [name]: join(cwd, 'nowhere') }, cwd).problems.join()).toContain(name);
  });
});

describe('where it stands twice', () => {
  test('in one place, that is a problem', () => {
    const env = { DISCORD_TOKEN: 'a', DISCORD_TOKEN_FILE: put('discord', 'b') };
    expect(inspectConfig(env, cwd).problems).toEqual([
      'DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set: remove one of them',
    ]);
  });

  test('the process wins over .env, whichever of both forms it takes', () => {
    put('discord', 'from-file');
    put('.env', 'DISCORD_TOKEN_FILE=nowhere\n');
    expect(loadConfig({ DISCORD_TOKEN: 'given' }, cwd).discord?.token).toBe('given');
    put('.env', 'DISCORD_TOKEN=given\n');
    expect(loadConfig({ DISCORD_TOKEN_FILE: 'discord' }, cwd).discord?.token).toBe('from-file');
  });

  test('an empty setting says nothing', () => {
    const env = { DISCORD_TOKEN: '', DISCORD_TOKEN_FILE: put('discord', 'from-file') };
    expect(loadConfig(env, cwd).discord?.token).toBe('from-file');
  });
});

describe('a file that cannot be used is told with its setting', () => {
  const problemsOf = (path: string) => inspectConfig({ DISCORD_TOKEN_FILE: path }, cwd).problems;

  test.each([
    ['is not there', () => join(cwd, 'nowhere'), /ENOENT/],
    ['is a folder', () => cwd, /it is no file/],
    ['is empty', () => put('empty', ' \n'), /it is empty/],
    ['is far too large', () => put('large', 'x'.repeat(70_000)), /has 70000 bytes/],
  ])('because it %s', (_, make, reason) => {
    const path = make();
    const problems = problemsOf(path);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^DISCORD_TOKEN_FILE is ".*", which cannot be used \(.*\); name a readable file/,
    );
    expect(problems[0]).toMatch(reason);
  });

  // Who is root may read everything.
  test.skipIf(process.getuid?.() === 0)('because it may not be read', () => {
    const path = put('closed', 'x');
    chmodSync(path, 0);
    expect(problemsOf(path)[0]).toMatch(/EACCES/);
  });

  test('and what is wrong with its content, without showing it', () => {
    const [problem] = problemsOf(put('two-words', 'very secret'));
    expect(problem).toBe('DISCORD_TOKEN has a value that is not allowed; allowed: one word without spaces');
  });

  test('and so is a name with a slip of the pen', () => {
    expect(inspectConfig({ DISCORD_TOKEN_FIEL: 'x' }, cwd).problems).toEqual([
      'DISCORD_TOKEN_FIEL is not a setting; did you mean DISCORD_TOKEN_FILE?',
    ]);
  });
});

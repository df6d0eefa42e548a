/** Who may reach the web chat is a choice that the settings make whole, or the server does not start. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectConfig } from '../src/config.ts';
import { exposureWarning } from '../src/web-config.ts';

const cwd = mkdtempSync(join(tmpdir(), 'casebook-web-config-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const TOKEN = 'sixteen-characters-or-more';
const problemsOf = (env: Record<string, string>) => inspectConfig(env, cwd).problems;

describe('without a token', () => {
  it.each([
    {},
    { HOST: '127.0.0.9' },
    { HOST: 'localhost' },
    { HOST: '::1' },
    { HOST: '0.0.0.0', WEB: 'off' },
  ])('this machine alone is served: %j', (env) => {
    expect(problemsOf(env)).toEqual([]);
  });

  it.each([
    [{ HOST: '0.0.0.0' }, 'HOST is "0.0.0.0"'],
    [{ HOST: '::' }, 'HOST is "::"'],
    [{ HOST: '192.0.2.1' }, 'HOST is "192.0.2.1"'],
    [{ HOST: '127.example.org' }, 'HOST is "127.example.org"'],
    [{ WEB_HOSTS: 'chat.example.org' }, 'WEB_HOSTS is "chat.example.org"'],
    [{ WEB_PROXIES: '1' }, 'WEB_PROXIES is 1'],
    [{ HOST: '0.0.0.0', WEB: 'on', DISCORD_TOKEN: 'x' }, 'HOST is "0.0.0.0"'],
  ])('%j is refused, with what to do', (env, why) => {
    expect(problemsOf(env as Record<string, string>)).toEqual([
      expect.stringMatching(/^WEB_TOKEN is empty, but .*set WEB_TOKEN \(openssl rand -hex 24/),
    ]);
    expect(problemsOf(env as Record<string, string>)[0]).toContain(why);
  });

  it('HOST may be any where Slack alone listens there', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'x', HOST: '0.0.0.0' };
    expect(problemsOf(slack)).toEqual([]);
  });
});

describe('with a token', () => {
  it('any address is served, and the token is a secret', () => {
    const { config, problems } = inspectConfig(
      { HOST: '0.0.0.0', WEB_TOKEN: TOKEN, WEB_HOSTS: 'Chat.Example.org, b.example', WEB_PROXIES: '2' },
      cwd,
    );
    expect(problems).toEqual([]);
    expect(config.webAccess).toEqual({
      token: TOKEN,
      hosts: ['chat.example.org', 'b.example'],
      proxies: 2,
    });
    expect(config.secrets).toEqual([TOKEN]);
  });

  it('a short one, or names that are none, are refused', () => {
    expect(problemsOf({ WEB_TOKEN: 'short' })).toEqual([
      'WEB_TOKEN has a value that is not allowed; allowed: at least 16 characters without spaces',
    ]);
    expect(problemsOf({ WEB_TOKEN: TOKEN, WEB_HOSTS: 'https://a.example' })).toHaveLength(1);
  });

  it('a way without TLS is warned of', () => {
    const warning = (env: Record<string, string>) =>
      exposureWarning(inspectConfig({ WEB_TOKEN: TOKEN, ...env }, cwd).config);
    expect(warning({ HOST: '0.0.0.0' })).toMatch(/unencrypted/);
    for (const env of [{ HOST: '0.0.0.0', WEB_PROXIES: '1' }, { HOST: '0.0.0.0', WEB: 'off' }, {}])
      expect(warning(env as Record<string, string>)).toBeNull();
  });
});

/** What the settings of platforms mean together: one workspace or many, and which shards. */
import { describe, expect, it } from 'vitest';
import { inspectConfig } from '../src/config.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const MANY = {
  SLACK_CLIENT_ID: '1234.5678',
  SLACK_CLIENT_SECRET: 'client-secret',
  SLACK_STATE_SECRET: 'state-secret',
  TOKEN_ENCRYPTION_KEY: KEY,
  SLACK_SIGNING_SECRET: 'signing-secret',
};
const inspect = (env: Readonly<Record<string, string>>) => inspectConfig(env, '/nowhere');

describe('Slack for many workspaces', () => {
  it('needs no bot token, and switches the web chat off as one does', () => {
    const { config, problems } = inspect(MANY);
    expect(problems).toEqual([]);
    expect(config.slack).toMatchObject({ botToken: null, mode: 'http', install: { clientId: '1234.5678' } });
    expect(config.web).toBe(false);
    expect(config.secrets).toEqual(expect.arrayContaining(['client-secret', 'state-secret', KEY]));
  });

  it('takes several keys, the first first', () => {
    const other = Buffer.alloc(32, 8).toString('base64');
    const { config } = inspect({ ...MANY, TOKEN_ENCRYPTION_KEY: `${other}, ${KEY}` });
    expect(config.slack?.install?.keys.map(([byte]) => byte)).toEqual([8, 7]);
  });

  it.each([
    ['SLACK_CLIENT_SECRET', { SLACK_CLIENT_SECRET: '' }],
    ['SLACK_CLIENT_SECRET and TOKEN_ENCRYPTION_KEY', { SLACK_CLIENT_SECRET: '', TOKEN_ENCRYPTION_KEY: '' }],
    ['SLACK_STATE_SECRET', { SLACK_STATE_SECRET: '' }],
    ['TOKEN_ENCRYPTION_KEY', { TOKEN_ENCRYPTION_KEY: '' }],
    ['SLACK_BOT_TOKEN and SLACK_CLIENT_ID', { SLACK_BOT_TOKEN: 'xoxb-1' }],
    ['SLACK_PORT', { SLACK_APP_TOKEN: 'xapp-1', WEB: 'on' }],
    ['TOKEN_ENCRYPTION_KEY', { TOKEN_ENCRYPTION_KEY: 'too short' }],
    ['TOKEN_ENCRYPTION_KEY', { TOKEN_ENCRYPTION_KEY: `${KEY},${KEY.slice(4)}` }],
  ])('says what is wrong with %s', (name, change) => {
    const { problems } = inspect({ ...MANY, ...change });
    expect(problems.join('\n')).toContain(name);
    expect(problems.join('\n')).not.toContain(KEY);
  });
});

describe('the shards of Discord', () => {
  it.each([
    ['auto', 'auto'],
    ['3', 3],
    ['0,1/4', { ids: [0, 1], count: 4 }],
    ['3/4', { ids: [3], count: 4 }],
  ])('%s', (written, shards) => {
    const { config, problems } = inspect({ DISCORD_TOKEN: 'a.b.c', DISCORD_SHARDS: written });
    expect(problems).toEqual([]);
    expect(config.discord?.shards).toEqual(shards);
  });

  it.each(['0', '4/4', '1,/2', '/2', '1-2/4', 'some'])('not %s', (written) => {
    expect(inspect({ DISCORD_TOKEN: 'a.b.c', DISCORD_SHARDS: written }).problems).toHaveLength(1);
  });
});

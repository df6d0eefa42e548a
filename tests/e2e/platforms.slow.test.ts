/** The server as it is started, over the shipped corpus, in the tests' Slack and Discord. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DiscordServer, startDiscordServer } from '../support/discord/discord-server.ts';
import { newFolder, type RunningProcess, run, SHIPPED_CORPUS, start } from '../support/run-process.ts';
import { APP_TOKEN, BOT_TOKEN, type SlackServer, startSlackServer } from '../support/slack/slack-server.ts';
import { ALICE, BOT, GENERAL } from '../support/slack/workspace.ts';

const QUESTION = 'Who attacked the Czech foreign ministry?';
const running: RunningProcess[] = [];
let slack: SlackServer;
let discord: DiscordServer;
let env: Record<string, string>;

beforeEach(async () => {
  [slack, discord] = await Promise.all([startSlackServer(), startDiscordServer()]);
  env = {
    CASEBOOK_DATA_DIR: join(newFolder(), 'data'),
    CORPUS_DIRS: SHIPPED_CORPUS,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: slack.url,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  };
});
afterEach(async () => {
  for (const { child, outcome } of running.splice(0)) {
    child.kill('SIGKILL');
    await outcome;
  }
  await Promise.all([slack.close(), discord.close()]);
});

async function serve(): Promise<RunningProcess> {
  const server = start('main.ts', [], { env });
  running.push(server);
  await server.waitFor(/Casebook answers in Slack and in Discord/);
  return server;
}
const ask = () => slack.say({ channel: GENERAL, user: ALICE, text: `<@${BOT}> ${QUESTION}` }).ts;
/** Complete replies in the thread: buttons stand below the end of each. */
const ends = (ts: string) =>
  slack
    .thread(GENERAL, ts)
    .filter((message) => message.user === BOT && JSON.stringify(message).includes('casebook_feedback'));

describe('npm start with both platforms', () => {
  test('answers in both, keeps the ratings, and ends when told', async () => {
    const server = await serve();
    const ts = ask();
    const [answer] = await slack.until(() => (ends(ts).length > 0 ? ends(ts) : undefined), 30_000);
    expect(JSON.stringify(answer)).toContain('APT31');

    const user = discord.addUser();
    const guild = discord.addGuild();
    discord.addMember(guild, user);
    const channel = discord.addChannel({ guild });
    const asked = discord.slash({ name: 'sides', options: { case: 'wuhan seismic' }, user, channel });
    const shown = await discord.until(() => (discord.response(asked)?.embeds ?? [])[0], 30_000);
    expect(JSON.stringify(shown)).toContain('Wuhan');

    server.child.kill('SIGTERM');
    expect(await server.outcome).toMatchObject({ code: 0 });
    const kept = await run('cli/feedback.ts', ['--json'], { env });
    expect(kept).toMatchObject({ code: 0, stdout: '[]\n' });
  }, 60_000);

  test('killed while it answers, answers once when it is started again', async () => {
    slack.faults.delay('chat.startStream', 60_000);
    const first = await serve();
    const ts = ask();
    await slack.until(() => slack.callsOf('chat.startStream').length > 0, 30_000);
    first.child.kill('SIGKILL');
    await first.outcome;
    slack.faults.clear();
    await serve();
    await slack.until(() => ends(ts).length > 0, 30_000);
    // Long enough for a second reply, were there one.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(ends(ts)).toHaveLength(1);
  }, 90_000);
});

describe('set-up', () => {
  test('a token that is refused ends the start with its setting', async () => {
    slack.faults.fail('auth.test', { error: 'invalid_auth', times: 100 });
    const { code, stderr } = await run('main.ts', [], { env });
    expect(code).toBe(1);
    expect(stderr).toContain('SLACK_BOT_TOKEN');
    slack.faults.clear();
    const { code: second, stderr: words } = await run('main.ts', [], {
      env: { ...env, DISCORD_TOKEN: 'wrong.token.here' },
    });
    expect(second).toBe(1);
    expect(words).toContain('DISCORD_TOKEN');
    expect(words).not.toContain('wrong.token.here');
  }, 60_000);

  test('doctor looks at both and says what is missing', async () => {
    slack.setScopes(['chat:write', 'commands']);
    const { code, stdout } = await run('cli/doctor.ts', ['--json'], { env });
    const { checks } = JSON.parse(stdout) as { checks: { check: string; status: string; message: string }[] };
    expect(code).toBe(1);
    expect(checks).toContainEqual(
      expect.objectContaining({
        check: 'slack',
        status: 'fail',
        message: expect.stringContaining('app_mentions:read'),
      }),
    );
    expect(checks.filter(({ check }) => check === 'discord')).not.toHaveLength(0);
  }, 60_000);
});

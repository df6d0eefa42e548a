/** Starting, staying connected, and stopping. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSlackAdapter } from '../../../src/adapters/slack/slack-adapter.ts';
import { OperatorError } from '../../../src/core/errors.ts';
import { testBot } from '../../support/bot-kit.ts';
import { ANSWERED, scriptedAsk } from '../../support/sample-answers.ts';
import { startCasebook } from '../../support/slack/casebook-kit.ts';
import { inSlack } from '../../support/slack/in-slack.ts';
import { type SlackServer, startSlackServer } from '../../support/slack/slack-server.ts';
import { ADA, ALICE, ALICE_DM, GENERAL } from '../../support/slack/workspace.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';
const FIRST = ANSWERED.sentences[0]?.text ?? '';

async function slackServer(): Promise<SlackServer> {
  const server = await startSlackServer();
  onTestFinished(() => server.close());
  return server;
}

/** The error with which a start ends. */
async function startFailure(
  server: SlackServer,
  options: Parameters<typeof startCasebook>[2],
): Promise<OperatorError> {
  const error = await startCasebook(server, testBot(), options).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(OperatorError);
  return error as OperatorError;
}

describe('a start', () => {
  it.each([
    ['a wrong bot token', { botToken: 'xoxb-wrong' }, 'SLACK_BOT_TOKEN'],
    ['a wrong app token', { appToken: 'xapp-wrong' }, 'SLACK_APP_TOKEN'],
    ['an address where nothing is', { apiUrl: 'http://127.0.0.1:9/api' }, 'SLACK_API_URL'],
  ])('with %s says what to put right', async (_what, options, setting) => {
    const { message } = await startFailure(await slackServer(), options);
    expect(message).toContain(setting);
    expect(message).not.toContain('wrong');
    expect(message).not.toContain('\n');
  });

  it.each(['invalid_auth', 'token_revoked', 'account_inactive', 'not_authed'])(
    'with a token that Slack refuses (%s) names the setting',
    async (error) => {
      const server = await slackServer();
      server.faults.fail('auth.test', { error });
      expect((await startFailure(server, {})).message).toContain(`SLACK_BOT_TOKEN (${error})`);
    },
  );

  it('with a port in use names it', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const { message } = await startFailure(await slackServer(), {
      mode: 'http',
      http: { host: '127.0.0.1', port },
    });
    expect(message).toContain(String(port));
    expect(message).toContain('SLACK_PORT');
  });

  it('takes an address without its last slash', async () => {
    const server = await slackServer();
    const casebook = await startCasebook(server, testBot(), { apiUrl: server.url.replace(/\/$/, '') });
    await casebook.stop();
    expect(server.callsOf('auth.test')).toHaveLength(1);
  });
});

describe('a connection', () => {
  it('that Slack renews, or that breaks, loses no question', async () => {
    const slack = await inSlack();
    const { server, mention, answerTo } = slack;
    const breaks = [
      () => server.sockets.disconnect('warning'),
      () => server.sockets.disconnect('refresh_requested'),
      () => server.sockets.kill(),
    ];
    for (const cut of breaks) {
      cut();
      expect(await answerTo(mention(QUESTION))).toContain(FIRST);
      await server.until(() => server.sockets.connections() === 1);
    }
    const logged = slack.casebook.lines.map(({ message }) => message);
    expect(logged).toContain('the connection to Slack was closed; opening another');
  });

  it('that cannot be opened again at once is tried until it can', async () => {
    const slack = await inSlack();
    const { server, mention, answerTo } = slack;
    server.faults.fail('apps.connections.open', { status: 503, times: 2 });
    server.faults.dropBefore('apps.connections.open');
    const stands = () => slack.casebook.adapter.connected?.();
    expect(stands()).toBe(true);
    server.sockets.kill();
    await server.until(() => stands() === false);
    const question = mention(QUESTION);
    expect(await answerTo(question)).toContain(FIRST);
    expect(stands()).toBe(true);
  });

  it('is closed when the adapter stops, after the reply under way', async () => {
    const slack = await inSlack({ bot: { ask: scriptedAsk(() => ANSWERED, 60) } });
    const { server, mention, answerTo, casebook } = slack;
    const question = mention(QUESTION);
    await server.until(() => slack.count(GENERAL, question.ts) > 0);
    await casebook.stop();
    expect(server.sockets.connections()).toBe(0);
    expect(await answerTo(question)).toContain(ANSWERED.sentences.at(-1)?.text);
  });
});

describe('HTTP mode', () => {
  it('answers Slack’s challenge and refuses requests that are not signed, or old', async () => {
    const { server, casebook, mention, answerTo } = await inSlack({ casebook: { mode: 'http' } });
    const url = `http://127.0.0.1:${casebook.adapter.port}/slack/events`;
    // It is read whole before its signature can be checked: no stranger fills the memory with it.
    // On a connection of its own: the server closes it, and the next request must not be sent into that.
    const alone = { method: 'POST', headers: { connection: 'close' } };
    const large = await fetch(url, { ...alone, body: 'x'.repeat(1_100_000) }).catch(() => null);
    expect(large?.status ?? 413).toBe(413);
    const signingSecret = 'signing-secret-of-the-tests';
    expect(await server.verifyUrl({ url, signingSecret })).toEqual({
      status: 200,
      challenge: 'challenge-3f1',
    });
    expect((await server.verifyUrl({ url, signingSecret: 'another' })).status).toBe(401);
    const old = () => Date.now() - 10 * 60_000;
    expect((await server.verifyUrl({ url, signingSecret, now: old })).status).toBe(401);
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(401);
    expect(await answerTo(mention(QUESTION))).toContain(FIRST);
  });

  it('needs its secret', async () => {
    const { message } = await startFailure(await slackServer(), { mode: 'http', signingSecret: null });
    expect(message).toContain('SLACK_SIGNING_SECRET');
  });
});

describe('acknowledgements', () => {
  it('come when the message is remembered, and in time when that takes long', async () => {
    const { server, mention, settled, casebook, store } = await inSlack();
    mention(QUESTION);
    await settled();
    // Remembered, and settled after its reply.
    expect(await store.inbox.unsettled('slack')).toEqual([]);
    expect(server.acks.length).toBeGreaterThan(1);
    expect(casebook.lines.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('do not wait for ever', async () => {
    const server = await slackServer();
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const adapter = createSlackAdapter({
      botToken: 'xoxb-of-the-tests',
      appToken: 'xapp-of-the-tests',
      signingSecret: null,
      mode: 'socket',
      apiUrl: server.url,
      http: { host: '127.0.0.1', port: 0 },
      commandPrefix: '',
      log,
      newId: () => 'ref',
    });
    const desk = testBot().deskFor(adapter);
    const slow = Promise.withResolvers<void>();
    await adapter.start({ ...desk, take: (message) => slow.promise.then(() => desk.take(message)) });
    server.say({ channel: ALICE_DM, user: ALICE, text: QUESTION });
    await server.until(() => server.acks.some(({ name }) => name === 'message'));
    slow.resolve();
    await adapter.stop();
  });
});

describe('administrators', () => {
  it('are those of the workspace; nobody is where Slack does not tell', async () => {
    const { casebook, server } = await inSlack({ casebook: { sleep: async () => undefined } });
    const by = (userId: string) =>
      casebook.adapter.isAdmin?.({
        id: 'x',
        platform: 'slack',
        workspaceId: 'T0TEAM0001',
        channelId: GENERAL,
        threadId: 'x',
        userId,
        text: '',
        command: null,
      });
    expect(await by(ADA)).toBe(true);
    expect(await by(ALICE)).toBe(false);
    server.faults.fail('users.info', { status: 500, times: 99 });
    expect(await by('U0UNKNOWN')).toBe(false);
  });
});

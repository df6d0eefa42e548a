import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { joinByHttp } from './slack-kit.ts';
import { SIGNING_SECRET } from './slack-server.ts';
import { ALICE, ALICE_DM, GENERAL } from './workspace.ts';

describe('deliveries over HTTP', () => {
  let joined: Awaited<ReturnType<typeof joinByHttp>>;
  const heard: unknown[] = [];
  beforeEach(async () => {
    heard.length = 0;
    joined = await joinByHttp(
      (app) => {
        app.use(async ({ context, next }) => {
          if (context.retryNum !== undefined) heard.push([context.retryNum, context.retryReason]);
          await next();
        });
        app.message(async ({ message, say }) => {
          heard.push('message');
          await say({ text: 'answered', thread_ts: message.ts });
        });
        app.command('/ask', async ({ ack, command, respond }) => {
          await ack(`asked: ${command.text}`);
          await respond({ text: 'the answer', response_type: 'in_channel' });
        });
      },
      { ackTimeoutMs: 500, retryDelaysMs: [1] },
    );
  });
  afterEach(() => joined.close());

  test('the app proves its address', async () => {
    const { server, address } = joined;
    const target = { url: address, signingSecret: SIGNING_SECRET };
    expect(await server.verifyUrl(target)).toEqual({ status: 200, challenge: 'challenge-3f1' });
    expect(await server.verifyUrl({ ...target, signingSecret: 'another' })).toMatchObject({ status: 401 });
  });

  test('a signed event is answered, and its acknowledgement timed', async () => {
    const { server } = joined;
    const asked = server.say({ channel: ALICE_DM, user: ALICE, text: 'who?' });
    await server.until(() => server.thread(ALICE_DM, asked.ts).length === 2);
    await server.until(() => server.delivery.pending() === 0);
    expect(server.acks.map((ack) => [ack.kind, ack.attempt])).toEqual([
      ['events_api', 0],
      ['events_api', 0],
    ]);
  });

  test('Bolt refuses a wrong signature and an old request; such an event comes again', async () => {
    const { server, address, logger } = joined;
    const target = { mode: 'http', url: address, signingSecret: SIGNING_SECRET } as const;
    server.deliverTo({ ...target, signingSecret: 'another' });
    expect((await server.send({ type: 'app_mention', channel: GENERAL })).acked).toBe(false);
    server.deliverTo({ ...target, now: () => Date.now() - 6 * 60_000 });
    expect((await server.send({ type: 'app_mention', channel: GENERAL })).acked).toBe(false);
    expect(heard).toEqual([]);
    expect(logger.lines.filter((line) => /signature|timestamp/i.test(line)).length).toBeGreaterThan(0);
  });

  test('an event that failed once comes with its retry headers', async () => {
    const { server, address } = joined;
    const target = { mode: 'http', signingSecret: SIGNING_SECRET } as const;
    server.deliverTo({ ...target, url: new URL('/nowhere', address).href });
    const sending = server.send({ type: 'app_mention', channel: GENERAL, user: ALICE });
    server.deliverTo({ ...target, url: address });
    expect((await sending).acked).toBe(true);
    expect(heard).toEqual([[1, 'http_error']]);
  });

  test('a command is answered in its acknowledgement and later at its address', async () => {
    const { server } = joined;
    const outcome = await server.command({ command: '/ask', text: 'who?', user: ALICE, channel: GENERAL });
    expect(outcome).toMatchObject({ acked: true, body: 'asked: who?' });
    await server.until(() => outcome.responses.length === 1);
    expect(server.ephemerals(ALICE)).toMatchObject([{ text: 'asked: who?', channel: GENERAL }]);
    expect(server.messages(GENERAL).map((message) => message.text)).toEqual(['the answer']);
  });
});

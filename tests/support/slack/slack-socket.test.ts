import { SocketModeReceiver } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import { type Joined, joinBySocket, quietLogger } from './slack-kit.ts';
import { APP_TOKEN, type SlackServer, startSlackServer } from './slack-server.ts';
import { ALICE, ALICE_DM, BOT, ELSEWHERE, GENERAL } from './workspace.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function join(...given: Parameters<typeof joinBySocket>): Promise<Joined> {
  const joined = await joinBySocket(...given);
  closers.push(joined.close);
  return joined;
}

/** A bare client of Socket Mode, which acknowledges nothing by itself. */
async function bareClient(server: SlackServer) {
  const receiver = new SocketModeReceiver({
    appToken: APP_TOKEN,
    logger: quietLogger(),
    clientPingTimeout: 400,
    installerOptions: { clientOptions: { slackApiUrl: server.url } },
  });
  await receiver.start();
  closers.unshift(() => receiver.stop());
  return receiver.client;
}

describe('Socket Mode', () => {
  test('a mention reaches the app twice, and its answer lands in the thread', async () => {
    const heard: string[] = [];
    const { server } = await join((app) => {
      app.event('app_mention', async ({ event, say }) => {
        heard.push('mention');
        await say({ text: `heard: ${event.text}`, thread_ts: event.ts });
      });
      app.message(async ({ message }) => {
        heard.push(`message ${message.channel_type}`);
      });
    });
    const root = server.say({ channel: GENERAL, user: ALICE, text: `<@${BOT}> who?` });
    await server.until(() => server.thread(GENERAL, root.ts).length === 2);
    await server.until(() => server.delivery.pending() === 0);
    expect(server.thread(GENERAL, root.ts)[1]).toMatchObject({
      text: `heard: <@${BOT}> who?`,
      user: BOT,
      thread_ts: root.ts,
    });
    // The app's own message comes back too; Bolt drops it.
    expect(heard.sort()).toEqual(['mention', 'message channel']);
    expect(server.acks.map((ack) => ack.name).sort()).toEqual(['app_mention', 'message', 'message']);
    for (const ack of server.acks) expect(ack.ms).toBeGreaterThan(0);
    expect(server.sockets.stray).toEqual([]);
  });

  test('the app hears neither what it has not subscribed to nor where its bot is not', async () => {
    const { server } = await join(() => {}, { subscriptions: ['message.im'] });
    server.say({ channel: GENERAL, user: ALICE, text: `<@${BOT}> who?` });
    server.say({ channel: ALICE_DM, user: ALICE, text: 'who?' });
    await server.until(() => server.acks.length === 1 && server.delivery.pending() === 0);
    server.say({ channel: ELSEWHERE, user: ALICE, text: `<@${BOT}> who?` });
    expect(server.delivery.pending()).toBe(0);
  });

  test('an event that nobody acknowledges comes again with the same id and the number of the retry', async () => {
    const server = await startSlackServer({ ackTimeoutMs: 30, retryDelaysMs: [1, 1] });
    closers.push(server.close);
    const client = await bareClient(server);
    const seen: unknown[] = [];
    client.on('slack_event', async ({ ack, body, retry_num, retry_reason }) => {
      seen.push([body.event_id, retry_num, retry_reason]);
      if (retry_num === 2) await ack();
    });
    const delivered = await server.send({ type: 'app_mention', channel: GENERAL, user: ALICE }, 'Ev1');
    expect(delivered.acked).toBe(true);
    expect(seen).toEqual([
      ['Ev1', 0, ''],
      ['Ev1', 1, 'timeout'],
      ['Ev1', 2, 'timeout'],
    ]);
    expect(server.acks).toMatchObject([{ name: 'app_mention', attempt: 2 }]);
  });

  test('a command that nobody acknowledges is not sent again', async () => {
    const server = await startSlackServer({ ackTimeoutMs: 30, retryDelaysMs: [1] });
    closers.push(server.close);
    const client = await bareClient(server);
    let seen = 0;
    client.on('slack_event', () => {
      seen++;
    });
    const outcome = await server.command({ command: '/ask', user: ALICE, channel: GENERAL });
    expect([outcome.acked, seen]).toEqual([false, 1]);
  });

  test('after `refresh_requested` or a cut the app comes back, and what it missed reaches it', async () => {
    const heard: string[] = [];
    const { server } = await join((app) => {
      app.message(async ({ message }) => {
        heard.push(String('text' in message && message.text));
      });
    });
    for (const leave of [
      () => server.sockets.disconnect('refresh_requested'),
      () => server.sockets.kill(),
      () => server.sockets.disconnect('warning'),
    ]) {
      leave();
      await server.until(() => server.sockets.connections() === 0);
      server.say({ channel: ALICE_DM, user: ALICE, text: `missed ${heard.length}` });
      await server.until(() => server.sockets.connections() === 1);
      await server.until(() => server.delivery.pending() === 0);
    }
    expect(heard).toEqual(['missed 0', 'missed 1', 'missed 2']);
    expect(server.callsOf('apps.connections.open')).toHaveLength(4);
  });

  test('several sockets share the events, and with copies each event comes over two', async () => {
    const heard: string[][] = [];
    const { server } = await join(
      (app) => {
        const mine: string[] = [];
        heard.push(mine);
        app.message(async ({ message }) => {
          mine.push(message.ts);
        });
      },
      { sockets: 2 },
    );
    expect(server.sockets.connections()).toBe(2);
    const say = () => server.say({ channel: ALICE_DM, user: ALICE, text: 'hello' });
    for (let count = 0; count < 4; count++) say();
    await server.until(() => server.acks.length === 4);
    expect(heard.map((mine) => mine.length)).toEqual([2, 2]);
    server.delivery.copies(2);
    const twice = say();
    await server.until(() => server.acks.length === 6);
    expect(heard.map((mine) => mine.filter((ts) => ts === twice.ts).length)).toEqual([1, 1]);
  });

  test('events can be held, and released in another order', async () => {
    const heard: string[] = [];
    const { server } = await join((app) => {
      app.message(async ({ message }) => {
        heard.push(String('text' in message && message.text));
      });
    });
    server.delivery.hold();
    for (const text of ['one', 'two', 'three']) server.say({ channel: ALICE_DM, user: ALICE, text });
    server.delivery.release((held) => [...held].reverse());
    await server.until(() => heard.length === 3);
    expect(heard).toEqual(['three', 'two', 'one']);
  });

  test('a socket needs a ticket, and a ticket serves once', async () => {
    const server = await startSlackServer();
    closers.push(server.close);
    const opened = await fetch(`${server.url}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${APP_TOKEN}` },
    });
    const { url } = (await opened.json()) as { url: string };
    const attempt = (): Promise<string> =>
      new Promise((resolve) => {
        const socket = new WebSocket(url);
        socket.addEventListener('message', ({ data }) => resolve(JSON.parse(String(data)).type));
        socket.addEventListener('error', () => resolve('refused'));
      });
    expect([await attempt(), await attempt()]).toEqual(['hello', 'refused']);
  });
});

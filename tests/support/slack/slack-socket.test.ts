import { afterEach, describe, expect, test } from 'vitest';
import { type Joined, joinBySocket } from './slack-kit.ts';
import { ALICE, BOT, GENERAL } from './workspace.ts';

let joined: Joined | undefined;
afterEach(async () => {
  await joined?.close();
  joined = undefined;
});

describe('Socket Mode', () => {
  test('a mention reaches a real Bolt app twice, and its answer lands in the thread', async () => {
    const heard: string[] = [];
    joined = await joinBySocket((app) => {
      app.event('app_mention', async ({ event, say }) => {
        heard.push('mention');
        await say({ text: `heard: ${event.text}`, thread_ts: event.ts });
      });
      app.message(async ({ message }) => {
        heard.push(`message ${message.channel_type}`);
      });
    });
    const { server } = joined;
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
});

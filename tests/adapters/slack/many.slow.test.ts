/** Many questions at once: each is acknowledged soon, and answered once. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { createState } from '../../../src/state/state.ts';
import { testBot } from '../../support/bot-kit.ts';
import { partOf, startCasebook } from '../../support/slack/casebook-kit.ts';
import type { Envelope } from '../../support/slack/delivery.ts';
import { inSlack } from '../../support/slack/in-slack.ts';
import { type SlackServer, startSlackServer } from '../../support/slack/slack-server.ts';
import { ALICE, addConversation, BOB, BOT, GENERAL } from '../../support/slack/workspace.ts';

const QUESTION = `<@${BOT}> Qui a attaqué le ministère de Valdoria ?`;
const WIDE = { concurrency: 16, longestWait: 150_000 };

/** How many complete replies each question has. */
function replies(server: SlackServer, questions: readonly { channel: string; ts: string }[]): number[] {
  return questions.map(
    ({ channel, ts }) =>
      server
        .thread(channel, ts)
        .filter((message) => message.user === BOT && partOf(message)?.of !== undefined).length,
  );
}

/** The same list in an order that is always the same, but none that anybody meant. */
function shuffled<T>(list: readonly T[]): T[] {
  const order = [...list];
  let seed = 7;
  for (let i = order.length - 1; i > 0; i--) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const j = seed % (i + 1);
    [order[i], order[j]] = [order[j] as T, order[i] as T];
  }
  return order;
}

describe('many questions', () => {
  it('1,000, delivered twice and out of order over the sockets of two processes, get 1,000 answers', async () => {
    const server = await startSlackServer({ ackTimeoutMs: 60_000 });
    const store = createState({ path: ':memory:', now: Date.now });
    const bots = [testBot({ store, limits: WIDE }), testBot({ store, limits: WIDE })];
    const casebooks = await Promise.all(bots.map((bot) => startCasebook(server, bot)));
    onTestFinished(async () => {
      await Promise.all(casebooks.map((casebook) => casebook.stop()));
      await store.close();
      await server.close();
    });
    const { workspace } = server.state;
    const channels = Array.from({ length: 20 }, (_, i) =>
      addConversation(workspace, { name: `many-${i}`, kind: 'public', members: [ALICE, BOB, BOT] }),
    );
    server.delivery.hold();
    const questions = Array.from({ length: 1_000 }, (_, i) =>
      server.say({ channel: channels[i % channels.length]?.id ?? GENERAL, user: ALICE, text: QUESTION }),
    );
    let delivered = 0;
    server.delivery.release((held) => {
      const twice = shuffled<Envelope>([...held, ...held]);
      delivered = twice.length;
      return twice;
    });
    expect(delivered).toBe(4_000);
    await server.until(() => replies(server, questions).every((count) => count > 0), 150_000);
    await server.until(() => server.delivery.pending() === 0, 20_000);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(replies(server, questions).reduce((sum, count) => sum + count, 0)).toBe(1_000);
    const posts = channels.flatMap(({ id }) => server.messages(id).filter(({ user }) => user === BOT));
    expect(posts).toHaveLength(1_000);
    expect(await store.inbox.unsettled('slack')).toEqual([]);
  });

  it('200 at once are acknowledged soon', async () => {
    const { server } = await inSlack({ bot: { limits: WIDE } });
    const ask = (count: number) =>
      Array.from({ length: count }, () => server.say({ channel: GENERAL, user: ALICE, text: QUESTION }));
    // A process that has answered before; the first questions of all take longer.
    const before = ask(50);
    await server.until(() => replies(server, before).every((count) => count === 1), 60_000);
    const acknowledged = server.acks.length;
    const questions = ask(200);
    await server.until(() => replies(server, questions).every((count) => count === 1), 60_000);
    const heard = server.acks.slice(acknowledged, acknowledged + 400).map(({ ms }) => ms);
    heard.sort((a, b) => a - b);
    const p99 = heard[Math.ceil(heard.length * 0.99) - 1] ?? 0;
    const median = heard[Math.floor(heard.length / 2)] ?? 0;
    process.stdout.write(
      `acknowledgements of ${heard.length} events: median ${median.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms\n`,
    );
    expect(heard).toHaveLength(400);
  });
});

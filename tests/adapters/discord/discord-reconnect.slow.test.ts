/** A connection that breaks five hundred times while questions are asked: each of them is answered once. */
import { expect, test } from 'vitest';
import { place, started } from '../../support/discord/keeping-bot.ts';

const SHARDS = 10;
const ROUNDS = 50;

test('500 forced disconnects while answering', async () => {
  const world = await started({ shards: SHARDS, maxConcurrency: SHARDS }, { pause: 40 });
  const { server, channel, guild, ana, store, questions, written } = world;
  await store.settings.write(place(guild.id, channel.id), 'channel', { threads: false });
  await server.until(() => server.gateway.connections() === SHARDS);
  const asked: string[] = [];
  const ask = (text: string) => {
    asked.push(text);
    return text;
  };
  let disconnects = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await server.until(() => server.gateway.connections() === SHARDS, 10_000);
    server.say({ channel, user: ana, content: ask(`Avant la coupure ${round} ?`), mentionsBot: true });
    disconnects += server.gateway.connections();
    if (round % 5 === 4) server.gateway.reconnect();
    else server.gateway.cut();
    server.say({ channel, user: ana, content: ask(`Pendant la coupure ${round} ?`), mentionsBot: true });
    const options = { question: ask(`Par commande ${round} ?`) };
    await server.until(() => server.gateway.connections() === SHARDS, 10_000);
    server.slash({ name: 'ask', channel, user: ana, options });
  }
  await server.until(() => world.taken.length >= asked.length, 30_000);
  await world.settled(asked.length);
  console.log(`${disconnects} disconnects, ${asked.length} questions, ${questions.length} answers`);
  expect(disconnects).toBe(SHARDS * ROUNDS);
  expect([...questions].sort()).toEqual([...asked].sort());
  const answers = written(channel);
  expect(answers).toHaveLength(asked.length);
  const replies = answers.flatMap(({ replyTo, interactionId }) => replyTo?.messageId ?? interactionId ?? []);
  expect(new Set(replies).size).toBe(asked.length);
});

test('what was said during a session that could not be resumed is answered afterwards', async () => {
  const world = await started();
  const { server, channel, ana } = world;
  server.say({ user: ana, content: 'Bonjour, qui ?' });
  await world.settled();
  server.gateway.failNextResume();
  server.gateway.cut();
  const question = server.say({ channel, user: ana, content: 'Et ici ?', mentionsBot: true });
  server.say({ user: ana, content: 'Et Norland, alors ?' });
  await server.until(() => world.questions.length === 3, 15_000);
  await world.settled(3);
  expect(world.written(question)).toHaveLength(1);
});

/** Replies that outlive something: the token of their interaction, five follow-ups, or the process. */
import { expect, test } from 'vitest';
import type { AskQuestion } from '../../../src/core/ask.ts';
import { discordWorld } from '../../support/discord/discord-kit.ts';
import { keepingBot, place, started } from '../../support/discord/keeping-bot.ts';
import { ANSWERED, eventsOf, longAnswer } from '../../support/sample-answers.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';
const FIRST = 'Selon le ministère de Valdoria';
const LAST = 'L’intrusion aurait commencé en 2022.';
const MINUTE = 60_000;

/** An answer that stops after two sentences until it is let go on. */
function halting(): { ask: AskQuestion; goOn: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    goOn: resolve,
    async *ask({ signal }) {
      const events = eventsOf(ANSWERED);
      yield* events.slice(0, 3);
      await promise;
      signal?.throwIfAborted();
      yield* events.slice(3);
    },
  };
}

/** A world whose clock can be set forward. */
async function clocked(ask: AskQuestion) {
  let ahead = 0;
  const world = await started({ now: () => Date.now() + ahead }, { deps: { ask } });
  const pass = (ms: number) => {
    ahead += ms;
  };
  return { ...world, pass };
}

test('an answer that outlives its token goes on in the channel', async () => {
  const { ask, goOn } = halting();
  const world = await clocked(ask);
  const { server, channel, ana } = world;
  const interaction = server.slash({ name: 'ask', channel, user: ana, options: { question: QUESTION } });
  await server.until(() => server.response(interaction)?.content.includes(FIRST));
  world.pass(14.5 * MINUTE);
  goOn();
  await world.settled();
  const [pointer, answer] = world.written(channel);
  expect(pointer?.content).toContain('autre message');
  expect(answer?.content).toContain(FIRST);
  expect(answer?.content).toContain(LAST);
  expect(answer?.embeds).toHaveLength(3);
});

test('a token that ran out unnoticed is noticed by Discord’s refusal', async () => {
  const { ask, goOn } = halting();
  const world = await clocked(ask);
  const { server, channel, ana } = world;
  const interaction = server.slash({ name: 'ask', channel, user: ana, options: { question: QUESTION } });
  await server.until(() => server.response(interaction)?.content.includes(FIRST));
  server.fail('PATCH /webhooks/:app/:token/messages/:id', { status: 401, code: 50027, times: 9 });
  goOn();
  await world.settled();
  expect(world.written(channel).at(-1)?.content).toContain(LAST);
});

test('where the bot may not write, the answer ends in time, and says so', async () => {
  const { ask, goOn } = halting();
  const world = await clocked(ask);
  const { server, ana, channel } = world;
  const options = { question: QUESTION, private: true };
  const interaction = server.slash({ name: 'ask', channel, user: ana, options });
  await server.until(() => server.response(interaction)?.content.includes(FIRST));
  world.pass(14.1 * MINUTE);
  await world.settled();
  const texts = server.responses(interaction).map(({ content }) => content);
  expect(texts[0]).toContain(FIRST);
  expect(texts[1]).toContain('quinze minutes');
  expect(world.written(channel)).toEqual([]);
  goOn();
});

test('where only the person installed the app, six messages hold the answer, the last one with a file', async () => {
  const world = await discordWorld();
  const { server, ana } = world;
  const elsewhere = server.addGuild({ name: 'Elsewhere', withBot: false });
  server.addMember(elsewhere, ana);
  const channel = server.addChannel({ guild: elsewhere, name: 'there' });
  const { bot } = keepingBot({ answer: longAnswer() });
  const { settled } = await world.adapter(bot);
  const interaction = server.slash({ name: 'ask', channel, user: ana, options: { question: QUESTION } });
  await settled();
  const messages = server.responses(interaction);
  expect(messages).toHaveLength(6);
  expect(interaction.followUps).toBe(5);
  expect(messages.at(-1)).toMatchObject({ attachments: [{ filename: 'suite.md' }] });
  expect(messages.at(-1)?.components).toHaveLength(2);
  const file = server.calls.flatMap(({ files }) => files).map(({ bytes }) => Buffer.from(bytes).toString());
  expect(file.join()).toContain('Extrait 200'.replace('Extrait', 'Phrase'));
  // Its excerpts, too: their acknowledgement and five more.
  const pressed = server.press(messages.at(-1) ?? '', `excerpts:${longAnswer().id}`, ana);
  await server.until(() => server.responses(pressed).at(-1)?.attachments.length === 1);
  expect(server.responses(pressed).length).toBeLessThanOrEqual(6);
  expect(server.responses(pressed).at(-1)?.attachments).toHaveLength(1);
});

test('what a killed process had begun, the next one finishes, without doubling anything', async () => {
  const world = await discordWorld();
  const { server, channel, guild, ana } = world;
  const { ask, goOn } = halting();
  const first = keepingBot({ deps: { ask } });
  const killed = await world.adapter(first.bot);
  const { store } = first;
  // In a thread of its own, as a reply in a channel, as the answer to a command.
  const threaded = server.say({ channel, user: ana, content: QUESTION, mentionsBot: true });
  const plain = server.addChannel({ guild, name: 'plain' });
  await store.settings.write(place(guild.id, plain.id), 'channel', { threads: false });
  const question = server.say({ channel: plain, user: ana, content: QUESTION, mentionsBot: true });
  const interaction = server.slash({ name: 'ask', channel, user: ana, options: { question: QUESTION } });
  const begun = () => [world.written(threaded)[0], world.written(plain)[0], server.response(interaction)];
  await server.until(() => begun().every((message) => message?.content.includes(FIRST)));
  // Killed: nothing more comes from the first process, and nothing is settled.
  for (const { message } of killed.taken) expect(message.origin).toBeDefined();
  server.gateway.cut();

  const second = keepingBot({ store });
  const next = await world.adapter(second.bot);
  await second.bot.resume(next.adapter);
  for (const message of begun()) expect(message?.content).toContain(LAST);
  expect(world.written(threaded)).toHaveLength(1);
  expect(world.written(plain)).toMatchObject([{ replyTo: { messageId: question.id } }]);
  expect(server.responses(interaction)).toHaveLength(1);
  expect(await store.inbox.unsettled('discord')).toEqual([]);
  goOn();
});

test('an answer that was complete when the process was killed is left as it is', async () => {
  const world = await discordWorld();
  const { server, channel, ana } = world;
  const first = keepingBot();
  const { settle } = first.store.inbox;
  first.store.inbox.settle = async () => undefined;
  const killed = await world.adapter(first.bot);
  const question = server.say({ channel, user: ana, content: QUESTION, mentionsBot: true });
  await killed.settled();
  await killed.adapter.stop();
  first.store.inbox.settle = settle;
  const edits = server.calls.filter(({ method }) => method === 'PATCH').length;

  const second = keepingBot({ store: first.store });
  const next = await world.adapter(second.bot);
  await second.bot.resume(next.adapter);
  expect(world.written(question)).toHaveLength(1);
  expect(server.calls.filter(({ method }) => method === 'PATCH')).toHaveLength(edits);
});

test('a person who is told long after that nothing came of it keeps what was written', async () => {
  const world = await discordWorld();
  const { server, channel, ana } = world;
  const { ask, goOn } = halting();
  const first = keepingBot({ deps: { ask } });
  await world.adapter(first.bot);
  const question = server.say({ channel, user: ana, content: QUESTION, mentionsBot: true });
  await server.until(() => world.written(question)[0]?.content.includes(FIRST));
  const later = () => new Date(Date.now() + 60 * MINUTE);
  const second = keepingBot({ store: first.store, deps: { clock: later } });
  const next = await world.adapter(second.bot);
  await second.bot.resume(next.adapter);
  const [begun, word] = world.written(question);
  expect(begun?.content).toContain(FIRST);
  expect(word?.content).toContain('arrêté avant d’avoir pu répondre');
  goOn();
});

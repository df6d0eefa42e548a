/** Discord in trouble: refusals, limits, broken calls. Each question has one answer, or its asker a word about it. */
import { expect, test } from 'vitest';
import type { Message } from '../../support/discord/discord-model.ts';
import { place, started } from '../../support/discord/keeping-bot.ts';
import { PERMISSIONS } from '../../support/discord/permissions.ts';
import { ANSWERED } from '../../support/sample-answers.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';
const LAST = 'L’intrusion aurait commencé en 2022.';
const CALLBACK = 'POST /interactions/:id/:token/callback';
const SEND = 'POST /channels/:id/messages';
const EDIT = 'PATCH /webhooks/:app/:token/messages/:id';

type World = Awaited<ReturnType<typeof started>>;

/** Answers are replies in the channel. */
async function inChannel(pause = 0): Promise<World> {
  const world = await started({}, { pause });
  await world.store.settings.write(place(world.guild.id, world.channel.id), 'channel', { threads: false });
  return world;
}

const mention = ({ server, ana }: World, channel: { id: string }) =>
  server.say({ channel, user: ana, content: QUESTION, mentionsBot: true });
const slash = ({ server, channel, ana }: World) =>
  server.slash({ name: 'ask', channel, user: ana, options: { question: QUESTION } });

/** What the bot said to a person in private. */
function direct({ server }: World, user: { id: string }): Message[] {
  const channel = [...server.world.channels.values()].find(
    ({ type, recipients }) => type === 1 && recipients.includes(user.id),
  );
  return channel === undefined ? [] : server.messages(channel).filter(({ author }) => author.bot);
}

test('an interaction that is over (10062) or taken (40060) costs a line in the log', async () => {
  const world = await started();
  for (const code of [10062, 40060]) {
    world.server.fail(CALLBACK, { status: code === 10062 ? 404 : 400, code });
    slash(world);
    await world.server.until(() => world.lines.some(({ message }) => message.includes('acknowledged')));
    world.lines.length = 0;
  }
  expect(world.questions).toEqual([]);
  slash(world);
  await world.settled();
});

test('an acknowledgement whose answer was lost is not taken for somebody else’s', async () => {
  const world = await started();
  world.server.dropAfter(CALLBACK);
  const interaction = slash(world);
  await world.settled();
  expect(world.server.response(interaction)?.content).toContain(LAST);
});

test('a message whose answer was lost is not written twice', async () => {
  const world = await inChannel();
  world.server.dropAfter(SEND, 2);
  mention(world, world.channel);
  await world.settled();
  expect(world.written(world.channel)).toHaveLength(1);
});

test('a server that fails for a moment is asked again', async () => {
  const world = await inChannel();
  world.server.fail(SEND, { status: 502, times: 2 });
  world.server.dropBefore(EDIT);
  mention(world, world.channel);
  const interaction = slash(world);
  await world.settled(2);
  expect(world.written(world.channel)).toHaveLength(2);
  expect(world.server.response(interaction)?.content).toContain(LAST);
});

test('limits are waited for, of a route and of all, and edits are not hammered', async () => {
  const world = await inChannel(150);
  world.server.limits.set('PATCH /channels/:channel/messages/:message', { calls: 1, perMs: 1_000 });
  world.server.fail(SEND, { status: 429, retryAfter: 0.3, scope: 'user' });
  world.server.fail(EDIT, { status: 429, retryAfter: 0.3, global: true });
  mention(world, world.channel);
  const interaction = slash(world);
  await world.settled(2);
  expect(world.written(world.channel)[1]?.content).toContain(LAST);
  expect(world.server.response(interaction)?.content).toContain(LAST);
  expect(world.server.calls.filter(({ method }) => method === 'PATCH').length).toBeLessThan(8);
  expect(world.server.invalidRequests.length).toBeLessThanOrEqual(2);
});

test('where the bot may not write, each asker gets the answer and the reason in private', async () => {
  const world = await started();
  const { server, channel, ana, mod } = world;
  server.restrictBot(channel, { deny: PERMISSIONS.sendMessages | PERMISSIONS.createPublicThreads });
  mention(world, channel);
  await world.settled();
  const [why, answer] = direct(world, ana);
  expect(why?.content).toContain('Je ne peux pas écrire là où vous avez posé la question');
  expect(answer?.content).toContain(LAST);
  // For a while nothing is tried in the channel, and yet the next one to ask is not left without a word.
  const refused = server.invalidRequests.length;
  server.say({ channel, user: mod, content: QUESTION, mentionsBot: true });
  await world.settled(2);
  expect(direct(world, mod)[1]?.content).toContain(LAST);
  expect(server.invalidRequests).toHaveLength(refused);
  expect(direct(world, ana)).toHaveLength(2);
  // Repaired permissions are noticed.
  server.restrictBot(channel, {});
  const question = mention(world, channel);
  await world.settled(3);
  expect(world.written(question)).toHaveLength(1);
});

test('who takes no direct messages is left alone, and the log knows', async () => {
  const world = await started();
  world.ana.acceptsDms = false;
  world.server.restrictBot(world.channel, {
    deny: PERMISSIONS.sendMessages | PERMISSIONS.createPublicThreads,
  });
  mention(world, world.channel);
  await world.settled();
  expect(world.lines.map(({ message }) => message).join()).toContain('takes no direct messages');
  expect(world.bot.lines.filter(({ level }) => level === 'error')).toEqual([]);
});

test('without the right to embed, sources come as text', async () => {
  const world = await inChannel();
  world.server.restrictBot(world.channel, { deny: PERMISSIONS.embedLinks });
  mention(world, world.channel);
  await world.settled();
  const text = world.written(world.channel).map(({ content }) => content);
  for (const { title } of ANSWERED.citations) expect(text.join()).toContain(title);
});

test('without the history, an answer does not show what it replies to', async () => {
  const world = await inChannel();
  world.server.restrictBot(world.channel, { deny: PERMISSIONS.readHistory });
  mention(world, world.channel);
  await world.settled();
  expect(world.written(world.channel)).toHaveLength(1);
});

test('a channel that is deleted meanwhile ends the reply, and nothing else', async () => {
  const world = await inChannel(200);
  mention(world, world.channel);
  await world.server.until(() => world.questions.length > 0);
  world.server.removeChannel(world.channel);
  await world.settled();
  const other = world.server.addChannel({ guild: world.guild, name: 'other' });
  const question = mention(world, other);
  await world.settled(2);
  expect(world.written(question)).toHaveLength(1);
});

test('an archived thread is opened again; a locked one sends the answer to the asker', async () => {
  const world = await started({}, { pause: 120 });
  const { server, channel, ana, mod } = world;
  const question = mention(world, channel);
  await world.server.until(() => world.written(question).length > 0);
  server.archiveThread(question);
  await world.settled();
  expect(world.written(question)[0]?.content).toContain(LAST);

  const thread = server.createThread({ channel, user: mod, name: 'Autre' });
  mention(world, thread);
  await world.server.until(() => world.questions.length > 1);
  server.lockThread(thread);
  await world.settled(2);
  expect(direct(world, ana).at(-1)?.content).toContain(LAST);
});

test('an answer that a moderator deletes while it is written stays away', async () => {
  const world = await inChannel(150);
  mention(world, world.channel);
  const [begun] = await world.server.until(() => {
    const written = world.written(world.channel);
    return written.length > 0 && written;
  });
  world.server.deleteMessage(begun ?? '');
  await world.settled();
  expect(world.written(world.channel)).toEqual([]);
});

test('a private refusal to a mention goes to the asker', async () => {
  const world = await inChannel();
  await world.store.settings.write(place(world.guild.id, world.channel.id), 'channel', { answers: false });
  mention(world, world.channel);
  await world.settled();
  expect(world.written(world.channel)).toEqual([]);
  expect(direct(world, world.ana)[0]?.content).toContain('Je ne réponds pas dans ce canal');
});

test('events that are replayed are not answered twice', async () => {
  const world = await inChannel();
  for (const session of world.server.gateway.sessions.values()) session.kept.length = 0;
  mention(world, world.channel);
  slash(world);
  await world.settled(2);
  // The server never heard that the last events had arrived.
  world.server.gateway.cut();
  await world.server.until(() => world.server.gateway.handshakes.some(({ kind }) => kind === 'resume'));
  await world.quiet();
  expect(world.questions).toHaveLength(2);
  expect(world.written(world.channel)).toHaveLength(2);
});

/** The local Discord against the real discord.js: messages, nonces, limits, lost answers, threads and refusals. */
import { AttachmentBuilder, type Client, Events, type TextChannel } from 'discord.js';
import { expect, test } from 'vitest';
import { discordForTest, readyClient } from './client-kit.ts';
import type { Channel } from './discord-model.ts';
import { PERMISSIONS } from './permissions.ts';

async function textChannel(client: Client, channel: Channel): Promise<TextChannel> {
  return (await client.channels.fetch(channel.id)) as TextChannel;
}

async function readyInChannel(options: Parameters<typeof discordForTest>[0] = {}) {
  const kit = await discordForTest(options);
  const client = await readyClient(kit.server);
  return { ...kit, client, text: await textChannel(client, kit.channel) };
}

test('a client logs in, hears a message and replies', async () => {
  const { server, user, channel } = await discordForTest();
  const client = await readyClient(server);
  expect(client.guilds.cache.size).toBe(1);
  client.on(Events.MessageCreate, async (message) => {
    if (message.author.bot) return;
    await message.reply({ content: `heard ${message.content}`, allowedMentions: { parse: [] } });
  });
  const said = server.say({ channel, user, content: 'who did it?' });
  const reply = await server.until(() => server.messages(channel).find((each) => each.author === server.bot));
  expect(reply.content).toBe('heard who did it?');
  expect(reply.replyTo?.messageId).toBe(said.id);
  expect(reply.sent[0]?.allowed_mentions).toMatchObject({ parse: [] });
  expect(reply.mentions).toEqual([]);
});

test('without allowed mentions a text pings whom it names', async () => {
  const { server, user, channel, text } = await readyInChannel();
  await text.send(`<@${user.id}> @everyone`);
  await text.send({ content: `<@${user.id}> @everyone`, allowedMentions: { parse: [] } });
  expect(server.messages(channel).map((each) => [each.mentions, each.mentionEveryone])).toEqual([
    [[user.id], true],
    [[], false],
  ]);
});

test('an enforced nonce gives the same message for some minutes', async () => {
  let time = Date.now();
  const { server, channel, text } = await readyInChannel({ now: () => time });
  const post = () => text.send({ content: 'once', nonce: 'n1', enforceNonce: true });
  const first = await post();
  expect((await post()).id).toBe(first.id);
  time += 6 * 60_000;
  expect((await post()).id).not.toBe(first.id);
  expect(server.messages(channel)).toHaveLength(2);
});

test('a call whose answer is lost has been taken; its nonce keeps a retry from doubling it', async () => {
  const { server, channel, text } = await readyInChannel();
  const post = () => text.send({ content: 'once', nonce: 'n2', enforceNonce: true });
  server.dropAfter('POST /channels/:id/messages');
  await expect(post()).rejects.toThrow('other side closed');
  await post();
  server.dropAfter('POST /channels/:id/messages', 1, 'reset');
  await post();
  expect(server.messages(channel).map((each) => each.content)).toEqual(['once']);
  expect(server.calls.filter((each) => each.path.endsWith('/messages'))).toHaveLength(4);
});

test('a limit that is hit is waited for, on a route and over all', async () => {
  const { server, channel, text } = await readyInChannel();
  server.fail('POST /channels/:id/messages', { status: 429, retryAfter: 0.05 });
  await text.send('one');
  server.fail('POST /channels/:id/messages', { status: 429, retryAfter: 0.05, global: true });
  await text.send('two');
  server.fail('POST /channels/:id/messages', { status: 429, retryAfter: 0.05, scope: 'shared' });
  await text.send('three');
  expect(server.messages(channel).map((each) => each.content)).toEqual(['one', 'two', 'three']);
  expect(server.invalidRequests.map((each) => each.status)).toEqual([429, 429]);
});

test('a narrow limit slows the client down, and it is never exceeded', async () => {
  const { server, channel, text } = await readyInChannel();
  server.limits.set('POST /channels/:id/messages', { calls: 2, perMs: 300 });
  await Promise.all(['a', 'b', 'c'].map((each) => text.send(each)));
  expect(server.messages(channel)).toHaveLength(3);
  expect(server.invalidRequests.length).toBeLessThanOrEqual(1);
});

test('what is too long is refused with its place', async () => {
  const { server, channel, text } = await readyInChannel();
  await expect(text.send('x'.repeat(2001))).rejects.toMatchObject({
    code: 50035,
    rawError: { errors: { content: { _errors: [expect.anything()] } } },
  });
  await expect(text.send({ content: '' })).rejects.toMatchObject({ code: 50006 });
  expect(server.messages(channel)).toEqual([]);
});

test('files arrive as multipart beside their JSON', async () => {
  const { server, channel, text } = await readyInChannel();
  await text.send({ content: 'see', files: [new AttachmentBuilder(Buffer.from('é'), { name: 'a.txt' })] });
  const call = server.calls.findLast((each) => each.method === 'POST');
  expect(call?.files).toMatchObject([{ field: 'files[0]', name: 'a.txt' }]);
  expect(Buffer.from(call?.files[0]?.bytes ?? []).toString()).toBe('é');
  expect(server.messages(channel)[0]?.attachments[0]?.filename).toBe('a.txt');
});

test('messages are read, edited, reacted to and deleted; a missing one is 10008', async () => {
  const { server, user, channel, text } = await readyInChannel();
  const said = server.say({ channel, user, content: 'first' });
  const own = await text.send('second');
  await own.edit('changed');
  await own.react('👍');
  await text.sendTyping();
  expect((await text.messages.fetch({ after: said.id })).map((each) => each.content)).toEqual(['changed']);
  expect((await text.messages.fetch({ limit: 1, before: own.id })).map((each) => each.content)).toEqual([
    'first',
  ]);
  expect(server.messages(channel)[1]?.reactions.get('👍')).toEqual(new Set([server.bot.id]));
  expect(server.world.typing).toHaveLength(1);
  await own.delete();
  await expect(own.edit('again')).rejects.toMatchObject({ code: 10008 });
  await expect(text.messages.delete(said.id)).rejects.toMatchObject({ code: 50013 });
});

test('threads are opened, found closed, and locked', async () => {
  const { server, user, channel, text } = await readyInChannel();
  const said = await text.messages.fetch(server.say({ channel, user, content: 'a question' }).id);
  const thread = await said.startThread({ name: 'Answer' });
  expect(thread.id).toBe(said.id);
  const message = await thread.send('here');
  server.archiveThread(thread);
  await expect(message.edit('later')).rejects.toMatchObject({ code: 50083 });
  await thread.send('opens it again');
  expect(server.world.channels.get(thread.id)?.thread?.archived).toBe(false);
  server.lockThread(thread);
  await expect(thread.send('no more')).rejects.toMatchObject({ code: 160005 });
  await expect(said.startThread({ name: 'Twice' })).rejects.toMatchObject({ code: expect.anything() });
});

test('a post in a forum is a thread whose first message has its id', async () => {
  const { server, user, guild, client } = await readyInChannel();
  const forum = server.addChannel({ guild, name: 'ask', type: 'forum' });
  const seen = new Promise<string>((resolve) => {
    client.on(Events.MessageCreate, (message) => resolve(`${message.id} ${message.channelId}`));
  });
  const { thread } = server.forumPost({ forum, user, name: 'Who?', content: 'Who was it?' });
  expect(await seen).toBe(`${thread.id} ${thread.id}`);
});

test('missing permissions, closed doors, gone channels and broken servers are told apart', async () => {
  const { server, user, channel, client, text } = await readyInChannel();
  server.restrictBot(channel, { deny: PERMISSIONS.sendMessages });
  await expect(text.send('x')).rejects.toMatchObject({ code: 50013 });
  server.restrictBot(channel, { deny: PERMISSIONS.viewChannel });
  await expect(text.send('x')).rejects.toMatchObject({ code: 50001 });
  const shy = server.addUser({ username: 'shy', acceptsDms: false });
  await expect(client.users.send(shy.id, 'x')).rejects.toMatchObject({ code: 50007 });
  await client.users.send(user.id, 'hello');
  server.removeChannel(channel);
  await expect(text.send('x')).rejects.toMatchObject({ code: 10003 });
  server.fail('GET /users/@me', { status: 503, times: 9 });
  await expect(client.rest.get('/users/@me')).rejects.toMatchObject({ status: 503 });
  expect(server.invalidRequests.map((each) => each.status)).toEqual([403, 403, 403]);
});

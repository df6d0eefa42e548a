/** The local Discord's gateway against the real discord.js: cut, told to reconnect, refused, and nothing lost. */
import { type Client, Events, GatewayIntentBits } from 'discord.js';
import { expect, test } from 'vitest';
import { clientFor, discordForTest, readyClient } from './client-kit.ts';
import type { DiscordServer } from './discord-server.ts';

/** What the client heard people say, in order. */
function heard(client: Client): string[] {
  const texts: string[] = [];
  client.on(Events.MessageCreate, (message) => texts.push(message.content));
  return texts;
}

const kinds = (server: DiscordServer) => server.gateway.handshakes.map((each) => each.kind);
const resumed = (server: DiscordServer) =>
  server.until(() => kinds(server).at(-1) === 'resume' && server.gateway.connections() === 1);

test('after a cut the client resumes and hears what it missed, once', async () => {
  const { server, user, channel } = await discordForTest();
  const texts = heard(await readyClient(server));
  server.say({ channel, user, content: 'before' });
  await server.until(() => texts.length === 1);
  server.gateway.cut();
  server.say({ channel, user, content: 'while away' });
  await server.until(() => texts.length === 2);
  server.say({ channel, user, content: 'after' });
  await server.until(() => texts.length === 3);
  expect(texts).toEqual(['before', 'while away', 'after']);
  expect(kinds(server)).toEqual(['identify', 'resume']);
});

test('told to reconnect, the client resumes', async () => {
  const { server, user, channel } = await discordForTest();
  const texts = heard(await readyClient(server));
  server.gateway.reconnect();
  server.say({ channel, user, content: 'meanwhile' });
  await resumed(server);
  await server.until(() => texts.length > 0);
  expect(texts).toEqual(['meanwhile']);
});

test('an invalid session that can be resumed is resumed on the same connection', async () => {
  const { server, user, channel } = await discordForTest();
  const texts = heard(await readyClient(server));
  server.gateway.invalidate(true);
  server.say({ channel, user, content: 'meanwhile' });
  await server.until(() => texts.length > 0);
  expect(texts).toEqual(['meanwhile']);
  expect(kinds(server)).toEqual(['identify', 'resume']);
});

test('an invalid session that cannot be resumed begins anew', async () => {
  const { server, user, channel } = await discordForTest();
  // The client's own pause of five seconds between sessions is not what is tested here.
  const buildIdentifyThrottler = async () => ({ waitForIdentify: async () => {} });
  const texts = heard(await readyClient(server, { ws: { buildIdentifyThrottler } }));
  server.gateway.invalidate(false);
  server.say({ channel, user, content: 'lost' });
  await server.until(() => kinds(server).length === 2 && server.gateway.sessions.size === 1);
  server.say({ channel, user, content: 'after' });
  await server.until(() => texts.length > 0);
  expect(texts).toEqual(['after']);
  expect(kinds(server)).toEqual(['identify', 'identify']);
});

test('a silent server is left and the session resumed elsewhere', async () => {
  const { server, user, channel } = await discordForTest({ heartbeatMs: 100 });
  const texts = heard(await readyClient(server));
  server.gateway.mute(true);
  server.say({ channel, user, content: 'unheard' });
  await server.until(() => server.gateway.connections() === 0);
  server.gateway.mute(false);
  await server.until(() => texts.length > 0);
  expect(texts).toEqual(['unheard']);
});

test('a close code for disallowed intents is final', async () => {
  const { server } = await discordForTest({ privileged: { messageContent: false } });
  const client = clientFor(server);
  const codes: number[] = [];
  client.on(Events.ShardDisconnect, ({ code }) => codes.push(code));
  client.on(Events.ShardError, () => {});
  await expect(client.login(server.token)).rejects.toThrow('disallowed intents');
  await server.until(() => codes.length > 0);
  expect(codes).toEqual([4014]);
  expect(client.isReady()).toBe(false);
});

test('a token that no longer works is refused by REST, and by the gateway with 4004', async () => {
  const { server } = await discordForTest();
  await expect(clientFor(server).login('wrong.bot.token')).rejects.toThrow(/invalid token/i);
  const client = await readyClient(server);
  const codes: number[] = [];
  client.on(Events.ShardDisconnect, ({ code }) => codes.push(code));
  client.on(Events.ShardError, () => {});
  server.revokeToken();
  server.gateway.cut();
  await server.until(() => codes.length > 0);
  expect(codes).toEqual([4004]);
  expect(server.invalidRequests).toHaveLength(1);
});

test('without the message-content intent only mentions, replies and direct messages have text', async () => {
  const { server, user, channel } = await discordForTest({ privileged: { messageContent: false } });
  const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
  const client = await readyClient(server, { intents: [Guilds, GuildMessages, DirectMessages] });
  const texts = heard(client);
  server.say({ channel, user, content: 'to nobody' });
  server.say({ channel, user, content: 'to you', mentionsBot: true });
  server.say({ user, content: 'in private' });
  await server.until(() => texts.length === 3);
  expect(texts).toEqual(['', `<@${server.bot.id}> to you`, 'in private']);
});

test('shards share the guilds, and direct messages go to the first', async () => {
  const { server, user } = await discordForTest({ maxConcurrency: 2, shards: 2 });
  const client = await readyClient(server, { shards: 'auto' });
  expect(client.ws.shards.size).toBe(2);
  const texts = heard(client);
  for (let at = 0; at < 4; at += 1) {
    const guild = server.addGuild({ name: `guild ${at}` });
    server.say({ channel: server.addChannel({ guild }), user, content: `${at}` });
  }
  server.say({ user, content: 'private' });
  await server.until(() => texts.length === 5);
  expect(texts.toSorted()).toEqual(['0', '1', '2', '3', 'private']);
});

test('a channel that the bot may not see stays silent, and a lost guild or channel is told', async () => {
  const { server, user, guild, channel } = await discordForTest();
  const client = await readyClient(server);
  const texts = heard(client);
  const gone: string[] = [];
  client.on(Events.ChannelDelete, (each) => gone.push(each.id));
  client.on(Events.GuildDelete, (each) => gone.push(each.id));
  server.restrictBot(channel, { deny: 1n << 10n });
  server.say({ channel, user, content: 'hidden' });
  server.restrictBot(channel, {});
  server.say({ channel, user, content: 'seen' });
  await server.until(() => texts.length > 0);
  server.removeChannel(channel);
  server.removeGuild(guild);
  await server.until(() => gone.length === 2);
  expect(texts).toEqual(['seen']);
  expect(gone).toEqual([channel.id, guild.id]);
});

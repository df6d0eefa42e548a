/** The local Discord against the real discord.js: login, messages in and out, nonces, lost answers. */
import { Events } from 'discord.js';
import { expect, test } from 'vitest';
import { discordForTest, readyClient } from './client-kit.ts';

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

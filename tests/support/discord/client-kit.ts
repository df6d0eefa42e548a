/** A real discord.js client for the local Discord's own tests. */
import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import { onTestFinished } from 'vitest';
import { type DiscordServer, type DiscordServerOptions, startDiscordServer } from './discord-server.ts';

const { Guilds, GuildMessages, GuildMessageReactions, DirectMessages, MessageContent } = GatewayIntentBits;

/** A server that ends with the test, with one guild, one channel and one person. */
export async function discordForTest(options: DiscordServerOptions = {}) {
  const server = await startDiscordServer(options);
  onTestFinished(() => server.close());
  const user = server.addUser({ username: 'ana' });
  const guild = server.addGuild({ name: 'Watchers', owner: server.addUser({ username: 'owner' }) });
  server.addMember(guild, user);
  const channel = server.addChannel({ guild, name: 'general' });
  return { server, user, guild, channel };
}

/** A client that is not logged in yet and ends with the test. */
export function clientFor(server: DiscordServer, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: [Guilds, GuildMessages, GuildMessageReactions, DirectMessages, MessageContent],
    partials: [Partials.Channel],
    ...options,
    rest: { api: server.apiUrl, ...options.rest },
  });
  onTestFinished(() => client.destroy());
  return client;
}

/** A client that is ready. */
export async function readyClient(
  server: DiscordServer,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = clientFor(server, options);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(server.token);
  return ready;
}

/** What the operator is told when Discord does not let the bot in, or throws it out. */
import { expect, test } from 'vitest';
import { OperatorError } from '../../../src/core/errors.ts';
import { testBot } from '../../support/bot-kit.ts';
import { discordWorld } from '../../support/discord/discord-kit.ts';
import { started } from '../../support/discord/keeping-bot.ts';

type Options = Parameters<Awaited<ReturnType<typeof discordWorld>>['unstarted']>[0];

async function refusal(server: Parameters<typeof discordWorld>[0], options: Options): Promise<string> {
  const world = await discordWorld(server);
  const { adapter } = world.unstarted(options);
  const error = await adapter.start(testBot().deskFor(adapter)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OperatorError);
  await world.server.until(() => world.server.gateway.connections() === 0);
  return String(error);
}

test('a wrong token', async () => {
  expect(await refusal({}, { token: 'wrong.token' })).toContain('DISCORD_TOKEN');
});

test('an intent that is not switched on', async () => {
  const message = await refusal({ privileged: { messageContent: false } }, { messageContent: true });
  expect(message).toContain('DISCORD_MESSAGE_CONTENT');
});

test('nobody at the address', async () => {
  const message = await refusal({}, { apiUrl: 'http://127.0.0.1:9/api', connectTimeout: 1_000 });
  expect(message).toContain('DISCORD_API_URL');
});

test('a gateway that does not answer', async () => {
  const world = await discordWorld();
  world.server.gateway.refuse(true);
  const { adapter } = world.unstarted({ connectTimeout: 1_500 });
  const error = await adapter.start(testBot().deskFor(adapter)).catch((thrown: unknown) => thrown);
  expect(String(error)).toContain('cannot be reached');
  world.server.gateway.refuse(false);
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(world.server.gateway.connections()).toBe(0);
});

test('addresses with and without the version are the same', async () => {
  const world = await discordWorld();
  const { adapter } = world.unstarted({ apiUrl: `${world.server.apiUrl}/v10/` });
  await adapter.start(testBot().deskFor(adapter));
  expect(world.server.gateway.connections()).toBe(1);
});

test.each([
  [4004, 'DISCORD_TOKEN'],
  [4010, 'DISCORD_SHARDS'],
  [4011, 'DISCORD_SHARDS'],
  [4014, 'DISCORD_MESSAGE_CONTENT'],
])('close code %i ends the connection for good, and says what to do', async (code, setting) => {
  const { server, fatal, lines } = await started();
  server.gateway.closeAll(code);
  await server.until(() => fatal.length > 0);
  expect(fatal[0]).toBeInstanceOf(OperatorError);
  expect(fatal[0]?.message).toContain(setting);
  expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1);
});

test('every other close is repaired in silence', async () => {
  const { server, fatal, channel, ana, settled } = await started();
  for (const code of [4000, 4009]) {
    const before = server.gateway.handshakes.length;
    server.gateway.closeAll(code);
    await server.until(() => server.gateway.handshakes.length > before);
  }
  server.say({ channel, user: ana, content: 'Qui ?', mentionsBot: true });
  await settled();
  expect(fatal).toEqual([]);
});

test('stopping ends what discord.js was about to connect', async () => {
  const { server, running } = await started();
  server.gateway.refuse(true);
  server.gateway.cut();
  await running.adapter.stop();
  server.gateway.refuse(false);
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(server.gateway.connections()).toBe(0);
});

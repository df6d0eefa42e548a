/** What `doctor` and `manifest` say about Discord. */
import { expect, test } from 'vitest';
import { checkDiscord } from '../../../src/adapters/discord/check-discord.ts';
import type { DiscordAccess } from '../../../src/adapters/discord/discord-options.ts';
import { applicationIdOf, discordManifest } from '../../../src/adapters/discord/manifest.ts';
import { discordWorld } from '../../support/discord/discord-kit.ts';
import type { DiscordServer } from '../../support/discord/discord-server.ts';
import { keepingBot, started } from '../../support/discord/keeping-bot.ts';

function accessTo(server: DiscordServer, over: Partial<DiscordAccess> = {}): DiscordAccess {
  const { token, apiUrl } = server;
  return { token, apiUrl, devGuildId: null, commandPrefix: '', messageContent: true, ...over };
}

test('all is well after a start', async () => {
  const { server } = await started();
  const findings = await checkDiscord(accessTo(server));
  expect(findings.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok', 'ok']);
  expect(findings.map(({ message }) => message).join()).toContain('«Watchers»');
});

test('a wrong token, an unreachable address and a missing intent are failures that say what to do', async () => {
  const { server } = await discordWorld({ privileged: { messageContent: false } });
  const [token] = await checkDiscord(accessTo(server, { token: 'wrong' }));
  expect(token).toMatchObject({ status: 'fail' });
  expect(token?.message).toContain('DISCORD_TOKEN');
  const [address] = await checkDiscord(accessTo(server, { apiUrl: 'http://127.0.0.1:9' }));
  expect(address).toMatchObject({ status: 'fail', fix: 'check the network and DISCORD_API_URL' });
  const findings = await checkDiscord(accessTo(server));
  expect(findings.find(({ status }) => status === 'fail')?.message).toContain('DISCORD_MESSAGE_CONTENT');
});

test('commands that are not registered are a warning, a server that is not the bot’s a failure', async () => {
  const world = await discordWorld();
  const before = await checkDiscord(accessTo(world.server));
  expect(before.find(({ message }) => message.includes('commands'))?.status).toBe('warn');
  const wrong = await checkDiscord(accessTo(world.server, { devGuildId: '123456789012345678' }));
  expect(wrong.find(({ status }) => status === 'fail')?.fix).toContain('DISCORD_GUILD_ID');
  const { adapter } = await world.adapter(keepingBot().bot);
  await adapter.stop();
  const after = await checkDiscord(accessTo(world.server));
  expect(after.find(({ message }) => message.includes('commands'))?.status).toBe('ok');
});

test('the links ask for least permissions', () => {
  const manifest = discordManifest({ applicationId: '112233445566778899', messageContent: true });
  const invite = new URL(manifest.inviteUrl);
  expect(invite.searchParams.get('client_id')).toBe('112233445566778899');
  expect(invite.searchParams.get('scope')).toBe('bot applications.commands');
  const permissions = BigInt(invite.searchParams.get('permissions') ?? '0');
  // Administrator, Manage Server, Manage Messages, Mention Everyone, Manage Threads.
  for (const bit of [3n, 5n, 13n, 17n, 34n]) expect(permissions & (1n << bit)).toBe(0n);
  for (const bit of [11n, 14n, 15n]) expect(permissions & (1n << bit)).not.toBe(0n);
  expect(new URL(manifest.userInstallUrl).searchParams.get('integration_type')).toBe('1');
  expect(manifest.privilegedIntents).toEqual(['Message Content']);
  expect(discordManifest({ applicationId: null, messageContent: false }).inviteUrl).toContain(
    'APPLICATION_ID',
  );
});

test('the application’s id stands in its token', () => {
  const token = `${Buffer.from('112233445566778899').toString('base64')}.x.y`;
  expect(applicationIdOf(token)).toBe('112233445566778899');
  expect(applicationIdOf('local.bot.token')).toBeNull();
});

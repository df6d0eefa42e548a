/** A server that throws the app out has left, one that is away for a moment has not, and one may come back. */
import { expect, it, onTestFinished } from 'vitest';
import { startLeaving } from '../../../src/app-workspaces.ts';
import { DAY, openTestState } from '../../state/state-kit.ts';
import { testBot } from '../../support/bot-kit.ts';
import { discordWorld } from '../../support/discord/discord-kit.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const noIndex = {
  listSources: async () => [],
  ownersOf: async () => new Map<string, string>(),
  remove: async () => undefined,
};

it('leaves when the app is thrown out, stays through an outage, and keeps what it had when it is back in time', async () => {
  const { server, guild, adapter } = await discordWorld();
  const state = await openTestState(':memory:', Date.now());
  const leaving = startLeaving({ departures: state.departures, index: noIndex, log: quiet });
  onTestFinished(() => leaving.stop());
  const bot = testBot();
  onTestFinished(() => bot.stop(100));
  const onDeparture = leaving.onDeparture('discord', 7 * DAY);
  const onPresent = leaving.onPresent('discord');
  const away = server.addGuild({ name: 'Away', owner: server.addUser({ username: 'other' }) });
  const options = {
    onGuildGone: (workspaceId: string) => void onDeparture({ workspaceId, at: state.time }),
    onGuildsPresent: (ids: readonly string[]) => void onPresent(ids),
  };
  const running = await adapter(bot, options);
  server.removeGuild(away, true);
  server.removeGuild(guild);
  const left = { platform: 'discord', workspaceId: guild.id };
  await expect.poll(() => state.departures.leaving(), { timeout: 15_000 }).toEqual([left]);
  await running.adapter.stop();
  // Noted when it is connected again, also where it was put back meanwhile.
  await state.departures.leave({ platform: 'discord', workspaceId: away.id }, state.time, 7 * DAY);
  await adapter(bot, options);
  await expect.poll(() => state.departures.leaving(), { timeout: 15_000 }).toEqual([left]);
  state.time += 7 * DAY;
  expect(await state.departures.forgetDue()).toEqual([left]);
});

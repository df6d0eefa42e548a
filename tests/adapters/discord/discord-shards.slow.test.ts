/** Several processes share the shards: each has a part, a dead one's is taken over, and sessions begin one by one. */
import { expect, it, onTestFinished } from 'vitest';
import type { ShardLeases } from '../../../src/adapters/discord/discord-options.ts';
import { createState, type State } from '../../../src/state/state.ts';
import { testBot } from '../../support/bot-kit.ts';
import { type DiscordWorld, discordWorld } from '../../support/discord/discord-kit.ts';
import { PERMISSIONS } from '../../support/discord/permissions.ts';

/** Milliseconds: short, so that a test need not wait for half a minute. */
const LEASE = 3_000;
const PATIENCE = 60_000;

function sharedState(): State {
  const state = createState({ path: ':memory:', now: Date.now });
  onTestFinished(() => state.close());
  return state;
}

/** A process's own view of the leases, which can be cut off. */
function leasesOf(state: State, owner: string): ShardLeases & { cut: boolean } {
  const leases = {
    owner,
    leaseMs: LEASE,
    identifyMs: 500,
    cut: false,
    async hold(name: string, by: string, ms: number) {
      if (leases.cut) throw new Error('cut off');
      return state.news.leases.hold(name, by, ms);
    },
    async drop(name: string, by: string) {
      if (!leases.cut) await state.news.leases.drop(name, by);
    },
    async held(prefix: string) {
      if (leases.cut) throw new Error('cut off');
      return state.news.leases.held(prefix);
    },
  };
  return leases;
}

async function shardsOf(state: State): Promise<Record<string, string>> {
  const held = await state.news.leases.held('discord:shard:');
  return Object.fromEntries(held.map(({ name, owner }) => [name.split(':').at(-1), owner]));
}

/** Messages of the bot in the channel and its threads. */
function repliesIn({ server }: Pick<DiscordWorld, 'server'>, channelId: string): number {
  const places = [...server.world.channels.values()].filter(({ id, parentId }) =>
    [id, parentId].includes(channelId),
  );
  return places.flatMap((place) => server.messages(place)).filter(({ author }) => author.id === server.bot.id)
    .length;
}

/** Asks in a guild of each shard, and waits for one answer to each. */
async function askEverywhere({ server, ana }: DiscordWorld, guilds: number, text: string): Promise<void> {
  const owner = server.addUser({ username: `owner of ${text}` });
  for (let i = 0; i < guilds; i++) {
    const guild = server.addGuild({ name: `${text} ${i}`, owner });
    server.addMember(guild, ana, PERMISSIONS.manageGuild);
    const channel = server.addChannel({ guild, name: 'general' });
    server.say({ channel, user: ana, content: `<@${server.bot.id}> Qui a attaqué ${text} ?` });
    await server.until(() => repliesIn({ server }, channel.id) > 0, PATIENCE);
  }
}

it('two processes share four shards, and one takes over what the other leaves', async () => {
  const world = await discordWorld({ shards: 4, maxConcurrency: 1, identifyWindowMs: 100 });
  const state = sharedState();
  const bots = ['one', 'two'].map(() => testBot({ store: state }));
  onTestFinished(async () => {
    for (const bot of bots) await bot.stop(100);
  });
  const [first, second] = bots;
  if (first === undefined || second === undefined) throw new Error('two bots are needed');
  const one = leasesOf(state, 'one');
  const two = leasesOf(state, 'two');
  await world.adapter(first, { leases: one });
  expect(await shardsOf(state)).toEqual({ 0: 'one', 1: 'one', 2: 'one', 3: 'one' });
  const running = await world.adapter(second, { leases: two });
  const spread = { 0: 'one', 1: 'one', 2: 'two', 3: 'two' };
  await expect.poll(() => shardsOf(state), { timeout: PATIENCE }).toEqual(spread);
  await expect.poll(() => running.adapter.connected?.(), { timeout: PATIENCE }).toBe(true);
  await askEverywhere(world, 6, 'Valdoria');
  expect(running.lines.filter(({ level }) => level === 'error')).toEqual([]);
  await running.adapter.stop();
  await expect
    .poll(() => shardsOf(state), { timeout: PATIENCE })
    .toEqual({ 0: 'one', 1: 'one', 2: 'one', 3: 'one' });
  await askEverywhere(world, 4, 'Ostmark');
}, 180_000);

it('a process that dies leaves its shards to others when its leases end, and none is connected for twice for long', async () => {
  const world = await discordWorld({ shards: 2 });
  const state = sharedState();
  const bots = ['one', 'two'].map(() => testBot({ store: state }));
  onTestFinished(async () => {
    for (const bot of bots) await bot.stop(100);
  });
  const [first, second] = bots;
  if (first === undefined || second === undefined) throw new Error('two bots are needed');
  const one = leasesOf(state, 'one');
  await world.adapter(first, { leases: one });
  await world.adapter(second, { leases: leasesOf(state, 'two') });
  await expect.poll(() => shardsOf(state), { timeout: PATIENCE }).toEqual({ 0: 'one', 1: 'two' });
  one.cut = true;
  await expect.poll(() => shardsOf(state), { timeout: PATIENCE }).toEqual({ 0: 'two', 1: 'two' });
  // The one that only lost the database still hears: each question is answered once all the same.
  await askEverywhere(world, 4, 'Valdoria');
  for (const [id, channel] of world.server.world.channels)
    if (channel.name === 'general') expect(repliesIn(world, id)).toBeLessThan(2);
  one.cut = false;
  const owners = async () => Object.values(await shardsOf(state)).sort();
  await expect.poll(owners, { timeout: PATIENCE }).toEqual(['one', 'two']);
}, 180_000);

it('what the operator says is whose is nobody else’s', async () => {
  const world = await discordWorld({ shards: 2 });
  const state = sharedState();
  const bot = testBot({ store: state });
  onTestFinished(() => bot.stop(100));
  await world.adapter(bot, { leases: leasesOf(state, 'one'), shards: { ids: [1], count: 2 } });
  expect(await shardsOf(state)).toEqual({});
  expect([...world.server.gateway.sessions.values()].map(({ shard }) => shard)).toEqual([[1, 2]]);
});

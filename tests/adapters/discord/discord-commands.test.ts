/** The commands that Discord offers: registered when they changed, completed while typed, private when asked. */
import { expect, test } from 'vitest';
import { commandPayloads } from '../../../src/adapters/discord/command-payloads.ts';
import { COMMANDS } from '../../../src/bot/registry.ts';
import { createCaseBook } from '../../../src/cases/create-case-book.ts';
import { OperatorError } from '../../../src/core/errors.ts';
import { loadLexicon } from '../../../src/lexicon/lexicon.ts';
import { CASES } from '../../support/bot-kit.ts';
import { discordWorld } from '../../support/discord/discord-kit.ts';
import { keepingBot, place, started } from '../../support/discord/keeping-bot.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';
const puts = ({ calls }: { calls: { method: string; path: string }[] }) =>
  calls.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands'));

test('every command of the registry is offered, in Discord’s languages', async () => {
  const { server } = await started();
  const offered = COMMANDS.filter(({ typedOnly }) => typedOnly !== true).map(({ name }) => name);
  expect(server.commands().map(({ name }) => name)).toEqual([...offered, 'Ask Casebook about this']);
  const ask = server.commands().find(({ name }) => name === 'ask');
  expect(ask).toMatchObject({
    integration_types: [0, 1],
    contexts: [0, 1, 2],
    default_member_permissions: null,
    name_localizations: { fr: 'demander', 'en-GB': 'ask', 'zh-CN': '提问', 'zh-TW': '提問' },
  });
});

test('they are registered only when they changed', async () => {
  const world = await discordWorld();
  const first = await world.adapter(keepingBot().bot);
  await first.adapter.stop();
  const second = await world.adapter(keepingBot().bot);
  await second.adapter.stop();
  expect(puts(world.server)).toHaveLength(1);
  const third = await world.adapter(keepingBot().bot, { commandPrefix: 'dev-' });
  expect(puts(world.server)).toHaveLength(2);
  expect(world.server.commands().map(({ name }) => name)).toContain('dev-ask');
  world.server.slash({
    name: 'dev-ask',
    channel: world.channel,
    user: world.ana,
    options: { question: QUESTION },
  });
  await third.settled();
  expect(third.taken[0]?.message.command).toBe('ask');
});

test('for development they are those of one server', async () => {
  const world = await discordWorld();
  const options = { devGuildId: world.guild.id };
  const first = await world.adapter(keepingBot().bot, options);
  await first.adapter.stop();
  await world.adapter(keepingBot().bot, options);
  expect(world.server.commands(world.guild).length).toBeGreaterThan(1);
  expect(world.server.commands()).toEqual([]);
  expect(puts(world.server)).toHaveLength(1);
  const { adapter } = world.unstarted({ devGuildId: '123456789012345678' });
  const refused = adapter.start(keepingBot().bot.deskFor(adapter)).catch((error: unknown) => error);
  expect(await refused).toBeInstanceOf(OperatorError);
  expect(String(await refused)).toContain('DISCORD_GUILD_ID');
});

test('a failing registration leaves the bot running with the commands from before', async () => {
  const world = await discordWorld();
  world.server.fail('PUT /applications/:id/commands', { status: 400, code: 50035 });
  const { lines } = await world.adapter(keepingBot().bot);
  expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1);
});

test('the commands of one server have no contexts', () => {
  expect(commandPayloads('', false).every((payload) => !('contexts' in payload))).toBe(true);
});

test('cases are completed while they are typed', async () => {
  const { server, channel, ana } = await started();
  const input = { name: 'sources', channel, user: ana, option: 'case', locale: 'fr' };
  expect(await server.autocomplete({ ...input, typed: 'valdoria' })).toEqual([
    { name: CASES[0]?.title.fr, value: CASES[0]?.id },
  ]);
  expect(await server.autocomplete({ ...input, typed: 'xyzzy' })).toEqual([]);
});

test('autocomplete keeps within Discord’s limits and survives a broken list', async () => {
  const many = Array.from({ length: 60 }, (_, i) => ({
    id: `case-${i}`,
    title: { fr: `Affaire ${i} ${'très longue '.repeat(20)}`, en: `Case ${i} ${'x'.repeat(150)}` },
    victims: [],
    period: null,
    claims: [],
  }));
  let listed = true;
  const listCases = async () => {
    if (!listed) throw new Error('no list');
    return many;
  };
  const cases = createCaseBook({
    index: { listCases, readCase: async () => null },
    lexicon: async () => loadLexicon(),
    now: () => new Date(),
  });
  const { server, channel, ana } = await started({}, { deps: { cases } });
  const input = { name: 'sources', channel, user: ana, option: 'case', typed: 'case' };
  const offered = (await server.autocomplete(input)) as { name: string }[];
  expect(offered).toHaveLength(25);
  expect(offered.every(({ name }) => name.length <= 100)).toBe(true);
  listed = false;
  expect(await server.autocomplete(input)).toEqual([]);
});

test('who asks for a private reply gets it alone, deferred as such', async () => {
  const { server, channel, ana, settled, written } = await started();
  const options = { question: QUESTION, private: true };
  const interaction = server.slash({ name: 'ask', channel, user: ana, options });
  await settled();
  expect(server.response(interaction)).toMatchObject({ ephemeralFor: ana.id });
  expect(written(channel)).toEqual([]);
});

test('a channel’s setting makes replies to commands private', async () => {
  const { server, channel, guild, ana, settled, store } = await started();
  await store.settings.write(place(guild.id, channel.id), 'channel', { replies: 'private' });
  const interaction = server.slash({ name: 'ask', channel, user: ana, options: { question: QUESTION } });
  await settled();
  expect(server.response(interaction)).toMatchObject({ ephemeralFor: ana.id });
});

test('a refusal is for the asker alone, though the answer was announced to all', async () => {
  const { server, channel, guild, ana, settled, store, written } = await started();
  await store.settings.write(place(guild.id, channel.id), 'channel', { answers: false });
  const interaction = server.slash({ name: 'ask', channel, user: ana, options: { question: QUESTION } });
  await settled();
  expect(written(channel)).toEqual([]);
  const [word] = server.responses(interaction);
  expect(word).toMatchObject({ ephemeralFor: ana.id });
  expect(word?.content).toContain('Je ne réponds pas dans ce canal');
});

test('who manages the server changes its settings; others may not', async () => {
  const { server, channel, guild, ana, mod, settled, store } = await started();
  const input = { name: 'casebook', subcommand: 'settings', channel };
  const options = { language: 'zh', 'ask-channel': true };
  const refused = server.slash({ ...input, user: ana, options });
  await settled();
  expect(server.response(refused)?.content).toContain('Seules les personnes qui administrent');
  expect(await store.settings.read(place(guild.id, channel.id))).toEqual({});
  server.slash({ ...input, user: mod, options });
  await settled(2);
  expect(await store.settings.read(place(guild.id, channel.id))).toEqual({
    language: 'zh',
    askChannel: true,
  });
  // Typed to the bot, the rights are looked up.
  const typed = '/casebook settings --language fr';
  server.say({ channel, user: ana, content: typed, mentionsBot: true });
  server.say({ channel, user: mod, content: typed, mentionsBot: true });
  await settled(4);
  expect(await store.settings.read(place(guild.id, channel.id))).toMatchObject({ language: 'fr' });
});

test('people are given as mentions', async () => {
  const { server, channel, guild, ana, mod, settled, store } = await started();
  const options = { users: `<@${ana.id}><@!${mod.id}>` };
  server.slash({ name: 'casebook', subcommand: 'settings', channel, user: mod, options });
  await settled();
  const { users } = await store.settings.read(place(guild.id, channel.id));
  expect(users).toEqual([ana.id, mod.id]);
});

test('a command that an older version registered is answered with those that there are', async () => {
  const { server, channel, ana, settled } = await started();
  const commands = server.commands();
  const [help] = commands.filter(({ name }) => name === 'ask');
  commands.push({ ...(help ?? expect.fail()), name: 'outdated', options: [] });
  const asked = server.slash({ name: 'outdated', channel, user: ana });
  await settled();
  expect(server.response(asked)?.ephemeralFor).toBe(ana.id);
  expect(server.response(asked)?.content).toContain('Je ne connais pas la commande « outdated »');
});

/** What can be done with an answer on Discord: sources, excerpts, opinions, suggested questions. */
import { expect, test } from 'vitest';
import { caseBookOf } from '../../support/case-book-kit.ts';
import type { Interaction, Message } from '../../support/discord/discord-model.ts';
import { place, started } from '../../support/discord/keeping-bot.ts';
import { PERMISSIONS } from '../../support/discord/permissions.ts';
import { SAMPLE_CASE } from '../../support/report-kit.ts';
import { ANSWERED, UNANSWERED } from '../../support/sample-answers.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';

type World = Awaited<ReturnType<typeof started>>;

async function answered(world: World, options: Record<string, string | boolean> = {}): Promise<Message> {
  const { server, channel, ana, settled } = world;
  const input = { name: 'ask', channel, user: ana, options: { question: QUESTION, ...options } };
  const interaction = server.slash(input);
  await settled();
  return server.response(interaction) ?? expect.fail('there is no answer');
}

/** What is shown to who pressed. */
async function shown({ server }: World, interaction: Interaction): Promise<Message> {
  return server.until(() => server.answers(interaction)[0]);
}

test('excerpts and sources are shown to who presses, in one quick acknowledgement', async () => {
  const world = await started();
  const answer = await answered(world);
  const excerpts = world.server.press(answer, `excerpts:${ANSWERED.id}`, world.mod);
  const message = await shown(world, excerpts);
  expect(message.ephemeralFor).toBe(world.mod.id);
  expect(message.embeds).toHaveLength(3);
  expect(JSON.stringify(message.embeds)).toContain('quasi-certitude');
  expect(excerpts.callback?.type).toBe(5);
  const sources = await shown(world, world.server.press(answer, `sources:${ANSWERED.id}`, world.ana));
  expect(JSON.stringify(sources.embeds)).toContain('valdoria.example');
});

test('opinions are kept, the last one of each person', async () => {
  const world = await started();
  const answer = await answered(world);
  await shown(world, world.server.press(answer, `up:${ANSWERED.id}`, world.ana));
  const thanks = await shown(world, world.server.press(answer, `down:${ANSWERED.id}`, world.ana));
  expect(thanks).toMatchObject({ ephemeralFor: world.ana.id });
  expect(thanks.content).toContain('ne vous a pas aidé');
  const ratings = await world.store.listRatings({ limit: 10 });
  expect(ratings).toMatchObject([{ verdict: 'down' }]);
});

test('an answer that is no longer kept is said to be so', async () => {
  const world = await started();
  const answer = await answered(world);
  const person = { platform: 'discord', workspaceId: world.guild.id, userId: world.ana.id };
  await world.store.forgetUser(person);
  for (const action of ['excerpts', 'up']) {
    const word = await shown(world, world.server.press(answer, `${action}:${ANSWERED.id}`, world.ana));
    expect(word.content).toContain('n’est plus conservée');
  }
});

test('an answer that went to its asker instead of the channel has its excerpts and opinions too', async () => {
  const world = await started();
  const { server, guild, channel, ana, store } = world;
  server.restrictBot(channel, { deny: PERMISSIONS.sendMessages | PERMISSIONS.createPublicThreads });
  server.say({ channel, user: ana, content: QUESTION, mentionsBot: true });
  await world.settled();
  const answer = server
    .messages([...server.world.channels.values()].find(({ type }) => type === 1) ?? channel)
    .at(-1);
  const press = (action: string) =>
    shown(world, server.press(answer ?? expect.fail(), `${action}:${ANSWERED.id}@${guild.id}`, ana));
  expect(JSON.stringify((await press('excerpts')).embeds)).toContain('quasi-certitude');
  expect((await press('up')).content).toContain('vous a aidé');
  expect(await store.answers.find(ANSWERED.id, place(guild.id, channel.id))).not.toBeNull();
});

test('a suggested question is asked by who presses it, where it stands', async () => {
  const world = await started({}, { answer: UNANSWERED });
  const { server, channel, mod, questions, settled } = world;
  const answer = await answered(world);
  const pressed = server.press(answer, `ask:${UNANSWERED.id}:1`, mod);
  await settled(2);
  expect(questions).toEqual([QUESTION, UNANSWERED.suggestions[1]]);
  expect(server.response(pressed)).toMatchObject({ channelId: channel.id, flags: 0 });
  expect(world.taken[1]?.message).toMatchObject({ userId: mod.id, command: null });
});

test('under a private answer, the next one is private', async () => {
  const world = await started({}, { answer: UNANSWERED });
  const answer = await answered(world, { private: true });
  const pressed = world.server.press(answer, `ask:${UNANSWERED.id}:0`, world.ana);
  await world.settled(2);
  expect(world.server.response(pressed)).toMatchObject({ ephemeralFor: world.ana.id });
});

test('many suggestions come as a menu', async () => {
  const suggestions = Array.from({ length: 30 }, (_, i) => `Question ${i} ?`);
  const world = await started({}, { answer: { ...UNANSWERED, suggestions } });
  const answer = await answered(world);
  const menu = `ask:${UNANSWERED.id}:1`;
  world.server.select(answer, menu, [`ask:${UNANSWERED.id}:27`], world.ana);
  await world.settled(2);
  expect(world.questions[1]).toBe('Question 27 ?');
});

test('a defect ends in a short word with its reference, and the log has the cause', async () => {
  const world = await started();
  const answer = await answered(world);
  world.store.ratings.rate = async () => {
    throw new Error('secret cause');
  };
  const word = await shown(world, world.server.press(answer, `up:${ANSWERED.id}`, world.ana));
  expect(word.content).toContain('discord-1');
  expect(word.content).not.toContain('secret');
  expect(JSON.stringify(world.lines)).toContain('secret cause');
});

test('a case leads to its other views by buttons, as their commands would show them', async () => {
  const world = await started({}, { deps: { cases: caseBookOf([SAMPLE_CASE]) } });
  const { server, channel, guild, ana, mod, store, settled } = world;
  const input = { name: 'case', channel, user: ana, options: { case: SAMPLE_CASE.record.id } };
  const interaction = server.slash(input);
  await settled();
  const card = server.response(interaction) ?? expect.fail('there is no card');
  expect(card.content).toContain('## ');
  const timeline = server.press(card, `view:timeline:${SAMPLE_CASE.record.id}`, mod);
  await settled(2);
  expect(world.taken[1]?.message).toMatchObject({
    command: 'timeline',
    text: SAMPLE_CASE.record.id,
    userId: mod.id,
  });
  expect(server.response(timeline)).toMatchObject({ flags: 0 });
  await store.settings.write(place(guild.id, channel.id), 'channel', { replies: 'private' });
  const sides = server.press(card, `view:sides:${SAMPLE_CASE.record.id}`, mod);
  await settled(3);
  expect(server.response(sides)).toMatchObject({ ephemeralFor: mod.id });
});

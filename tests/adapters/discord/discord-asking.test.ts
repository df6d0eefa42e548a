/** Every way of asking the bot on Discord, and what is not meant for it. */
import { expect, test } from 'vitest';
import type { AskQuestion } from '../../../src/core/ask.ts';
import { discordWorld } from '../../support/discord/discord-kit.ts';
import { keepingBot, place, started } from '../../support/discord/keeping-bot.ts';
import { PERMISSIONS } from '../../support/discord/permissions.ts';
import { ANSWERED, eventsOf } from '../../support/sample-answers.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';
const FIRST = 'Selon le ministère de Valdoria';

test('a mention is answered in a thread, where follow-ups need no mention', async () => {
  const { server, channel, ana, written, settled, questions, quiet } = await started();
  const question = server.say({ channel, user: ana, content: QUESTION, mentionsBot: true });
  await settled();
  const thread = server.world.channels.get(question.id);
  expect(thread).toMatchObject({ parentId: channel.id, name: QUESTION, type: 11 });
  expect(written(question)).toHaveLength(1);
  expect(written(channel)).toHaveLength(0);

  server.say({ channel: question, user: ana, content: 'Et que répond Norland ?' });
  await settled(2);
  expect(questions).toEqual([QUESTION, 'Et que répond Norland ?']);
  expect(written(question)).toHaveLength(2);
  // Thanks are no question, and what is said to somebody else is not for the bot.
  server.say({ channel: question, user: ana, content: 'Merci !' });
  server.say({ channel: question, user: ana, content: `<@${ana.id}> et toi, qu’en dis-tu ?` });
  await quiet();
  expect(questions).toHaveLength(2);
});

test('a reply in a thread to somebody else is not for the bot', async () => {
  const { server, channel, ana, mod, settled, quiet, questions } = await started();
  const question = server.say({ channel, user: ana, content: QUESTION, mentionsBot: true });
  await settled();
  const remark = server.say({ channel: question, user: mod, content: 'Tiens.' });
  server.say({ channel: question, user: ana, content: 'Qu’en penses-tu, toi ?', replyTo: remark });
  await quiet();
  expect(questions).toHaveLength(1);
});

test('what is said in a channel, by bots, or by the bot itself is left alone', async () => {
  const { server, channel, ana, quiet, questions } = await started();
  server.say({ channel, user: ana, content: 'Bonjour à toutes et à tous !' });
  const other = server.addUser({ username: 'autobot' });
  other.bot = true;
  server.say({ channel, user: other, content: QUESTION, mentionsBot: true });
  await quiet();
  expect(questions).toEqual([]);
  expect(server.calls.filter(({ method }) => method === 'POST')).toEqual([]);
});

test('a reply to the bot is a question; mentions of others become names', async () => {
  const { server, channel, ana, mod, written, settled, store, guild, questions } = await started();
  await store.settings.write(place(guild.id, channel.id), 'channel', { threads: false });
  const question = server.say({ channel, user: ana, content: QUESTION, mentionsBot: true });
  await settled();
  const [answer] = written(channel);
  expect(answer?.replyTo?.messageId).toBe(question.id);
  server.say({
    channel,
    user: ana,
    content: `Et <@${mod.id}> dans <#${channel.id}> ?`,
    replyTo: answer ?? '',
  });
  await settled(2);
  expect(questions[1]).toBe('Et @mod dans #general ?');
});

test('a reply to an answer in a channel goes on with its conversation, over several replies', async () => {
  const heard: string[][] = [];
  const ask: AskQuestion = async function* ({ history = [] }) {
    heard.push(history.map(({ question }) => question));
    yield* eventsOf({ ...ANSWERED, id: `answer-${heard.length}` });
  };
  const { server, channel, ana, mod, written, settled, store, guild } = await started({}, { deps: { ask } });
  await store.settings.write(place(guild.id, channel.id), 'channel', { threads: false });
  server.say({ channel, user: ana, content: QUESTION, mentionsBot: true });
  await settled();
  for (const [i, user] of [ana, mod].entries()) {
    server.say({ channel, user, content: `Et puis ${i} ?`, replyTo: written(channel).at(-1) ?? '' });
    await settled(i + 2);
  }
  server.say({ channel, user: ana, content: 'Autre chose ?', mentionsBot: true });
  await settled(4);
  expect(heard).toEqual([[], [QUESTION], [QUESTION, 'Et puis 0 ?'], []]);
});

test('direct messages are questions, answered there', async () => {
  const { server, ana, settled, questions, taken } = await started();
  const said = server.say({ user: ana, content: QUESTION });
  await settled();
  const answers = server.messages(said.channelId).filter(({ author }) => author.id === server.bot.id);
  expect(questions).toEqual([QUESTION]);
  expect(answers[0]?.content).toContain(FIRST);
  expect(taken[0]?.message).toMatchObject({ direct: true, workspaceId: `dm-${said.channelId}` });
});

test('/ask is deferred, then answered in place', async () => {
  const { server, channel, ana, settled, taken } = await started();
  const interaction = server.slash({ name: 'ask', channel, user: ana, options: { question: QUESTION } });
  await settled();
  expect(interaction.callback).toMatchObject({ type: 5 });
  const answer = server.response(interaction);
  expect(answer?.content).toContain(FIRST);
  expect(answer?.embeds).toHaveLength(3);
  expect(answer?.ephemeralFor).toBeUndefined();
  expect(taken[0]?.message).toMatchObject({ command: 'ask', text: QUESTION, uiLang: 'fr' });
});

test('the command on a message asks about its text, and runs no command in it', async () => {
  const { server, channel, ana, mod, settled, questions } = await started();
  const said = server.say({ channel, user: mod, content: '/casebook forget-me --private' });
  server.messageCommand({ name: 'Ask Casebook about this', channel, user: ana, message: said });
  await settled();
  expect(questions).toEqual(['casebook forget-me --private']);
});

test('in an ask-channel and in a forum each post is answered', async () => {
  const { server, channel, guild, ana, store, settled, questions, written, quiet } = await started();
  const forum = server.addChannel({ guild, name: 'questions', type: 'forum' });
  for (const { id } of [channel, forum])
    await store.settings.write(place(guild.id, id), 'channel', { askChannel: true });
  const said = server.say({ channel, user: ana, content: QUESTION });
  await settled();
  expect(written(said)).toHaveLength(1);
  const { thread } = server.forumPost({ forum, user: ana, name: 'Valdoria', content: 'Que dit Norland ?' });
  await settled(2);
  expect(written(thread)).toHaveLength(1);
  server.say({ channel: thread, user: ana, content: 'Depuis quand le dit-il ?' });
  await settled(3);
  expect(questions).toEqual([QUESTION, 'Que dit Norland ?', 'Depuis quand le dit-il ?']);
  const other = server.addChannel({ guild, name: 'other', type: 'forum' });
  server.forumPost({ forum: other, user: ana, name: 'Autre', content: 'Qui a fait cela ?' });
  await quiet();
  expect(questions).toHaveLength(3);
});

test('without the message-content intent, mentions, direct messages and commands work', async () => {
  const world = await discordWorld({ privileged: { messageContent: false } });
  const { server, channel, ana } = world;
  const { bot, questions } = keepingBot();
  const { settled } = await world.adapter(bot, { messageContent: false });
  server.say({ channel, user: ana, content: 'Un ?', mentionsBot: true });
  await settled();
  server.say({ user: ana, content: 'Deux ?' });
  await settled(2);
  server.slash({ name: 'ask', channel, user: ana, options: { question: 'Trois ?' } });
  await settled(3);
  server.say({ channel, user: ana, content: 'Quatre ?' });
  await world.quiet();
  expect(questions).toEqual(['Un ?', 'Deux ?', 'Trois ?']);
});

test('where no thread may be opened, the answer is a reply in the channel', async () => {
  const { server, channel, ana, settled, written } = await started();
  server.restrictBot(channel, { deny: PERMISSIONS.createPublicThreads });
  const question = server.say({ channel, user: ana, content: QUESTION, mentionsBot: true });
  await settled();
  expect(written(channel)).toMatchObject([{ replyTo: { messageId: question.id } }]);
});

/** Correction notices on Discord: where the answer stands, once, and nowhere else. */
import { expect, onTestFinished, test } from 'vitest';
import type { Message } from '../../support/discord/discord-model.ts';
import { place, started } from '../../support/discord/keeping-bot.ts';
import { PERMISSIONS } from '../../support/discord/permissions.ts';
import { seenMessage } from '../../support/discord/seen-message.ts';
import { describeNoticeContract } from '../../support/notice-contract.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';
const SEND = 'POST /channels/:id/messages';
const NOTICE =
  'Correction : une source a changé.\n• Le Journal @everyone\n  https://valdoria.example/a_b?c=1&d';

type World = Awaited<ReturnType<typeof started>>;

const isNotice = ({ content }: Message) => content.includes('-# Casebook · ');
const notices = (world: World, channel: { readonly id: string }) => world.written(channel).filter(isNotice);

/** A question that was answered in a thread. */
async function inThread() {
  const world = await started();
  const { server, channel, guild, ana } = world;
  const question = server.say({ channel, user: ana, content: QUESTION, mentionsBot: true });
  await world.settled();
  return { world, question, to: { ...place(guild.id, channel.id), threadId: question.id } };
}

describeNoticeContract('discord', async () => {
  const { world, question, to } = await inThread();
  const { server, running } = world;
  return {
    to,
    tellsAgain: true,
    post: (...notice) => running.adapter.post(...notice),
    seen: async () =>
      notices(world, question).map((message) => {
        const shown = seenMessage(message as unknown as Parameters<typeof seenMessage>[0]);
        const { text, links, mentions, formatting, previews } = shown;
        const stray = links.filter((link) => !link.startsWith('https://valdoria.example/'));
        const marked = formatting.filter(({ kind }) => kind !== 'subtext');
        const taken = [...stray, ...mentions, ...previews, ...marked];
        return { text, interpreted: taken.length > 0 };
      }),
    refuse(how) {
      server.calm();
      // Slow mode, which ends.
      if (how === 'for-a-while') server.fail(SEND, { status: 400, code: 20016, times: 99 });
      else server.removeChannel(question);
    },
    stop: () => running.adapter.stop(),
  };
});

test('a notice that was lost on the wire is not written twice, nor by the next process', async () => {
  const { world, question, to } = await inThread();
  world.server.dropAfter(SEND, 2);
  await world.running.adapter.post(to, NOTICE, 'key');
  const next = await world.adapter(world.bot);
  await next.adapter.post(to, NOTICE, 'key');
  expect(notices(world, question)).toHaveLength(1);
});

test('a thread that was put away is opened again; one that is locked is left alone', async () => {
  const { world, question, to } = await inThread();
  const thread = world.server.world.channels.get(question.id)?.thread ?? expect.fail('there is no thread');
  thread.archived = true;
  await world.running.adapter.post(to, NOTICE, 'key');
  expect(notices(world, question)).toHaveLength(1);
  thread.locked = true;
  thread.archived = true;
  await world.running.adapter.post(to, NOTICE, 'other key');
  expect(notices(world, question)).toHaveLength(1);
});

test('of an answer in the channel itself, the notice is a reply to the answer', async () => {
  const world = await started();
  const { server, channel, guild, ana } = world;
  const where = place(guild.id, channel.id);
  await world.store.settings.write(where, 'channel', { threads: false });
  const asked = server.slash({ name: 'ask', channel, user: ana, options: { question: QUESTION } });
  await world.settled();
  const question = server.say({ channel, user: ana, content: QUESTION, mentionsBot: true });
  await world.settled(2);
  const answers = world.written(channel);
  for (const [i, { id }] of [asked, question].entries())
    await world.running.adapter.post({ ...where, threadId: id }, NOTICE, `key ${i}`);
  const replies = notices(world, channel).map(({ replyTo }) => replyTo?.messageId);
  expect(replies).toEqual(answers.map(({ id }) => id));
  expect(notices(world, channel).flatMap(({ mentions }) => mentions)).toEqual([]);
});

test('where the thread or the permission is gone, nobody is told, in no other place either', async () => {
  const { world, question, to } = await inThread();
  const { server, channel } = world;
  server.restrictBot(channel, { deny: PERMISSIONS.sendInThreads });
  await world.running.adapter.post(to, NOTICE, 'key');
  server.removeChannel(question);
  await world.running.adapter.post(to, NOTICE, 'key');
  const all = [...server.world.messages.values()].filter(isNotice);
  expect(all).toEqual([]);
});

test('in direct messages, the conversation is the channel', async () => {
  const world = await started();
  const { server, ana } = world;
  const question = server.say({ user: ana, content: QUESTION });
  await world.settled();
  onTestFinished(() => server.calm());
  const { channelId } = question;
  await world.running.adapter.post(
    { ...place(`dm-${channelId}`, channelId), threadId: channelId },
    NOTICE,
    'k',
  );
  expect(notices(world, { id: channelId })).toHaveLength(1);
});

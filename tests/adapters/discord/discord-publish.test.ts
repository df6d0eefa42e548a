/** News on Discord: once in its channel, changed in place, and what is Discord's own about it. */
import { expect, test } from 'vitest';
import type { Message } from '../../support/discord/discord-model.ts';
import { place, started } from '../../support/discord/keeping-bot.ts';
import { PERMISSIONS } from '../../support/discord/permissions.ts';
import { seenMessage } from '../../support/discord/seen-message.ts';
import { digestOf, newsPost, storyReport } from '../../support/news-report-kit.ts';
import {
  describePublishContract,
  type PublishUnderTest,
  type SeenPost,
} from '../../support/publish-contract.ts';
import { SAMPLE_PICTURE } from '../../support/sample-picture.ts';

const SEND = 'POST /channels/:id/messages';
const OWN_MARKS = ['bold', 'heading', 'subtext'];

function shown(message: Message): SeenPost {
  const { text, links, mentions, previews, formatting } = seenMessage(
    message as unknown as Parameters<typeof seenMessage>[0],
  );
  const stray = links.filter((link) => !link.startsWith('https://valdoria.example/'));
  const marked = formatting.filter(({ kind }) => !OWN_MARKS.includes(kind));
  return {
    id: message.id,
    text,
    interpreted: [...stray, ...marked, ...mentions, ...previews, ...message.mentions].length > 0,
    pictures: message.attachments.map(({ description = '' }) => description),
    below: message.replyTo?.messageId ?? null,
  };
}

async function start() {
  let past = 0;
  const now = () => Date.now() + past;
  const world = await started({ now });
  const { server, channel, guild, ana, running, bot } = world;
  let processes = 0;
  const to = place(guild.id, channel.id);
  const under: PublishUnderTest = {
    to,
    now,
    next: async () => (processes++ === 0 ? running : await world.adapter(bot)).adapter,
    // Parts of a change are replies to the post that they belong to.
    seen: async () => world.written(channel).map(shown),
    later() {
      past += 30 * 60_000;
      for (let i = 0; i < 250; i++) server.say({ channel, user: ana, content: `Bavardage ${i}` });
    },
    loseAnswer: () => server.dropAfter(SEND),
    refuseAfter: (after) => server.fail(SEND, { status: 400, code: 20016, after, times: 99 }),
    calm: () => server.calm(),
    takeAway: (id) => server.deleteMessage(server.world.messages.get(id) ?? expect.fail('no such message')),
    close(why) {
      if (why === 'gone') server.removeChannel(channel);
      else if (why === 'not-invited') server.removeGuild(guild);
      else server.restrictBot(channel, { deny: PERMISSIONS.sendMessages });
    },
  };
  return { world, under, to, adapter: running.adapter };
}

describePublishContract('discord', async () => (await start()).under);

test('a post says what it is in small print, notifies nobody, and opens its case', async () => {
  const { world, under, to, adapter } = await start();
  await adapter.publish(to, newsPost(under.now()));
  const [message] = world.written(world.channel);
  expect(message?.content).toMatch(/^## Valdoria.*\n-# Casebook · actualités · [0-9a-f]{12}$/);
  expect(JSON.stringify(message?.embeds)).toContain('🟦 **Norland**');
  expect(message?.sent[0]).toMatchObject({
    allowed_mentions: { parse: [], replied_user: false },
    enforce_nonce: true,
    nonce: expect.stringMatching(/^.{1,25}$/),
  });
  expect(JSON.stringify(message?.components)).toContain('view:timeline:2025-lac-gris');
});

test('where the bot may not embed, all is said in text, and known again', async () => {
  const { world, under, to, adapter } = await start();
  world.server.restrictBot(world.channel, { deny: PERMISSIONS.embedLinks });
  const digest = { ...newsPost(under.now()), report: digestOf(20), picture: SAMPLE_PICTURE };
  const ref = await adapter.publish(to, digest);
  const written = world.written(world.channel).map(({ id }) => id);
  expect(written.length).toBeGreaterThan(1);
  under.later();
  const next = await under.next();
  expect(await next.publish(to, { ...digest, attempt: 2 })).toBe(ref);
  expect(world.written(world.channel).map(({ id }) => id)).toEqual(written);
});

test('without the right to read the history, a post is no reply, and is known by its nonce for minutes', async () => {
  const { world, under, to, adapter } = await start();
  const replyTo = await adapter.publish(to, newsPost(under.now()));
  world.server.restrictBot(world.channel, { deny: PERMISSIONS.readHistory });
  const update = { ...newsPost(under.now()), mark: 'update:1', replyTo };
  const ref = await adapter.publish(to, update);
  expect(await adapter.publish(to, { ...update, attempt: 2 })).toBe(ref);
  expect(world.written(world.channel)).toHaveLength(2);
});

test('a thread that was put away is opened for a change; one that is locked is a place that is gone', async () => {
  const { world, under, adapter } = await start();
  const { server, channel, guild, ana } = world;
  const question = server.say({ channel, user: ana, content: 'Qui ?', mentionsBot: true });
  await world.settled();
  const to = place(guild.id, question.id);
  const ref = await adapter.publish(to, newsPost(under.now()));
  const thread = server.world.channels.get(question.id)?.thread ?? expect.fail('there is no thread');
  thread.archived = true;
  await adapter.revise(to, ref, { report: storyReport({ title: 'Norland dément' }) });
  expect(world.written(question).at(-1)?.content).toContain('Norland dément');
  thread.locked = true;
  const refused = adapter.publish(to, { ...newsPost(under.now()), mark: 'story:2' });
  await expect(refused).rejects.toMatchObject({
    name: 'PlaceGoneError',
    message: expect.stringMatching('locked'),
  });
});

test('a forum takes no posts, which the error tells', async () => {
  const { world, under, adapter } = await start();
  const forum = world.server.addChannel({ guild: world.guild, type: 'forum' });
  const refused = adapter.publish(place(world.guild.id, forum.id), newsPost(under.now()));
  await expect(refused).rejects.toMatchObject({
    name: 'PlaceGoneError',
    message: expect.stringMatching('forum'),
  });
});

test('announcement channels take posts as any other', async () => {
  const { world, under, adapter } = await start();
  const news = world.server.addChannel({ guild: world.guild, type: 'announcement' });
  await adapter.publish(place(world.guild.id, news.id), newsPost(under.now()));
  expect(world.written(news)).toHaveLength(1);
});

test('a token that is refused is not the fault of the channel', async () => {
  const { world, under, to, adapter } = await start();
  world.server.fail(SEND, { status: 401 });
  const refused = adapter.publish(to, newsPost(under.now()));
  await expect(refused).rejects.not.toMatchObject({ name: 'PlaceGoneError' });
});

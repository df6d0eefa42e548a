/** Nothing that the bot sends can ping anybody: seen at the wire, for every kind of send. */
import { expect, test } from 'vitest';
import { place, started } from '../../support/discord/keeping-bot.ts';
import { PERMISSIONS } from '../../support/discord/permissions.ts';
import type { Call } from '../../support/discord/rest-call.ts';
import { ANSWERED, HOSTILE_TEXT, UNANSWERED } from '../../support/sample-answers.ts';

const HOSTILE = {
  ...ANSWERED,
  sentences: [{ ...ANSWERED.sentences[0], text: `${HOSTILE_TEXT} <@1> <@&2>` }],
};
const NOBODY = { parse: [], replied_user: false };

/** Calls that write a message or announce one. */
function writes({ method, path }: Call): boolean {
  const route = /^\/(?:channels\/\d+\/messages(?:\/\d+)?|webhooks\/.+|interactions\/.+\/callback)$/;
  return (method === 'POST' || method === 'PATCH') && route.test(path);
}

test('every kind of send carries allowed_mentions that allow nobody', async () => {
  const answer = { ...HOSTILE, suggestions: UNANSWERED.suggestions } as typeof ANSWERED;
  const world = await started({}, { answer, pause: 300 });
  const { server, channel, guild, ana, settled, store, quiet } = world;
  const question = 'Qui @everyone ?';
  // In a thread, as a reply, edited while it is written; by direct message; to a command, in private and in the open.
  server.say({ channel, user: ana, content: question, mentionsBot: true });
  await settled(1);
  await store.settings.write(place(guild.id, channel.id), 'channel', { threads: false });
  server.say({ channel, user: ana, content: question, mentionsBot: true });
  server.say({ user: ana, content: question });
  await settled(3);
  const asked = server.slash({ name: 'ask', channel, user: ana, options: { question } });
  server.slash({ name: 'ask', channel, user: ana, options: { question, private: true } });
  const said = server.say({ channel, user: ana, content: question });
  server.messageCommand({ name: 'Ask Casebook about this', channel, user: ana, message: said });
  await settled(6);
  server.press(server.response(asked) ?? '', `excerpts:${answer.id}`, ana);
  server.press(server.response(asked) ?? '', `up:${answer.id}`, ana);
  await quiet();
  // A refusal in private, to a mention and to a command.
  await store.settings.write(place(guild.id, channel.id), 'channel', { answers: false });
  server.slash({ name: 'ask', channel, user: ana, options: { question } });
  server.say({ channel, user: ana, content: question, mentionsBot: true });
  await settled(8);
  // Where the bot may not write, by direct message.
  await store.settings.write(place(guild.id, channel.id), 'channel', { answers: true });
  server.restrictBot(channel, { deny: PERMISSIONS.sendMessages | PERMISSIONS.createPublicThreads });
  server.say({ channel, user: ana, content: question, mentionsBot: true });
  await settled(9);

  const sent = server.calls.filter(writes);
  const kinds = new Set(sent.map(({ method, path }) => `${method} ${path.split('/')[1]}`));
  expect([...kinds].sort()).toEqual([
    'PATCH channels',
    'PATCH webhooks',
    'POST channels',
    'POST interactions',
    'POST webhooks',
  ]);
  for (const { body, path } of sent) {
    const { allowed_mentions: own, data } = body as Record<string, Record<string, unknown>>;
    expect(own ?? data?.allowed_mentions, path).toEqual(NOBODY);
  }
  for (const message of server.world.messages.values())
    if (message.author.id === server.bot.id)
      expect([message.mentions, message.mentionRoles, message.mentionEveryone]).toEqual([[], [], false]);
});

/** Each way of asking in Slack, and what is not asking. */
import { describe, expect, it } from 'vitest';
import { ANSWERED, scriptedAsk } from '../../support/sample-answers.ts';
import { seen, wholeReply } from '../../support/slack/casebook-kit.ts';
import { inSlack } from '../../support/slack/in-slack.ts';
import {
  ADA,
  ALICE,
  ALICE_DM,
  BOB,
  BOT,
  ELSEWHERE,
  GENERAL,
  GROUP_DM,
  SECRET,
} from '../../support/slack/workspace.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';
const FIRST = ANSWERED.sentences[0]?.text ?? '';
const PLACE = { platform: 'slack', workspaceId: 'T0TEAM0001' };

/** Remembers what the bot was asked. */
function listening() {
  const asked: string[] = [];
  const ask = scriptedAsk((question) => {
    asked.push(question);
    return ANSWERED;
  });
  return { asked, bot: { ask } };
}

describe('a mention', () => {
  it.each([GENERAL, SECRET, GROUP_DM])('is answered once, in its thread (%s)', async (channel) => {
    const { asked, bot } = listening();
    const { server, mention, answerTo, settled, count } = await inSlack({ bot });
    const question = mention(QUESTION, { channel });
    expect(await answerTo(question)).toContain(FIRST);
    await settled();
    expect(asked).toEqual([QUESTION]);
    expect(count(channel, question.ts)).toBe(1);
    for (const message of server.messages(channel))
      if (message.user === BOT) expect(message.thread_ts).toBe(question.ts);
    expect(server.callsOf('chat.startStream')).toHaveLength(1);
  });

  it('is answered where only the mention comes, or only the message', async () => {
    for (const subscriptions of [['app_mention'], ['message.channels']]) {
      const { mention, answerTo } = await inSlack({ server: { subscriptions } });
      expect(await answerTo(mention(QUESTION))).toContain(FIRST);
    }
  });

  it('comes as plain text, without Slack’s escapes', async () => {
    const { asked, bot } = listening();
    const { server, answerTo } = await inSlack({ bot });
    const text = `Hé <@${BOT}>: qui, &lt;A&gt; ou <@${BOB}|bob>, voir <https://x.example/a?b=1&amp;c|ceci> dans <#${GENERAL}|general> <!here> ?`;
    await answerTo(server.say({ channel: GENERAL, user: ALICE, text }));
    expect(asked).toEqual(['Hé: qui, <A> ou @bob, voir ceci dans #general @here ?']);
  });

  it('posts nothing that unfurls, and nothing to the whole channel', async () => {
    const { server, mention, answerTo } = await inSlack();
    await answerTo(mention('/help'));
    const posts = server.callsOf('chat.postMessage');
    expect(posts.length).toBeGreaterThan(0);
    for (const { args } of posts)
      expect(args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false', mrkdwn: 'false' });
    for (const { args } of server.calls) expect(args).not.toHaveProperty('reply_broadcast');
  });
});

describe('a thread', () => {
  it('goes on without a mention where the app has answered, and only for what is a question to it', async () => {
    const { asked, bot } = listening();
    const { server, mention, answerTo, settled } = await inSlack({ bot });
    const root = mention(QUESTION);
    await answerTo(root);
    await settled();
    const inThread = { channel: GENERAL, user: BOB, thread_ts: root.ts };
    server.say({ ...inThread, text: `<@${ALICE}> what do you think of this?` });
    server.say({ ...inThread, text: 'merci' });
    const followUp = server.say({ ...inThread, text: 'Et que répond Norland ?' });
    server.say({ channel: GENERAL, user: BOB, text: 'Qui a attaqué qui, au juste ?' });
    await server.until(() => asked.length === 2);
    await settled();
    expect(asked).toEqual([QUESTION, 'Et que répond Norland ?']);
    expect(server.thread(GENERAL, root.ts).filter((m) => m.user === BOT && m.ts > followUp.ts)).toHaveLength(
      1,
    );
  });

  it('is left alone where the setting says so, or where the app has not answered', async () => {
    const { asked, bot } = listening();
    const { server, mention, answerTo, settled, store } = await inSlack({ bot });
    await store.settings.write({ ...PLACE, channelId: GENERAL }, 'channel', { followUps: false });
    const root = mention(QUESTION);
    await answerTo(root);
    const other = server.say({ channel: GENERAL, user: BOB, text: 'Unrelated' });
    for (const thread_ts of [root.ts, other.ts])
      server.say({ channel: GENERAL, user: BOB, thread_ts, text: 'And who answered what?' });
    await settled();
    expect(asked).toEqual([QUESTION]);
  });
});

describe('a direct message', () => {
  it('is answered without a mention, in its thread, with a title', async () => {
    const { server, answerTo } = await inSlack();
    const question = server.say({ channel: ALICE_DM, user: ALICE, text: QUESTION });
    expect(await answerTo(question)).toContain(FIRST);
    const { title, statuses } = server.agentThread(ALICE_DM, question.ts);
    expect(title).toBe(QUESTION);
    expect(statuses).toEqual(['cherche dans le corpus…', '']);
    const [started] = server.callsOf('chat.startStream');
    expect(started?.args).not.toHaveProperty('recipient_user_id');
  });
});

describe('what is not a question', () => {
  it('is ignored: bots, edits, deletions, joins, files without words', async () => {
    const { asked, bot } = listening();
    const { server, settled } = await inSlack({ bot });
    const text = `<@${BOT}> ${QUESTION}`;
    server.say({
      channel: GENERAL,
      user: ALICE,
      text,
      fields: { subtype: 'bot_message', bot_id: 'B0OTHER' },
    });
    server.say({ channel: GENERAL, user: ALICE, text, fields: { bot_id: 'B0OTHER' } });
    server.say({ channel: GENERAL, user: ALICE, text, fields: { subtype: 'channel_join' } });
    server.say({ channel: ALICE_DM, user: BOT, text });
    const plain = server.say({ channel: GENERAL, user: ALICE, text: 'Bonjour' });
    server.editMessage(GENERAL, plain.ts, text);
    server.deleteMessage(GENERAL, plain.ts);
    await settled();
    expect(asked).toEqual([]);
    expect(server.callsOf('chat.postMessage')).toEqual([]);
  });

  it('but words with a file, or sent to the channel from a thread, are', async () => {
    const { asked, bot } = listening();
    const { server, mention, answerTo, settled } = await inSlack({ bot });
    const fields = { subtype: 'file_share', files: [{ id: 'F1' }] };
    await answerTo(server.say({ channel: ALICE_DM, user: ALICE, text: QUESTION, fields }));
    const root = mention('Première question sur Norland ?');
    await answerTo(root);
    await settled();
    server.say({
      channel: GENERAL,
      user: ALICE,
      text: 'Et la suite, est-elle connue ?',
      thread_ts: root.ts,
      fields: { subtype: 'thread_broadcast' },
    });
    await server.until(() => asked.length === 3);
  });
});

describe('the message shortcut', () => {
  it('asks about a message, in its thread', async () => {
    const { asked, bot } = listening();
    const { server, answerTo } = await inSlack({ bot });
    const about = server.say({ channel: GENERAL, user: BOB, text: 'Le ministère de Valdoria &amp; Norland' });
    await server.messageShortcut({ callback_id: 'casebook_ask_about', user: ALICE, message: about });
    expect(await answerTo(about)).toContain(FIRST);
    expect(asked).toEqual(['Le ministère de Valdoria & Norland']);
  });

  it('cuts a long message, and says so when there are no words', async () => {
    const { asked, bot } = listening();
    const { server, answerTo } = await inSlack({ bot });
    const long = server.say({ channel: GENERAL, user: BOB, text: 'Valdoria '.repeat(500) });
    await server.messageShortcut({ callback_id: 'casebook_ask_about', user: ALICE, message: long });
    await answerTo(long);
    expect(asked[0]?.length).toBeLessThanOrEqual(2_000);
    expect(asked[0]).toMatch(/Valdoria$/);
    const picture = server.say({ channel: GENERAL, user: BOB, text: '' });
    await server.messageShortcut({ callback_id: 'casebook_ask_about', user: BOB, message: picture });
    const [told] = await server.until(() =>
      server.ephemerals(BOB).length > 0 ? server.ephemerals(BOB) : false,
    );
    expect(seen(told === undefined ? [] : [told]).text).toContain('pas de texte');
  });

  it('answers the person alone where the app is no member', async () => {
    const { server } = await inSlack();
    const about = server.say({ channel: ELSEWHERE, user: BOB, text: QUESTION });
    await server.messageShortcut({ callback_id: 'casebook_ask_about', user: BOB, message: about });
    const told = await server.until(() =>
      server.ephemerals(BOB).length > 0 ? server.ephemerals(BOB) : false,
    );
    expect(seen(told).text).toContain(FIRST);
    expect(server.messages(ELSEWHERE)).toEqual([about]);
  });
});

describe('settings of a channel', () => {
  it('close it: who mentions the app is told alone', async () => {
    const { asked, bot } = listening();
    const { server, mention, store } = await inSlack({ bot });
    await store.settings.write({ ...PLACE, channelId: GENERAL }, 'channel', { answers: false });
    mention('Who attacked the ministry of Valdoria?');
    const told = await server.until(() =>
      server.ephemerals(ALICE).length > 0 ? server.ephemerals(ALICE) : false,
    );
    expect(seen(told).text).toContain('I do not answer in this channel');
    expect(asked).toEqual([]);
  });

  it('make each message of a channel a question', async () => {
    const { server, store, answerTo } = await inSlack();
    await store.settings.write({ ...PLACE, channelId: SECRET }, 'channel', { askChannel: true });
    const question = server.say({ channel: SECRET, user: ADA, text: QUESTION });
    expect(await answerTo(question)).toContain(FIRST);
    expect(wholeReply(server, SECRET, question.ts)).toHaveLength(1);
  });
});

/** Direct messages: with the app, where one's settings are one's own, and between people, who may read along. */
import { describe, expect, it } from 'vitest';
import { ANSWERED, scriptedAsk, UNANSWERED } from '../../support/sample-answers.ts';
import { seen } from '../../support/slack/casebook-kit.ts';
import { type InSlack, inSlack } from '../../support/slack/in-slack.ts';
import { ALICE, ALICE_DM, addConversation, BOB, BOT, GENERAL } from '../../support/slack/workspace.ts';

const PLACE = { platform: 'slack', workspaceId: 'T0TEAM0001' };

function own({ server }: InSlack, channel: string) {
  return server.messages(channel).filter(({ user }) => user === BOT);
}

function between({ server }: InSlack): string {
  const members = [ALICE, BOB];
  return addConversation(server.state.workspace, { name: 'alice-bob', kind: 'im', members }).id;
}

describe('a command in the conversation with the app', () => {
  it('lets anybody change the settings of that conversation', async () => {
    const slack = await inSlack();
    const { server, store } = slack;
    const here = { user: ALICE, channel: ALICE_DM };
    await server.command({ command: '/casebook', text: 'settings --language fr', ...here });
    await server.until(() => seen(own(slack, ALICE_DM)).text.includes('--language fr'));
    await server.command({ command: '/casebook', text: 'settings', ...here });
    await server.until(() => server.modals(ALICE).length > 0);
    await server.submitView({ user: ALICE, values: { language: 'zh' } });
    await server.until(() => own(slack, ALICE_DM).length === 2);
    expect(await store.settings.read({ ...PLACE, channelId: ALICE_DM })).toEqual({ language: 'zh' });
  });

  it('is answered though the app answers nowhere else', async () => {
    const slack = await inSlack();
    await slack.store.settings.write({ ...PLACE, channelId: GENERAL }, 'workspace', { answers: false });
    await slack.server.command({ command: '/ask', text: 'Qui ?', user: ALICE, channel: ALICE_DM });
    await slack.server.until(() =>
      seen(own(slack, ALICE_DM)).text.includes(ANSWERED.sentences[0]?.text ?? '-'),
    );
  });
});

describe('a command in direct messages between people', () => {
  it('changes no settings, as in any channel', async () => {
    const slack = await inSlack();
    const channel = between(slack);
    await slack.server.command({
      command: '/casebook',
      text: 'settings --language fr',
      user: ALICE,
      channel,
    });
    await slack.server.until(() => slack.server.ephemerals(ALICE).length > 0);
    expect(await slack.store.settings.read({ ...PLACE, channelId: channel })).toEqual({});
  });

  it('keeps what began privately private, when a suggested question is pressed', async () => {
    const slack = await inSlack({ bot: { ask: scriptedAsk((q) => (q === 'x?' ? UNANSWERED : ANSWERED)) } });
    const { server } = slack;
    const channel = between(slack);
    await server.command({ command: '/ask', text: '--private x?', user: ALICE, channel });
    const message = await server.until(() => server.ephemerals(ALICE)[0]);
    await server.click({ user: ALICE, message, action_id: 'casebook_ask_0' });
    await server.until(() => server.ephemerals(ALICE).length > 1);
    await slack.settled();
    expect(server.messages(channel)).toEqual([]);
  });
});

describe('what is kept of a person', () => {
  it('is deleted without telling the channel', async () => {
    const slack = await inSlack();
    const { server } = slack;
    await server.command({ command: '/casebook', text: 'forget-me', user: BOB, channel: GENERAL });
    await server.until(() => seen(server.ephemerals(BOB)).text.includes('Supprimé'));
    expect(server.messages(GENERAL)).toEqual([]);
  });
});

describe('a mention without words', () => {
  it.each(['', ':wave:'])('is helped in the language of the person’s client (%j)', async (words) => {
    const slack = await inSlack();
    const question = slack.mention(words, { user: BOB });
    expect(await slack.answerTo(question)).toContain('Casebook rapporte');
  });
});

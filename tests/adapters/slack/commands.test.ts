/** Slash commands, their forms, and autocomplete. */
import { describe, expect, it } from 'vitest';
import { ANSWERED, scriptedAsk } from '../../support/sample-answers.ts';
import { partOf, seen } from '../../support/slack/casebook-kit.ts';
import { type InSlack, inSlack } from '../../support/slack/in-slack.ts';
import { shownBlocks } from '../../support/slack/shown-text.ts';
import { ADA, ALICE, BOB, BOT, ELSEWHERE, GENERAL } from '../../support/slack/workspace.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';
const FIRST = ANSWERED.sentences[0]?.text ?? '';

/** What the app has posted in the channel itself, when the reply is complete. */
function posted({ server }: InSlack, channel: string) {
  return server.until(() => {
    const own = server.messages(channel).filter(({ user }) => user === BOT);
    return partOf(own[0])?.of === undefined ? undefined : own;
  });
}

function told({ server }: InSlack, user: string) {
  return server.until(() => (server.ephemerals(user).length > 0 ? server.ephemerals(user) : undefined));
}

function modalOf({ server }: InSlack, user: string) {
  return server.until(() => server.modals(user).at(-1));
}

function element(view: { blocks: readonly Record<string, unknown>[] }, name: string) {
  return view.blocks.find(({ block_id }) => block_id === name)?.element as
    | Record<string, unknown>
    | undefined;
}

describe('/ask', () => {
  it('answers in the channel, under who asked what', async () => {
    const slack = await inSlack();
    const { server } = slack;
    const { acked, body } = await server.command({
      command: '/ask',
      text: QUESTION,
      user: ALICE,
      channel: GENERAL,
    });
    expect(acked).toBe(true);
    expect(body ?? {}).toEqual({});
    const [message, ...others] = await posted(slack, GENERAL);
    expect(others).toEqual([]);
    expect(message?.thread_ts).toBeUndefined();
    expect(JSON.stringify(message?.blocks?.[0])).toContain(`"user_id":"${ALICE}"`);
    const { text } = seen(message === undefined ? [] : [message]);
    expect(text.indexOf(QUESTION)).toBeGreaterThanOrEqual(0);
    expect(text.indexOf(FIRST)).toBeGreaterThan(text.indexOf(QUESTION));
  });

  it('takes follow-ups in the thread of its answer', async () => {
    const asked: string[] = [];
    const ask = scriptedAsk((question) => {
      asked.push(question);
      return ANSWERED;
    });
    const slack = await inSlack({ bot: { ask } });
    await slack.server.command({ command: '/ask', text: QUESTION, user: ALICE, channel: GENERAL });
    const [message] = await posted(slack, GENERAL);
    await slack.settled();
    slack.server.say({
      channel: GENERAL,
      user: BOB,
      thread_ts: message?.ts ?? '',
      text: 'Et que dit Norland ?',
    });
    await slack.server.until(() => asked.length === 2);
  });

  it('answers the asker alone when asked to, in words or by the setting', async () => {
    const slack = await inSlack();
    const { server } = slack;
    await server.command({ command: '/ask', text: `--private ${QUESTION}`, user: ALICE, channel: GENERAL });
    expect(seen(await told(slack, ALICE)).text).toContain(FIRST);
    const place = { platform: 'slack', workspaceId: 'T0TEAM0001', channelId: GENERAL };
    await slack.store.settings.write(place, 'channel', { replies: 'private' });
    await server.command({ command: '/ask', text: QUESTION, user: BOB, channel: GENERAL });
    expect(seen(await told(slack, BOB)).text).toContain(FIRST);
    expect(server.messages(GENERAL)).toEqual([]);
  });

  it('answers in a channel that the app is not in', async () => {
    const slack = await inSlack();
    const { responses } = await slack.server.command({
      command: '/ask',
      text: QUESTION,
      user: ALICE,
      channel: ELSEWHERE,
    });
    await slack.server.until(() => responses.length > 0);
    expect(responses[0]).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(shownBlocks(responses[0]?.blocks).text).toContain(FIRST);
  });

  it('asks for a missing question in a form, in the person’s language', async () => {
    const slack = await inSlack();
    const { server } = slack;
    await server.command({ command: '/ask', user: BOB, channel: GENERAL });
    const view = await modalOf(slack, BOB);
    expect(view).toMatchObject({ title: { text: '/ask' }, submit: { text: 'Envoyer' } });
    expect(element(view, 'question')).toMatchObject({ type: 'plain_text_input', multiline: true });
    expect(element(view, 'language')).toMatchObject({ type: 'static_select' });
    const { body } = await server.submitView({ user: BOB, values: { question: QUESTION, private: 'off' } });
    expect(body ?? {}).toEqual({});
    expect(server.modals(BOB)).toEqual([]);
    expect(seen(await posted(slack, GENERAL)).text).toContain(FIRST);
  });

  it('answers with words where Slack opens no form', async () => {
    const slack = await inSlack();
    slack.server.faults.fail('views.open', { error: 'expired_trigger_id' });
    await slack.server.command({ command: '/ask', user: ALICE, channel: GENERAL });
    expect(seen(await posted(slack, GENERAL)).text).toContain('/sources');
  });
});

describe('commands about cases', () => {
  it('offer cases in their form, in the person’s language', async () => {
    const slack = await inSlack();
    const { server } = slack;
    await server.command({ command: '/case', user: BOB, channel: GENERAL });
    const view = await modalOf(slack, BOB);
    const menu = element(view, 'case');
    const action_id = String(menu?.action_id);
    const offered = await server.suggest({ user: BOB, view, action_id, value: 'valdoria' });
    expect(offered.body).toEqual({
      options: [
        {
          text: { type: 'plain_text', text: 'Intrusion au ministère de Valdoria', emoji: false },
          value: '2025-valdoria-lac-gris',
        },
      ],
    });
    await server.submitView({ user: BOB, values: { [action_id]: '2025-valdoria-lac-gris' } });
    const [message] = await posted(slack, GENERAL);
    expect(seen(message === undefined ? [] : [message]).text).toContain('/case 2025-valdoria-lac-gris');
  });

  it('show what was typed when something else is missing', async () => {
    const slack = await inSlack();
    await slack.server.command({ command: '/compare', text: 'lac gris', user: ALICE, channel: GENERAL });
    const view = await modalOf(slack, ALICE);
    expect(element(view, 'case')).toMatchObject({ initial_option: { value: 'lac gris' } });
    expect(element(view, 'with')).toMatchObject({ type: 'external_select' });
  });
});

describe('/sources', () => {
  it('needs no form, and no argument', async () => {
    const slack = await inSlack();
    await slack.server.command({ command: '/sources', user: BOB, channel: GENERAL });
    expect(seen(await posted(slack, GENERAL)).text).toContain('34');
    expect(slack.server.modals(BOB)).toEqual([]);
  });
});

describe('/casebook settings', () => {
  it('opens a form with the current values for an administrator, and saves what was changed', async () => {
    const slack = await inSlack();
    const { server, store } = slack;
    const place = { platform: 'slack', workspaceId: 'T0TEAM0001', channelId: GENERAL };
    await store.settings.write(place, 'channel', { language: 'zh', users: [BOB] });
    await server.command({ command: '/casebook', text: 'settings', user: ADA, channel: GENERAL });
    const view = await modalOf(slack, ADA);
    expect(element(view, 'language')).toMatchObject({ initial_option: { value: 'zh' } });
    expect(element(view, 'follow-ups')).toMatchObject({ initial_option: { value: 'on' } });
    expect(element(view, 'users')).toMatchObject({ initial_users: [BOB] });
    await server.submitView({ user: ADA, values: { 'follow-ups': 'off', users: [] } });
    await told(slack, ADA);
    expect(await store.settings.read(place)).toEqual({ language: 'zh', users: [], followUps: false });
    expect(server.messages(GENERAL)).toEqual([]);
  });

  it('shows the settings to everyone else, and lets them change nothing', async () => {
    const slack = await inSlack();
    const { server, store } = slack;
    await server.command({ command: '/casebook', text: 'settings', user: ALICE, channel: GENERAL });
    expect(seen(await told(slack, ALICE)).text).toContain('--language auto');
    expect(server.modals(ALICE)).toEqual([]);
    await server.command({
      command: '/casebook',
      text: 'settings --language fr',
      user: ALICE,
      channel: GENERAL,
    });
    await slack.settled();
    expect(
      await store.settings.read({ platform: 'slack', workspaceId: 'T0TEAM0001', channelId: GENERAL }),
    ).toEqual({});
  });

  it('is changed by options without a form', async () => {
    const slack = await inSlack();
    await slack.server.command({
      command: '/casebook',
      text: 'settings --language fr --for workspace',
      user: ADA,
      channel: GENERAL,
    });
    await told(slack, ADA);
    const place = { platform: 'slack', workspaceId: 'T0TEAM0001', channelId: 'C0OTHER' };
    expect(await slack.store.settings.read(place)).toEqual({ language: 'fr' });
  });
});

describe('a prefix', () => {
  it('stands before the names of commands', async () => {
    const slack = await inSlack({ casebook: { commandPrefix: 'cb-' } });
    const { acked } = await slack.server.command({
      command: '/cb-ask',
      text: QUESTION,
      user: ALICE,
      channel: GENERAL,
    });
    expect(acked).toBe(true);
    expect(seen(await posted(slack, GENERAL)).text).toContain(FIRST);
  });
});

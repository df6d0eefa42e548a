/** What can be pressed under an answer, and the places where a person opens the app. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { createState } from '../../../src/state/state.ts';
import { ANSWERED, scriptedAsk, UNANSWERED } from '../../support/sample-answers.ts';
import { seen, wholeReply } from '../../support/slack/casebook-kit.ts';
import { type InSlack, inSlack } from '../../support/slack/in-slack.ts';
import { shownBlocks } from '../../support/slack/shown-text.ts';
import type { SlackMessage } from '../../support/slack/slack-message.ts';
import { ADA, ALICE, ALICE_DM, BOB, BOT, GENERAL } from '../../support/slack/workspace.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';
const FIRST = ANSWERED.sentences[0]?.text ?? '';

async function lastOf({ server }: InSlack, question: SlackMessage): Promise<SlackMessage> {
  const reply = await server.until(() => wholeReply(server, GENERAL, question.ts));
  return reply.at(-1) as SlackMessage;
}

function told({ server }: InSlack, user: string) {
  return server.until(() => (server.ephemerals(user).length > 0 ? server.ephemerals(user) : undefined));
}

describe('the buttons of an answer', () => {
  it('show the excerpts to whoever presses, in the thread', async () => {
    const slack = await inSlack();
    const message = await lastOf(slack, slack.mention(QUESTION));
    const { acked } = await slack.server.click({ user: BOB, message, action_id: 'casebook_excerpts' });
    expect(acked).toBe(true);
    const shown = await told(slack, BOB);
    for (const { excerpt } of ANSWERED.citations) expect(seen(shown).text).toContain(excerpt);
    for (const { thread_ts } of shown) expect(thread_ts).toBe(message.thread_ts);
    expect(slack.server.ephemerals(ALICE)).toEqual([]);
  });

  it('keep each person’s last rating', async () => {
    const slack = await inSlack();
    const { server, store } = slack;
    const message = await lastOf(slack, slack.mention(QUESTION));
    const press = (value: string) =>
      server.click({ user: BOB, message, action_id: 'casebook_feedback', value: `${value}:${ANSWERED.id}` });
    await press('up');
    await press('down');
    await server.until(() => server.ephemerals(BOB).length === 2);
    expect(seen(await told(slack, BOB)).text).toContain('Merci');
    const ratings = await store.listRatings({ limit: 10 });
    expect(ratings).toMatchObject([{ verdict: 'down', answerId: ANSWERED.id }]);
  });

  it('say so when the answer is no longer kept', async () => {
    const slack = await inSlack({ bot: { store: null } });
    const message = await lastOf(slack, slack.mention(QUESTION));
    await slack.server.click({ user: ADA, message, action_id: 'casebook_excerpts' });
    expect(seen(await told(slack, ADA)).text).toContain('不再保存');
  });

  it('apologise with a reference when something breaks', async () => {
    const whole = createState({ path: ':memory:', now: Date.now });
    onTestFinished(() => whole.close());
    const find = async () => {
      throw new Error('the disk is gone');
    };
    const slack = await inSlack({ bot: { store: { ...whole, answers: { ...whole.answers, find } } } });
    const message = await lastOf(slack, slack.mention(QUESTION));
    await slack.server.click({ user: ALICE, message, action_id: 'casebook_excerpts' });
    expect(seen(await told(slack, ALICE)).text).toContain('slack-ref-1');
    expect(slack.casebook.lines).toContainEqual(
      expect.objectContaining({
        level: 'error',
        fields: expect.objectContaining({ referenceId: 'slack-ref-1' }),
      }),
    );
  });

  it('ask a suggested question in the thread, in the name of who presses', async () => {
    const asked: string[] = [];
    const slack = await inSlack({
      bot: {
        ask: scriptedAsk((question) => {
          asked.push(question);
          return asked.length === 1 ? UNANSWERED : ANSWERED;
        }),
      },
    });
    const { server } = slack;
    const question = slack.mention('Qui a volé la lune ?');
    const message = await lastOf(slack, question);
    await server.click({ user: BOB, message, action_id: 'casebook_ask_1' });
    await server.until(() => slack.said(GENERAL, question.ts).includes(FIRST));
    expect(asked).toEqual(['Qui a volé la lune ?', UNANSWERED.suggestions[1]]);
    const [second] = server.callsOf('chat.startStream');
    expect(second?.args).toMatchObject({ thread_ts: question.ts, recipient_user_id: BOB });
    // Others see what was asked.
    expect(slack.said(GENERAL, question.ts)).toContain(`${UNANSWERED.suggestions[1]}`);
  });
});

describe('the home tab', () => {
  it('tells what the corpus holds and lets one ask', async () => {
    const slack = await inSlack();
    const { server } = slack;
    await server.openHome(ALICE, 'home');
    const view = await server.until(() => server.home(ALICE));
    const { text } = shownBlocks(view.blocks.filter(({ type }) => type !== 'header'));
    expect(text).toContain('34');
    expect(text).toContain('Déclaration de Valdoria');
    await server.click({ user: ALICE, view, action_id: 'casebook_ask_0' });
    const own = () => server.messages(ALICE_DM).filter(({ user }) => user === BOT);
    await server.until(() => seen(own()).text.includes(FIRST));
  });
});

describe('the agent view', () => {
  it('greets once, and suggests questions each time', async () => {
    const slack = await inSlack();
    const { server } = slack;
    await server.openHome(ALICE, 'messages');
    await server.openHome(ALICE, 'messages');
    await server.until(() => server.agentThread(ALICE_DM).prompts);
    await slack.settled();
    expect(server.messages(ALICE_DM)).toHaveLength(1);
    expect(seen(server.messages(ALICE_DM)).text).toContain('Every sentence carries its source');
    const prompts = server.agentThread(ALICE_DM).prompts?.prompts ?? [];
    expect(prompts.length).toBeGreaterThan(0);
    expect(prompts.length).toBeLessThanOrEqual(4);
  });

  it('does not greet in a conversation that has begun', async () => {
    const slack = await inSlack();
    const { server } = slack;
    server.say({ channel: ALICE_DM, user: ALICE, text: '👍', fields: { subtype: 'channel_topic' } });
    await server.openHome(ALICE, 'messages');
    await server.until(() => server.agentThread(ALICE_DM).prompts);
    expect(server.messages(ALICE_DM)).toHaveLength(1);
  });

  it('serves the older assistant view too', async () => {
    const slack = await inSlack({ server: { experience: 'assistant' } });
    const { server } = slack;
    const root = server.openAssistant(BOB);
    const prompts = await server.until(() => server.agentThread(root.channel, root.ts).prompts);
    expect(prompts.prompts[0]).toHaveProperty('message');
    expect(seen(server.thread(root.channel, root.ts)).text).toContain('Bonjour');
    const question = server.say({ channel: root.channel, user: BOB, text: QUESTION, thread_ts: root.ts });
    await server.until(() => slack.said(root.channel, root.ts).includes(FIRST));
    expect(question.thread_ts).toBe(root.ts);
  });

  it('ends when the person presses stop', async () => {
    const slack = await inSlack({ bot: { ask: scriptedAsk(() => ANSWERED, 150) } });
    const { server } = slack;
    const question = server.say({ channel: ALICE_DM, user: ALICE, text: QUESTION });
    await server.until(() => server.callsOf('chat.startStream')[0]?.response);
    await server.stopSession(ALICE_DM, question.ts, ALICE);
    await server.until(() => server.calls.some(({ response }) => response?.error === 'stopped_by_user'));
    await slack.settled();
    expect(slack.count(ALICE_DM, question.ts)).toBe(1);
  });
});

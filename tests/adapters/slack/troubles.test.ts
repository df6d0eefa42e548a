/** What goes wrong at Slack: the person gets an answer or an apology, and nobody reads anything twice. */
import { describe, expect, it } from 'vitest';
import { ANSWERED, longAnswer, scriptedAsk } from '../../support/sample-answers.ts';
import { partOf, seen } from '../../support/slack/casebook-kit.ts';
import { type InSlack, inSlack } from '../../support/slack/in-slack.ts';
import { HASTY, onlyReply, SLOWLY } from '../../support/slack/reply-kit.ts';
import { ALICE, ALICE_DM, BOT, GENERAL } from '../../support/slack/workspace.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';
const LAST = ANSWERED.sentences.at(-1)?.text ?? '';
describe('a message', () => {
  const plain = { casebook: HASTY };
  const unstreamed = async () => {
    const slack = await inSlack(plain);
    slack.server.faults.fail('chat.startStream', { error: 'unknown_method', times: 99 });
    return slack;
  };

  it('that is lost on the wire after Slack took it is not posted twice', async () => {
    for (const method of ['chat.postMessage', 'chat.update']) {
      const slack = await unstreamed();
      slack.server.faults.dropAfter(method);
      await onlyReply(slack, slack.mention(QUESTION));
    }
  });

  it.each([{ status: 503 }, { error: 'internal_error' }, { error: 'fatal_error' }])(
    'that Slack did not take (%j) is posted again',
    async (failure) => {
      const slack = await unstreamed();
      slack.server.faults.fail('chat.postMessage', failure);
      await onlyReply(slack, slack.mention(QUESTION));
    },
  );

  it('that may have been taken is not posted again where the app may not look', async () => {
    const slack = await unstreamed();
    slack.server.setScopes(['app_mentions:read', 'chat:write', 'users:read']);
    slack.server.faults.dropAfter('chat.postMessage', 99);
    const question = slack.mention(QUESTION);
    await slack.server.until(() =>
      slack.casebook.lines.some(({ message }) =>
        message.includes('not sent again, so that nobody reads it twice'),
      ),
    );
    await slack.settled();
    expect(slack.count(GENERAL, question.ts)).toBe(1);
  });

  it('waits when the channel has had too many, and loses no part of a long answer', async () => {
    const slack = await inSlack({ bot: { ask: scriptedAsk(() => longAnswer()) }, casebook: HASTY });
    slack.server.faults.rateLimit('chat.postMessage', { perSecond: 20, burst: 2 });
    const question = slack.mention(QUESTION);
    await slack.answerTo(question);
    const parts = slack.server
      .thread(GENERAL, question.ts)
      .slice(1)
      .map((message) => partOf(message)?.part);
    expect(parts.length).toBeGreaterThan(5);
    expect(parts).toEqual(parts.map((_, i) => i + 1));
  });

  it('is sent without its blocks rather than not at all', async () => {
    const slack = await unstreamed();
    slack.server.faults.fail('chat.postMessage', { error: 'invalid_blocks' });
    const question = slack.mention('/help');
    await slack.server.until(() => slack.count(GENERAL, question.ts) === 1);
    expect(slack.casebook.lines.some(({ message }) => message.includes('refused the blocks'))).toBe(true);
  });
});

describe('a conversation that is gone', () => {
  const elsewhere = async (slack: InSlack) => {
    const { server } = slack;
    const own = () => server.messages(ALICE_DM).filter(({ user }) => user === BOT);
    await server.until(() => seen(own()).text.includes(LAST));
    // Nothing else tells what is answered there.
    expect(seen(own()).text).toContain(QUESTION);
    await slack.settled();
    expect(own()).toHaveLength(1);
  };

  it('because the channel was archived: the asker gets the answer alone', async () => {
    const slack = await inSlack(SLOWLY);
    slack.mention(QUESTION);
    slack.server.archive(GENERAL);
    await elsewhere(slack);
  });

  it('because the app was removed from it while it answered', async () => {
    const slack = await inSlack(SLOWLY);
    slack.mention(QUESTION);
    await slack.server.until(() => slack.server.callsOf('chat.startStream')[0]?.response);
    slack.server.kickBot(GENERAL);
    await elsewhere(slack);
  });

  it('because the thread was closed', async () => {
    const slack = await inSlack(SLOWLY);
    const question = slack.mention(QUESTION);
    slack.server.lockThread(GENERAL, question.ts);
    await elsewhere(slack);
  });

  it('because the question was deleted', async () => {
    const slack = await inSlack(SLOWLY);
    const question = slack.mention(QUESTION);
    await slack.server.until(() => slack.server.acks.length > 0);
    slack.server.deleteMessage(GENERAL, question.ts);
    await elsewhere(slack);
  });

  it('ends quietly where the asker cannot be reached either', async () => {
    const slack = await inSlack({ casebook: HASTY });
    slack.server.faults.fail('*', { error: 'is_archived', times: 999 });
    slack.mention(QUESTION);
    await slack.server.until(() =>
      slack.bot.lines.some(({ message }) => message === 'delivering the reply failed'),
    );
    slack.server.faults.clear();
    expect(slack.server.ephemerals(ALICE)).toEqual([]);
  });
});

describe('the model', () => {
  it('that is down gives an apology with a reference, which the log knows too', async () => {
    const slack = await inSlack({ bot: { ask: scriptedAsk(() => new Error('the model is down')) } });
    const text = await slack.answerTo(slack.mention(QUESTION));
    expect(text).toContain('ref-1');
    expect(text).not.toContain('the model is down');
    expect(slack.bot.lines).toContainEqual(
      expect.objectContaining({ level: 'error', fields: expect.objectContaining({ referenceId: 'ref-1' }) }),
    );
  });
});

describe('a token', () => {
  it('that lacks a scope is logged with the scope’s name', async () => {
    const slack = await inSlack({
      server: { scopes: ['app_mentions:read', 'chat:write', 'channels:history'] },
    });
    expect(slack.casebook.lines).toContainEqual(
      expect.objectContaining({ level: 'warn', fields: { missing: expect.arrayContaining(['users:read']) } }),
    );
    slack.server.setScopes(['app_mentions:read', 'channels:history']);
    slack.mention(QUESTION);
    await slack.server.until(() => slack.casebook.lines.some(({ fields }) => fields.needed === 'chat:write'));
  });

  it('that is revoked while the app runs is logged loudly, without the token', async () => {
    const slack = await inSlack({ casebook: HASTY });
    slack.server.faults.fail('*', { error: 'token_revoked', times: 999 });
    slack.mention(QUESTION);
    await slack.server.until(() =>
      slack.casebook.lines.some(
        ({ level, message }) => level === 'error' && message.includes('SLACK_BOT_TOKEN'),
      ),
    );
    slack.server.faults.clear();
    expect(JSON.stringify([...slack.casebook.lines, ...slack.bot.lines])).not.toContain('xoxb-');
  });
});

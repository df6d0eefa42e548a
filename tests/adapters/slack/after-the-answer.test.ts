/** What a reader does with an answer on Slack: cites it, says what is wrong in it. */
import { expect, it } from 'vitest';
import { citationText } from '../../../src/core/citation-text.ts';
import { ANSWERED } from '../../support/sample-answers.ts';
import { seen, wholeReply } from '../../support/slack/casebook-kit.ts';
import { type InSlack, inSlack } from '../../support/slack/in-slack.ts';
import type { SlackMessage } from '../../support/slack/slack-message.ts';
import { ALICE, BOB, GENERAL } from '../../support/slack/workspace.ts';

async function answered(slack: InSlack): Promise<SlackMessage> {
  const { ts } = slack.mention('Qui a attaqué le ministère de Valdoria ?');
  const reply = await slack.server.until(() => wholeReply(slack.server, GENERAL, ts));
  return reply.at(-1) ?? expect.fail('there is no answer');
}

/** What was told to one person alone. */
async function told({ server }: InSlack, user: string): Promise<string> {
  return seen(await server.until(() => server.ephemerals(user).length > 0 && server.ephemerals(user))).text;
}

async function report(slack: InSlack, message: SlackMessage, what: string): Promise<string> {
  const { server } = slack;
  await server.click({ user: BOB, message, action_id: 'casebook_error' });
  await server.until(() => server.modals(BOB).length > 0);
  const { acked } = await server.submitView({ user: BOB, values: { what } });
  expect(acked).toBe(true);
  expect(server.modals(BOB)).toEqual([]);
  return told(slack, BOB);
}

it('shows a citation to whoever presses, as text to copy', async () => {
  const slack = await inSlack();
  await slack.server.click({ user: BOB, message: await answered(slack), action_id: 'casebook_cite' });
  expect((await told(slack, BOB)).trim()).toBe(citationText(ANSWERED, ANSWERED.lang));
  expect(slack.server.ephemerals(ALICE)).toEqual([]);
});

it('keeps a report of an error, and thanks its sender alone', async () => {
  const slack = await inSlack();
  expect(await report(slack, await answered(slack), '<!channel> La date est fausse.')).toContain(
    'signalement est enregistré',
  );
  const errors = await slack.store.listErrors({ limit: 10 });
  expect(errors).toMatchObject([{ answerId: ANSWERED.id, report: '<!channel> La date est fausse.' }]);
});

it('says so when the answer is no longer kept', async () => {
  const slack = await inSlack({ bot: { store: null } });
  const message = await answered(slack);
  expect(await report(slack, message, 'Faux.')).toContain('n’a pas été enregistré');
  await slack.server.click({ user: ALICE, message, action_id: 'casebook_cite' });
  expect(await told(slack, ALICE)).toContain('no longer kept');
});

it('apologises with a reference when something breaks', async () => {
  const slack = await inSlack();
  slack.store.errors.report = async () => {
    throw new Error('the disk is gone');
  };
  expect(await report(slack, await answered(slack), 'Faux.')).toContain('slack-ref-1');
  expect(JSON.stringify(slack.casebook.lines)).toContain('the disk is gone');
});

it('apologises when Slack opens no form', async () => {
  const slack = await inSlack();
  const message = await answered(slack);
  slack.server.faults.fail('views.open', { error: 'expired_trigger_id' });
  await slack.server.click({ user: BOB, message, action_id: 'casebook_error' });
  expect(await told(slack, BOB)).toContain('slack-ref-1');
});

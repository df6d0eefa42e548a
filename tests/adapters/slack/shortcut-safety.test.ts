/** A message that somebody else wrote commands nothing in the name of the one who asks about it. */
import { expect, it } from 'vitest';
import { scriptedAsk, UNANSWERED } from '../../support/sample-answers.ts';
import { inSlack } from '../../support/slack/in-slack.ts';
import { ADA, BOB, GENERAL } from '../../support/slack/workspace.ts';

it.each([
  ['/casebook settings --answers off --for workspace', 'casebook settings --answers off --for workspace'],
  [' / /casebook forget-me', 'casebook forget-me'],
])('%s is a question', async (text, question) => {
  const asked: string[] = [];
  const ask = scriptedAsk((words) => {
    asked.push(words);
    return UNANSWERED;
  });
  const slack = await inSlack({ bot: { ask } });
  const message = slack.server.say({ channel: GENERAL, user: BOB, text });
  await slack.server.messageShortcut({ callback_id: 'casebook_ask_about', user: ADA, message });
  await slack.answerTo(message);
  expect(asked).toEqual([question]);
  expect(
    await slack.store.settings.read({ platform: 'slack', workspaceId: 'T0TEAM0001', channelId: GENERAL }),
  ).toEqual({});
});

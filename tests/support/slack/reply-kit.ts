/** Replies under trouble: waits as short as may be, and a reader who counts. */
import { expect } from 'vitest';
import { ANSWERED, scriptedAsk } from '../sample-answers.ts';
import type { InSlack } from './in-slack.ts';
import type { SlackMessage } from './slack-message.ts';

/** Waits as short as may be, but as often as in life. */
export const HASTY = { sleep: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms / 50)) };

/** The one message of the app in the thread, once it is complete; fails where there are more. */
export async function onlyReply(slack: InSlack, question: SlackMessage): Promise<string> {
  const text = await slack.answerTo(question);
  await slack.settled();
  expect(slack.count(question.channel, question.ts)).toBe(1);
  for (const { text: sentence } of ANSWERED.sentences)
    expect(text.split(sentence), `«${sentence}» once`).toHaveLength(2);
  return text;
}

/** An answer that comes sentence by sentence. */
export const SLOWLY = { bot: { ask: scriptedAsk(() => ANSWERED, 60) }, casebook: HASTY };

/** The bot's own texts as Slack messages: help, settings, limits, apologies. */
import { packMessages } from './pack-messages.ts';
import type { Paragraph, SlackMessage } from './slack-message.ts';

/** Shown as it is: a text of the bot's own may repeat what a user typed. Parted between lines where it is long. */
export function renderText(text: string): SlackMessage[] {
  const messages = packMessages(text.split(/\n(?=.)/).flatMap(lineParagraph));
  // A reply must say something, and Slack takes no message of nothing.
  return messages.length > 0 ? messages : packMessages([{ runs: [{ text: '—' }] }]);
}

/** The apology, with the reference under which the log has the cause, where the text does not name it. */
export function renderFailure(text: string, referenceId: string): SlackMessage[] {
  return renderText(text.includes(referenceId) ? text : `${text}\n${referenceId}`);
}

/** Empty lines belong to the line before them. */
function lineParagraph(line: string): Paragraph[] {
  return line.trim() === '' ? [] : [{ runs: [{ text: line }], gap: '\n' }];
}

/** «Ask Casebook about this», in the menu of every message. */
import type { App } from '@slack/bolt';
import { MAX_QUESTION } from '../../core/ask.ts';
import type { IncomingMessage } from '../../core/chat.ts';
import { ackAfter } from './ack-after.ts';
import { fields, text } from './fields.ts';
import type { Handling, HandlingOf } from './handling.ts';
import { writeOrigin } from './origin.ts';
import { cutText, plainText } from './plain-text.ts';
import { SLACK_WORDS } from './slack-words.ts';

export const ASK_ABOUT = 'casebook_ask_about';

export function handleShortcut(app: App, handlingOf: HandlingOf): void {
  app.shortcut(ASK_ABOUT, async ({ ack, shortcut, context }) => {
    const handling = handlingOf(context);
    const message = await shortcutMessage(shortcut, handling);
    if (message === null) return ack();
    if (message.text !== '') return ackAfter(handling.take(message), () => ack(), handling.log);
    await ack();
    const responseUrl = text(fields(shortcut).response_url);
    const to = { channel: message.channelId, user: message.userId };
    const recipient = responseUrl === undefined ? to : { ...to, responseUrl };
    handling.afterwards('a shortcut', recipient, () =>
      handling.tell(recipient, SLACK_WORDS[message.uiLang ?? 'en'].noWords, [
        'response',
        'ephemeral',
        'direct',
      ]),
    );
  });
}

/** The message in question is the question, and its thread the place of the answer. */
async function shortcutMessage(shortcut: unknown, handling: Handling): Promise<IncomingMessage | null> {
  const { message, channel, user, team, trigger_id, response_url, action_ts } = fields(shortcut);
  const about = fields(message);
  const [channelId, userId] = [text(fields(channel).id), text(fields(user).id)];
  const ts = text(about.ts);
  if (channelId === undefined || userId === undefined || ts === undefined) return null;
  const thread = text(about.thread_ts) ?? ts;
  const responseUrl = text(response_url);
  const teamId = text(fields(user).team_id) ?? text(fields(team).id);
  const uiLang = await handling.langOf(userId);
  const { botUser } = handling.identity;
  // Somebody else wrote it: nothing in it is a command of the one who asks about it.
  const words = plainText(text(about.text) ?? '', botUser).replace(/^[/\s]+/u, '');
  return {
    id: `shortcut:${text(trigger_id) ?? text(action_ts) ?? handling.newId()}`,
    platform: 'slack',
    workspaceId: handling.identity.teamId,
    channelId,
    threadId: thread,
    userId,
    text: cutText(words, MAX_QUESTION),
    command: null,
    addressed: 'bot',
    ...(uiLang === undefined ? {} : { uiLang }),
    origin: writeOrigin({
      thread,
      inThread: thread !== ts,
      since: ts,
      ...(teamId === undefined ? {} : { team: teamId }),
      ...(responseUrl === undefined ? {} : { responseUrl }),
    }),
  };
}

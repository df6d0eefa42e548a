/** Slack's message events as the bot's messages. */
import type { IncomingMessage } from '../../core/chat.ts';
import { type Fields, fields, text } from './fields.ts';
import type { Identity } from './identity.ts';
import { writeOrigin } from './origin.ts';
import { mentions, plainText } from './plain-text.ts';

/** Kinds of messages in which a person says something; all others are about messages, or about the channel. */
const SPOKEN: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast'];
const SLACKBOT = 'USLACKBOT';

/**
 * Reads an `app_mention` or `message` event. Both of one message, and each redelivery, give the same id.
 *
 * @returns null for what nobody said to others or us: bots' messages, edits, deletions, joins.
 */
export function readEvent(event: Fields, { botUser, teamId }: Identity): IncomingMessage | null {
  const channelId = text(event.channel);
  const userId = text(event.user);
  const ts = text(event.ts);
  const raw = text(event.text) ?? '';
  if (channelId === undefined || userId === undefined || ts === undefined) return null;
  if (text(event.bot_id) !== undefined || userId === botUser || userId === SLACKBOT) return null;
  if (!SPOKEN.includes(text(event.subtype)) || event.hidden === true) return null;
  if (text(fields(event.edited).ts) !== undefined) return null;

  // A mention comes without the kind of its channel; of the conversations that the app hears, its own begin with D.
  const direct = (text(event.channel_type) ?? (channelId.startsWith('D') ? 'im' : '')) === 'im';
  const mentioned = mentions(raw, botUser);
  const thread = text(event.thread_ts);
  const inThread = thread !== undefined && thread !== ts;
  const addressed = direct || mentioned.us ? 'bot' : inThread ? 'thread' : 'channel';
  const said = plainText(raw, botUser);
  if (addressed === 'thread' && mentioned.others) return null;
  if (addressed !== 'bot' && said === '') return null;

  const root = thread ?? ts;
  return {
    id: `${channelId}:${ts}`,
    platform: 'slack',
    workspaceId: teamId,
    channelId,
    threadId: root,
    userId,
    text: said,
    command: null,
    addressed,
    direct,
    origin: writeOrigin({
      thread: root,
      inThread,
      since: ts,
      team: text(event.user_team) ?? text(event.team) ?? teamId,
    }),
  };
}

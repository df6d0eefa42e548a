/** A message on Discord in the bot's terms. */
import type { Message } from 'discord.js';
import type { IncomingMessage } from '../../core/chat.ts';
import { messageText } from './message-text.ts';
import { writeOrigin } from './origin.ts';

/** Numbers of the developer documentation («Message Types», «Channel Types»). */
const DEFAULT_MESSAGE = 0;
const REPLY = 19;
const TEXT = 0;
const DIRECT = 1;
const ANNOUNCEMENT = 5;

/**
 * @param begunBy id of what began the conversation, where the message replies to an answer in a channel.
 * @returns null for what is not meant for the bot, or was said by another bot.
 */
export function parseMessage(
  message: Message,
  botId: string,
  begunBy: string | null = null,
): IncomingMessage | null {
  const { author, channel } = message;
  const spoken = message.type === DEFAULT_MESSAGE || message.type === REPLY;
  if (!spoken || author.bot || message.webhookId !== null) return null;
  const ownMentions = mentionsOf(message, botId);
  const named = ownMentions.length > 0;
  const repliesTo = message.mentions.repliedUser?.id;
  const text = messageText(message, ownMentions);
  const base = { platform: 'discord', id: message.id, userId: author.id, text, command: null };
  const direct = message.guildId === null;
  if (direct && channel.type !== DIRECT) return null;
  const origin = writeOrigin({
    kind: 'message',
    channelId: message.channelId,
    messageId: message.id,
    guildId: message.guildId,
    threadable: channel.type === TEXT || channel.type === ANNOUNCEMENT,
  });
  if (message.guildId === null) {
    const place = { workspaceId: dmWorkspace(message.channelId), channelId: message.channelId };
    return { ...base, ...place, threadId: message.channelId, direct: true, origin };
  }
  const place = channel.isThread()
    ? { channelId: channel.parentId ?? channel.id, threadId: channel.id }
    : { channelId: message.channelId, threadId: begunBy ?? message.id };
  const addressed = addressedHow(message, { named, repliesTo, botId });
  // Without the message-content intent, what does not name the bot comes without its text.
  if (addressed === null || (text === '' && !named)) return null;
  return { ...base, ...place, workspaceId: message.guildId, addressed, origin };
}

/** Outside of servers, each conversation stands for itself: nothing of it shows in another. */
export function dmWorkspace(channelId: string): string {
  return `dm-${channelId}`;
}

function addressedHow(
  message: Message,
  how: { named: boolean; repliesTo: string | undefined; botId: string },
): 'bot' | 'thread' | 'channel' | null {
  if (how.named || how.repliesTo === how.botId) return 'bot';
  // A reply to somebody else; `repliedUser` is unknown where the message is gone.
  if (message.type === REPLY) return null;
  const { users, roles, everyone } = message.mentions;
  const { channel } = message;
  if (!channel.isThread()) return 'channel';
  // The message that opens a forum post has the post's id.
  if (message.id === channel.id) return 'channel';
  return users.size > 0 || roles.size > 0 || everyone ? null : 'thread';
}

/** The bot's own mentions in the text: people pick its role as often as itself. */
function mentionsOf({ content, guild, mentions }: Message, botId: string): string[] {
  const role = mentions.roles.find((each) => each.tags?.botId === botId);
  const forms = [`<@${botId}>`, `<@!${botId}>`, ...(role === undefined ? [] : [`<@&${role.id}>`])];
  return guild === null ? forms.slice(0, 2) : forms.filter((form) => content.includes(form));
}

/** Reactions on messages, and their gateway events. */
import type { Message } from './discord-model.ts';
import { INTENTS } from './intents.ts';
import { memberWire } from './wire-entities.ts';
import type { World } from './world.ts';

/** Adds or removes one person's reaction; nothing happens if it is so already. */
export function setReaction(
  world: World,
  message: Message,
  emoji: string,
  userId: string,
  present: boolean,
): void {
  const users = message.reactions.get(emoji) ?? new Set<string>();
  if (users.has(userId) === present) return;
  if (present) users.add(userId);
  else users.delete(userId);
  if (users.size > 0) message.reactions.set(emoji, users);
  else message.reactions.delete(emoji);
  const channel = world.channels.get(message.channelId);
  const guild = world.guilds.get(channel?.guildId ?? '');
  const member = present && guild ? memberWire(world, guild, userId) : undefined;
  world.dispatch({
    t: present ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE',
    ...(guild ? { guildId: guild.id } : {}),
    channelId: message.channelId,
    intent: guild ? INTENTS.guildReactions : INTENTS.directReactions,
    data: () => ({
      user_id: userId,
      channel_id: message.channelId,
      message_id: message.id,
      emoji: { id: null, name: emoji },
      burst: false,
      type: 0,
      ...(present ? { message_author_id: message.author.id } : {}),
      ...(guild ? { guild_id: guild.id } : {}),
      ...(member ? { member } : {}),
    }),
  });
  world.changed();
}

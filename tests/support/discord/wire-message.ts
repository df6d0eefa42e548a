/** A message as Discord writes it into JSON, with or without its content. */
import { type Json, MESSAGE_FLAGS, type Message } from './discord-model.ts';
import { INTENTS } from './intents.ts';
import { channelWire, partialMemberWire, userWire } from './wire-entities.ts';
import type { World } from './world.ts';

/**
 * True if an application with these intents reads this message's text: with the message-content intent, and without
 * it in direct messages, where it is mentioned, and in what it wrote.
 */
function readsContent(world: World, message: Message, intents: number): boolean {
  if ((intents & INTENTS.messageContent) !== 0 || message.author.id === world.bot.id) return true;
  const channel = world.channels.get(message.channelId);
  return channel?.guildId === undefined || message.mentions.includes(world.bot.id);
}

/** What REST may show: there the switch of the application counts, not the session. */
export function restIntents(world: World): number {
  return world.privileged.messageContent ? INTENTS.messageContent : 0;
}

/** A message object for an application with these intents. */
export function messageWire(world: World, message: Message, intents: number): Json {
  const reads = readsContent(world, message, intents);
  const replied = message.replyTo ? world.messages.get(message.replyTo.messageId) : undefined;
  return {
    id: message.id,
    channel_id: message.channelId,
    author: userWire(message.author),
    type: message.type,
    content: reads ? message.content : '',
    embeds: reads ? message.embeds : [],
    components: reads ? message.components : [],
    attachments: reads ? message.attachments : [],
    timestamp: message.createdAt,
    edited_timestamp: message.editedAt ?? null,
    tts: false,
    pinned: false,
    flags: message.flags,
    mention_everyone: message.mentionEveryone,
    mention_roles: message.mentionRoles,
    mentions: mentionWires(world, message),
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.reactions.size > 0 ? { reactions: reactionWires(world, message) } : {}),
    ...interactionFields(world, message),
    ...(message.replyTo
      ? {
          message_reference: {
            type: 0,
            message_id: message.replyTo.messageId,
            channel_id: message.replyTo.channelId,
            guild_id: world.channels.get(message.replyTo.channelId)?.guildId,
          },
          referenced_message: replied && !replied.deleted ? messageWire(world, replied, intents) : null,
        }
      : {}),
    ...threadField(world, message),
  };
}

/** What a gateway event adds: the guild, the author as a member, the channel's type. */
export function messageEventWire(world: World, message: Message, intents: number): Json {
  const channel = world.channels.get(message.channelId);
  const guild = world.guilds.get(channel?.guildId ?? '');
  const member = guild?.members.get(message.author.id);
  return {
    ...messageWire(world, message, intents),
    channel_type: channel?.type ?? 0,
    ...(guild ? { guild_id: guild.id } : {}),
    ...(member ? { member: partialMemberWire(member) } : {}),
  };
}

function mentionWires(world: World, message: Message): Json[] {
  const guild = world.guilds.get(world.channels.get(message.channelId)?.guildId ?? '');
  return message.mentions.flatMap((id) => {
    const user = world.users.get(id);
    const member = guild?.members.get(id);
    if (!user) return [];
    return [{ ...userWire(user), ...(member ? { member: partialMemberWire(member) } : {}) }];
  });
}

function reactionWires(world: World, message: Message): Json[] {
  return [...message.reactions].map(([name, users]) => ({
    emoji: { id: null, name },
    count: users.size,
    count_details: { burst: 0, normal: users.size },
    me: users.has(world.bot.id),
    me_burst: false,
    burst_colors: [],
  }));
}

function interactionFields(world: World, message: Message): Json {
  const interaction = world.interactions.get(message.interactionId ?? '');
  const user = world.users.get(interaction?.userId ?? '');
  if (!interaction || !user) return {};
  return {
    webhook_id: world.applicationId,
    application_id: world.applicationId,
    interaction_metadata: {
      id: interaction.id,
      type: interaction.type,
      user: userWire(user),
      authorizing_integration_owners: interaction.owners,
      ...(interaction.sourceId === undefined ? {} : { interacted_message_id: interaction.sourceId }),
    },
  };
}

function threadField(world: World, message: Message): Json {
  if ((message.flags & MESSAGE_FLAGS.hasThread) === 0) return {};
  const thread = world.channels.get(message.id);
  return thread ? { thread: channelWire(world, thread) } : {};
}

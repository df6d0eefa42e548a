/** Makes an interaction, complete as the gateway sends it, and sends it. */
import { randomBytes } from 'node:crypto';
import type { Channel, Interaction, Json, Message, User } from './discord-model.ts';
import { CHANNEL_TYPES, MESSAGE_FLAGS } from './discord-model.ts';
import { INTENTS } from './intents.ts';
import { permissionsIn } from './permissions.ts';
import { interactionChannelWire, memberWire, userWire } from './wire-entities.ts';
import { messageWire } from './wire-message.ts';
import type { World } from './world.ts';

/** The largest file that a reply may carry, in bytes. */
const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

export interface NewInteraction {
  type: number;
  user: User;
  channel: Channel;
  data: Json;
  /** The message that a component belongs to. */
  source?: Message | undefined;
  commandName?: string | undefined;
  /** The person's language; their own setting unless told. */
  locale?: string | undefined;
  /** Where the app is installed: in the guild (`0`), for the person (`1`); worked out unless told. */
  owners?: Record<string, string> | undefined;
}

/** Sends INTERACTION_CREATE and remembers the interaction. */
export function startInteraction(world: World, input: NewInteraction): Interaction {
  const { channel, user } = input;
  const guild = world.guilds.get(channel.guildId ?? '');
  const owners = input.owners ?? usualOwners(world, channel, user);
  const id = world.nextId();
  const secret = randomBytes(24).toString('base64url');
  const interaction: Interaction = {
    id,
    token: Buffer.from(`interaction:${id}:${secret}`).toString('base64url'),
    type: input.type,
    userId: user.id,
    channelId: channel.id,
    ...(guild ? { guildId: guild.id } : {}),
    ...(input.commandName === undefined ? {} : { commandName: input.commandName }),
    createdAt: world.now(),
    startedAt: performance.now(),
    userInstallOnly: owners['0'] === undefined,
    owners,
    ...(input.source ? { sourceId: input.source.id } : {}),
    followUps: 0,
  };
  world.interactions.set(id, interaction);
  const member = guild ? memberWire(world, guild, user.id) : undefined;
  const wire = {
    id,
    application_id: world.applicationId,
    type: input.type,
    token: interaction.token,
    version: 1,
    data: input.data,
    channel_id: channel.id,
    channel: interactionChannelWire(world, channel, user.id),
    ...(guild
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          guild_locale: guild.locale,
          member: { ...member, permissions: String(permissionsIn(world, channel, user.id)) },
        }
      : { user: userWire(user) }),
    ...(input.source ? { message: sourceWire(world, input.source) } : {}),
    app_permissions: String(permissionsIn(world, channel, world.bot.id)),
    locale: input.locale ?? user.locale,
    entitlements: [],
    authorizing_integration_owners: owners,
    context: contextOf(channel),
    attachment_size_limit: ATTACHMENT_LIMIT,
  };
  world.dispatch({
    t: 'INTERACTION_CREATE',
    ...(guild ? { guildId: guild.id } : {}),
    intent: 0,
    data: () => wire,
  });
  world.changed();
  return interaction;
}

/** 0 in a guild, 1 in direct messages with the bot, 2 in other private channels. */
export function contextOf(channel: Channel): number {
  if (channel.guildId !== undefined) return 0;
  return channel.type === CHANNEL_TYPES.dm ? 1 : 2;
}

function usualOwners(world: World, channel: Channel, user: User): Record<string, string> {
  if (contextOf(channel) === 1) return { 0: '0' };
  const guild = world.guilds.get(channel.guildId ?? '');
  return guild?.members.has(world.bot.id) ? { 0: guild.id } : { 1: user.id };
}

/** An interaction shows its message whole, ephemeral ones included. */
function sourceWire(world: World, source: Message): Json {
  const wire = messageWire(world, source, INTENTS.messageContent);
  return { ...wire, flags: source.flags & ~MESSAGE_FLAGS.loading };
}

/** People, servers and channels as Discord writes them into JSON. */
import {
  CHANNEL_TYPES,
  type Channel,
  type Guild,
  type Json,
  type Member,
  type User,
} from './discord-model.ts';
import { applicationFlags } from './intents.ts';
import { isThread, permissionsIn } from './permissions.ts';
import type { World } from './world.ts';

/** A user object. */
export function userWire(user: User): Json {
  return {
    id: user.id,
    username: user.username,
    discriminator: '0',
    global_name: user.bot ? null : user.username,
    avatar: null,
    bot: user.bot,
    public_flags: 0,
  };
}

/** A member object without its user, as it comes beside a message's author. */
export function partialMemberWire(member: Member): Json {
  return {
    roles: member.roles,
    nick: null,
    avatar: null,
    joined_at: member.joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

/** A member object; undefined if the person is not in the guild. */
export function memberWire(world: World, guild: Guild, userId: string): Json | undefined {
  const member = guild.members.get(userId);
  const user = world.users.get(userId);
  return member && user ? { ...partialMemberWire(member), user: userWire(user) } : undefined;
}

/** A channel object, a thread's own fields included. */
export function channelWire(world: World, channel: Channel): Json {
  const base: Json = { id: channel.id, type: channel.type, last_message_id: channel.lastMessageId ?? null };
  if (channel.guildId === undefined) {
    const recipients = channel.recipients
      .filter((id) => id !== world.bot.id)
      .flatMap((id) => world.users.get(id) ?? []);
    return { ...base, flags: 0, recipients: recipients.map(userWire) };
  }
  const inGuild: Json = {
    ...base,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId ?? null,
    rate_limit_per_user: 0,
    flags: 0,
  };
  if (channel.thread) return { ...inGuild, ...threadFields(world, channel) };
  return {
    ...inGuild,
    position: 0,
    topic: null,
    nsfw: false,
    permission_overwrites: channel.overwrites.map((each) => ({
      id: each.id,
      type: each.type,
      allow: String(each.allow),
      deny: String(each.deny),
    })),
    ...(channel.type === CHANNEL_TYPES.forum
      ? {
          available_tags: [],
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
        }
      : {}),
  };
}

function threadFields(world: World, channel: Channel): Json {
  const thread = channel.thread;
  if (!thread) return {};
  const count = [...world.messages.values()].filter((each) => each.channelId === channel.id).length;
  return {
    owner_id: thread.ownerId,
    message_count: count,
    total_message_sent: count,
    member_count: thread.members.size,
    applied_tags: [],
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: 1440,
      archive_timestamp: thread.changedAt,
      create_timestamp: thread.createdAt,
      ...(channel.type === CHANNEL_TYPES.privateThread ? { invitable: true } : {}),
    },
    ...(thread.members.has(world.bot.id)
      ? { member: { id: channel.id, user_id: world.bot.id, join_timestamp: thread.createdAt, flags: 0 } }
      : {}),
  };
}

/** The partial channel that comes with an interaction, with the person's permissions there. */
export function interactionChannelWire(world: World, channel: Channel, userId: string): Json {
  const wire = channelWire(world, channel);
  return channel.guildId === undefined
    ? wire
    : { ...wire, permissions: String(permissionsIn(world, channel, userId)) };
}

function roleWires(guild: Guild): Json[] {
  return [...guild.roles.values()].map((role) => ({
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: role.position,
    permissions: String(role.permissions),
    managed: false,
    mentionable: false,
    flags: 0,
  }));
}

/** A guild object as REST gives it. */
export function guildWire(guild: Guild): Json {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    roles: roleWires(guild),
    emojis: [],
    stickers: [],
    features: [],
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    vanity_url_code: null,
    description: null,
  };
}

/** What GUILD_CREATE carries: the guild with its channels and the threads that the bot may see. */
export function guildCreateWire(world: World, guild: Guild): Json {
  const channels = [...world.channels.values()].filter((each) => each.guildId === guild.id);
  const threads = channels.filter(
    (each) => isThread(each) && !each.thread?.archived && permissionsIn(world, each, world.bot.id) !== 0n,
  );
  return {
    ...guildWire(guild),
    joined_at: guild.members.get(world.bot.id)?.joinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: [world.bot.id].flatMap((id) => memberWire(world, guild, id) ?? []),
    channels: channels.filter((each) => !isThread(each)).map((each) => channelWire(world, each)),
    threads: threads.map((each) => channelWire(world, each)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** The application object, for `/applications/@me`. */
export function applicationWire(world: World): Json {
  return {
    id: world.applicationId,
    name: world.bot.username,
    icon: null,
    description: '',
    summary: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: applicationFlags(world.privileged),
    bot: userWire(world.bot),
    owner: { ...userWire(world.bot), id: '1', bot: false, username: 'owner' },
    team: null,
    tags: [],
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    integration_types_config: { 0: {}, 1: {} },
  };
}

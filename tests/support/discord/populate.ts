/** Builds the server's world for a test: people, guilds, channels, and what the bot may do there. */

import { announceChannel, removeChannel } from './channels.ts';
import {
  CHANNEL_TYPES,
  type Channel,
  type Guild,
  idOf,
  type Member,
  type Overwrite,
  type Ref,
  type User,
} from './discord-model.ts';
import { INTENTS } from './intents.ts';
import { DEFAULT_PERMISSIONS } from './permissions.ts';
import { guildCreateWire } from './wire-entities.ts';
import type { World } from './world.ts';

export interface NewGuild {
  name?: string;
  locale?: string;
  owner?: Ref;
  /** False: the app is not in this guild (only people who installed it for themselves use it there). */
  withBot?: boolean;
  /** What everybody may do, as bits. */
  permissions?: bigint;
}

export interface NewChannel {
  guild: Ref;
  name?: string;
  type?: 'text' | 'announcement' | 'forum';
  overwrites?: Overwrite[];
}

export interface Populate {
  addUser: (user?: Partial<Omit<User, 'id' | 'bot'>>) => User;
  addGuild: (guild?: NewGuild) => Guild;
  addChannel: (channel: NewChannel) => Channel;
  /** Brings a person into a guild, with further permissions of their own if given. */
  addMember: (guild: Ref, user: Ref, permissions?: bigint) => Member;
  /** Allows and denies the bot bits in one channel. */
  restrictBot: (channel: Ref, change: { allow?: bigint; deny?: bigint }) => void;
  /** A group of people that the bot is not in; those who installed the app use it there. */
  addGroupDm: (users: Ref[]) => Channel;
  /** The bot is thrown out, or the guild is gone; `unavailable`: only an outage. */
  removeGuild: (guild: Ref, unavailable?: boolean) => void;
  removeChannel: (channel: Ref) => void;
}

/** The builder of a world; what it makes while a bot is connected is announced. */
export function createPopulate(world: World): Populate {
  const guildOf = (ref: Ref): Guild => {
    const guild = world.guilds.get(idOf(ref));
    if (!guild) throw new Error(`no guild ${idOf(ref)}`);
    return guild;
  };
  const channelOf = (ref: Ref): Channel => {
    const channel = world.channels.get(idOf(ref));
    if (!channel) throw new Error(`no channel ${idOf(ref)}`);
    return channel;
  };
  const addMember = (ref: Ref, user: Ref, permissions?: bigint): Member => {
    const guild = guildOf(ref);
    const roles: string[] = [];
    if (permissions !== undefined) {
      const role = { id: world.nextId(), name: 'role', permissions, position: guild.roles.size };
      guild.roles.set(role.id, role);
      roles.push(role.id);
      const data = { guild_id: guild.id, role: { ...role, permissions: String(permissions) } };
      const wire = {
        color: 0,
        colors: { primary_color: 0 },
        hoist: false,
        managed: false,
        mentionable: false,
      };
      world.dispatch({
        t: 'GUILD_ROLE_CREATE',
        guildId: guild.id,
        intent: INTENTS.guilds,
        data: () => ({ ...data, role: { ...wire, flags: 0, ...data.role } }),
      });
    }
    const member = { userId: idOf(user), roles, joinedAt: new Date(world.now()).toISOString() };
    guild.members.set(member.userId, member);
    return member;
  };

  return {
    addMember,
    addUser: (user = {}) => {
      const made: User = {
        id: world.nextId(),
        username: 'ana',
        locale: 'en-US',
        acceptsDms: true,
        ...user,
        bot: false,
      };
      world.users.set(made.id, made);
      return made;
    },
    addGuild: (input = {}) => {
      const id = world.nextId();
      const everyone = {
        id,
        name: '@everyone',
        permissions: input.permissions ?? DEFAULT_PERMISSIONS,
        position: 0,
      };
      const guild: Guild = {
        id,
        name: input.name ?? 'Guild',
        ownerId: input.owner === undefined ? world.nextId() : idOf(input.owner),
        locale: input.locale ?? 'en-US',
        roles: new Map([[id, everyone]]),
        members: new Map(),
      };
      world.guilds.set(id, guild);
      if (input.owner !== undefined) addMember(guild, input.owner);
      if (input.withBot !== false) {
        addMember(guild, world.bot);
        const data = () => guildCreateWire(world, guild);
        world.dispatch({ t: 'GUILD_CREATE', guildId: id, intent: INTENTS.guilds, data });
      }
      return guild;
    },
    addChannel: (input) => {
      const channel: Channel = {
        id: world.nextId(),
        type: CHANNEL_TYPES[input.type ?? 'text'],
        name: input.name ?? 'general',
        guildId: guildOf(input.guild).id,
        overwrites: input.overwrites ?? [],
        recipients: [],
      };
      world.channels.set(channel.id, channel);
      announceChannel(world, 'CHANNEL_CREATE', channel);
      return channel;
    },
    restrictBot: (ref, change) => {
      const channel = channelOf(ref);
      const own = { id: world.bot.id, type: 1 as const, allow: change.allow ?? 0n, deny: change.deny ?? 0n };
      channel.overwrites = [...channel.overwrites.filter((each) => each.id !== world.bot.id), own];
      announceChannel(world, 'CHANNEL_UPDATE', channel);
    },
    addGroupDm: (users) => {
      const channel: Channel = {
        id: world.nextId(),
        type: CHANNEL_TYPES.groupDm,
        name: '',
        overwrites: [],
        recipients: users.map(idOf),
      };
      world.channels.set(channel.id, channel);
      return channel;
    },
    removeGuild: (ref, unavailable = false) => {
      const guild = guildOf(ref);
      const data = unavailable ? { id: guild.id, unavailable: true } : { id: guild.id };
      world.dispatch({ t: 'GUILD_DELETE', guildId: guild.id, intent: INTENTS.guilds, data: () => data });
      if (!unavailable) guild.members.delete(world.bot.id);
      world.changed();
    },
    removeChannel: (ref) => removeChannel(world, channelOf(ref)),
  };
}

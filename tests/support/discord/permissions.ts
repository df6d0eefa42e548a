/** Who may do what in which channel, by the order of Discord's documentation: roles, then overwrites. */
import { CHANNEL_TYPES, type Channel, type Guild } from './discord-model.ts';
import type { World } from './world.ts';

/** The permission bits that this server looks at. */
export const PERMISSIONS = {
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  manageGuild: 1n << 5n,
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useCommands: 1n << 31n,
  manageThreads: 1n << 34n,
  createPublicThreads: 1n << 35n,
  createPrivateThreads: 1n << 36n,
  sendInThreads: 1n << 38n,
  useExternalApps: 1n << 50n,
};

const ALL = (1n << 53n) - 1n;

/** What everybody may do in a fresh guild. */
export const DEFAULT_PERMISSIONS =
  PERMISSIONS.addReactions |
  PERMISSIONS.viewChannel |
  PERMISSIONS.sendMessages |
  PERMISSIONS.embedLinks |
  PERMISSIONS.attachFiles |
  PERMISSIONS.readHistory |
  PERMISSIONS.useCommands |
  PERMISSIONS.createPublicThreads |
  PERMISSIONS.createPrivateThreads |
  PERMISSIONS.sendInThreads |
  PERMISSIONS.useExternalApps;

/** In direct messages there are no roles. */
const DM_PERMISSIONS = DEFAULT_PERMISSIONS;

/** True for a thread, public, private or in a forum. */
export function isThread(channel: Channel): boolean {
  return channel.type === CHANNEL_TYPES.publicThread || channel.type === CHANNEL_TYPES.privateThread;
}

/** The bits that a user has in a channel; a thread takes its parent's overwrites. */
export function permissionsIn(world: World, channel: Channel, userId: string): bigint {
  if (channel.guildId === undefined) return DM_PERMISSIONS;
  const guild = world.guilds.get(channel.guildId);
  if (!guild) return 0n;
  const base = guildPermissions(guild, userId);
  if (base === 0n || base === ALL) return base;
  const place = isThread(channel) ? (world.channels.get(channel.parentId ?? '') ?? channel) : channel;
  const roles = new Set(guild.members.get(userId)?.roles ?? []);
  let bits = base;
  const steps = [
    place.overwrites.filter((each) => each.id === guild.id),
    place.overwrites.filter((each) => each.type === 0 && roles.has(each.id)),
    place.overwrites.filter((each) => each.type === 1 && each.id === userId),
  ];
  for (const step of steps) {
    for (const each of step) bits &= ~each.deny;
    for (const each of step) bits |= each.allow;
  }
  const hidden = channel.type === CHANNEL_TYPES.privateThread && !channel.thread?.members.has(userId);
  if (hidden && (bits & PERMISSIONS.manageThreads) === 0n) return 0n;
  return (bits & PERMISSIONS.viewChannel) === 0n ? 0n : bits;
}

function guildPermissions(guild: Guild, userId: string): bigint {
  if (guild.ownerId === userId) return ALL;
  const member = guild.members.get(userId);
  if (!member) return 0n;
  let bits = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const role of member.roles) bits |= guild.roles.get(role)?.permissions ?? 0n;
  return (bits & PERMISSIONS.administrator) !== 0n ? ALL : bits;
}

/** True if the user has all the bits there. */
export function may(world: World, channel: Channel, userId: string, bits: bigint): boolean {
  return (permissionsIn(world, channel, userId) & bits) === bits;
}

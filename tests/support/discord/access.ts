/** What the bot may reach: the channels and messages it asks for, or Discord's refusal. */
import { refusal } from './api-error.ts';
import type { Channel, Message } from './discord-model.ts';
import { isThread, may, PERMISSIONS } from './permissions.ts';
import type { World } from './world.ts';

/** A channel that the bot may see and where it has these permissions. @throws ApiError 10003, 50001, 50013 */
export function reachChannel(world: World, id: string | undefined, bits = 0n): Channel {
  const channel = world.channels.get(id ?? '');
  if (!channel) throw refusal(10003);
  const member = channel.guildId === undefined && channel.recipients.includes(world.bot.id);
  const visible = channel.guildId !== undefined && may(world, channel, world.bot.id, PERMISSIONS.viewChannel);
  if (!member && !visible) throw refusal(50001);
  if (!may(world, channel, world.bot.id, bits)) throw refusal(50013);
  return channel;
}

/** A message in a channel, not an ephemeral one. @throws ApiError 10008 */
export function reachMessage(world: World, channel: Channel, id: string | undefined): Message {
  const message = world.messages.get(id ?? '');
  const there = message?.channelId === channel.id && message.ephemeralFor === undefined && !message.deleted;
  if (!message || !there) throw refusal(10008);
  return message;
}

/**
 * Makes sure that the bot may write there: the permission, and in a thread that nobody locked it; an archived thread
 * that is not locked is opened by a new message. @throws ApiError 50013, 160005
 */
export function mayWrite(world: World, channel: Channel): void {
  const bit = isThread(channel) ? PERMISSIONS.sendInThreads : PERMISSIONS.sendMessages;
  if (!may(world, channel, world.bot.id, bit)) throw refusal(50013);
  const moderates = may(world, channel, world.bot.id, PERMISSIONS.manageThreads);
  if (channel.thread?.locked && !moderates) throw refusal(160005);
}

/** An archived thread takes no edits, reactions or deletions. @throws ApiError 50083 */
export function notArchived(channel: Channel): void {
  if (channel.thread?.archived) throw refusal(50083);
}

/** Channels and threads come, change and go, and the gateway hears of it. */
import { CHANNEL_TYPES, type Channel, MESSAGE_FLAGS, type Message } from './discord-model.ts';
import { INTENTS } from './intents.ts';
import { channelWire } from './wire-entities.ts';
import type { World } from './world.ts';

/** Sends a channel's event; `t` such as CHANNEL_CREATE or THREAD_UPDATE. */
export function announceChannel(world: World, t: string, channel: Channel, more: object = {}): void {
  if (channel.guildId !== undefined) {
    const { id, guildId, parentId, type } = channel;
    const wire = channelWire(world, channel);
    const data =
      t === 'THREAD_DELETE' ? { id, guild_id: guildId, parent_id: parentId, type } : { ...wire, ...more };
    world.dispatch({ t, guildId, channelId: id, intent: INTENTS.guilds, data: () => data });
  }
  world.changed();
}

export interface NewThread {
  name: string;
  ownerId: string;
  private?: boolean;
  /** Who is in it besides its maker. */
  members?: readonly string[];
  /** The thread of a message, or of a forum's post, has that message's id. */
  id?: string;
}

/** Opens a thread in a channel, its maker within, and sends THREAD_CREATE. */
export function openThread(world: World, parent: Channel, input: NewThread): Channel {
  const now = new Date(world.now()).toISOString();
  const thread: Channel = {
    id: input.id ?? world.nextId(),
    type: input.private ? CHANNEL_TYPES.privateThread : CHANNEL_TYPES.publicThread,
    name: input.name,
    ...(parent.guildId === undefined ? {} : { guildId: parent.guildId }),
    parentId: parent.id,
    overwrites: [],
    recipients: [],
    thread: {
      ownerId: input.ownerId,
      archived: false,
      locked: false,
      members: new Set([input.ownerId, ...(input.members ?? [])]),
      createdAt: now,
      changedAt: now,
    },
  };
  world.channels.set(thread.id, thread);
  announceChannel(world, 'THREAD_CREATE', thread, { newly_created: true });
  return thread;
}

/** Marks a message as the start of a thread. */
export function markThreadStart(message: Message): void {
  message.flags |= MESSAGE_FLAGS.hasThread;
}

/** Archives, opens, locks or unlocks a thread, and sends THREAD_UPDATE. */
export function changeThread(
  world: World,
  thread: Channel,
  change: { archived?: boolean; locked?: boolean; name?: string },
): void {
  if (!thread.thread) throw new Error(`${thread.id} is no thread`);
  thread.thread.archived = change.archived ?? thread.thread.archived;
  thread.thread.locked = change.locked ?? thread.thread.locked;
  thread.name = change.name ?? thread.name;
  thread.thread.changedAt = new Date(world.now()).toISOString();
  announceChannel(world, 'THREAD_UPDATE', thread);
}

/** Takes a channel away, with its messages and threads. */
export function removeChannel(world: World, channel: Channel): void {
  for (const each of [...world.channels.values()])
    if (each.parentId === channel.id) removeChannel(world, each);
  announceChannel(world, channel.thread ? 'THREAD_DELETE' : 'CHANNEL_DELETE', channel);
  world.channels.delete(channel.id);
  for (const message of world.messages.values()) if (message.channelId === channel.id) message.deleted = true;
  world.changed();
}

/** The direct-message channel of the bot and a person; opened if there is none. */
export function directChannel(world: World, userId: string): Channel {
  for (const each of world.channels.values()) {
    if (each.type === CHANNEL_TYPES.dm && each.recipients.includes(userId)) return each;
  }
  const channel: Channel = {
    id: world.nextId(),
    type: CHANNEL_TYPES.dm,
    name: '',
    overwrites: [],
    recipients: [world.bot.id, userId],
  };
  world.channels.set(channel.id, channel);
  return channel;
}

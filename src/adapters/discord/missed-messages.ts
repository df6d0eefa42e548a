/**
 * What was said while the connection was gone. Discord replays it when a session is resumed; after a session that could
 * not be resumed it is told to nobody, and has to be looked for.
 */
import type { Channel, Client, Message, Snowflake } from 'discord.js';
import { idAt, timeOfId } from './snowflake.ts';

/** Milliseconds: clocks differ, and what was on its way when the connection broke was said before. */
const MARGIN = 5_000;
/** Milliseconds: an answer to what is older would come as a surprise. */
const MAX_GAP = 10 * 60_000;
/** Channels that are looked at, those with the latest messages first: each is a call. */
const MAX_CHANNELS = 30;
/** Milliseconds: a conversation with the bot that was silent for longer is not looked at. */
const DIRECT_LIFE = 3_600_000;
/** Messages of each channel. */
const MAX_MESSAGES = 50;

interface Gap {
  readonly shard: number;
  /** Milliseconds since 1970, both. */
  readonly since: number;
  readonly now: number;
}

/** Oldest first. Channels that cannot be read are left out; never rejects. */
export async function missedMessages(client: Client, { shard, since, now }: Gap): Promise<Message[]> {
  const from = Math.max(since - MARGIN, now - MAX_GAP);
  const channels = [...client.channels.cache.values()]
    .filter((channel) => channel.isTextBased() && spokenIn(channel, { shard, from, now }))
    .sort((a, b) => lastSaid(b) - lastSaid(a))
    .slice(0, MAX_CHANNELS);
  const found = await Promise.all(channels.map((channel) => readSince(channel, idAt(from))));
  return found.flat().sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}

/** Servers tell each channel's last message when they come back; of direct messages only what came before is known. */
function spokenIn(channel: Channel, gap: { shard: number; from: number; now: number }): boolean {
  if (channel.isDMBased()) return gap.shard === 0 && lastSaid(channel) > gap.now - DIRECT_LIFE;
  return channel.guild.shardId === gap.shard && lastSaid(channel) >= gap.from;
}

/** Milliseconds since 1970; 0 where nothing was said. */
function lastSaid(channel: Channel): number {
  const last = 'lastMessageId' in channel ? channel.lastMessageId : null;
  return typeof last === 'string' ? timeOfId(last) : 0;
}

async function readSince(channel: Channel, after: Snowflake): Promise<Message[]> {
  if (!('messages' in channel)) return [];
  try {
    const read = await channel.messages.fetch({ after, limit: MAX_MESSAGES, cache: false });
    return [...read.values()];
  } catch {
    return [];
  }
}

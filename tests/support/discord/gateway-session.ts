/** One gateway session: its numbered events, kept until the client says it has them, so that it can resume. */
import type { Json } from './discord-model.ts';
import { may, PERMISSIONS } from './permissions.ts';
import { shardOf } from './snowflake.ts';
import type { Dispatch, World } from './world.ts';

/** So many events are kept for a client that is away; older ones are gone, as after some minutes at Discord. */
const MOST_KEPT = 5000;

export interface GatewaySession {
  id: string;
  shard: [id: number, count: number];
  intents: number;
  /** The number of the last event. */
  sequence: number;
  kept: { sequence: number; frame: Json }[];
  /** How to reach the client; undefined while it is away. */
  send: ((frame: Json) => void) | undefined;
}

/** A session that has sent nothing yet. */
export function createSession(id: string, shard: [number, number], intents: number): GatewaySession {
  return { id, shard, intents, sequence: 0, kept: [], send: undefined };
}

/** Numbers an event, keeps it, and sends it if the client is there. */
export function deliver(session: GatewaySession, t: string, data: unknown): void {
  session.sequence += 1;
  const frame = { op: 0, t, s: session.sequence, d: data };
  session.kept.push({ sequence: session.sequence, frame });
  if (session.kept.length > MOST_KEPT) session.kept.shift();
  session.send?.(frame);
}

/** Forgets what the client has, as its heartbeat or its resume says. */
export function acknowledge(session: GatewaySession, sequence: number): void {
  session.kept = session.kept.filter((each) => each.sequence > sequence);
}

/** True if the event is for this session: its shard, its intents, and a channel that the bot may see. */
export function concerns(world: World, session: GatewaySession, event: Dispatch): boolean {
  if (shardOf(event.guildId, session.shard[1]) !== session.shard[0]) return false;
  if (event.intent !== 0 && (session.intents & event.intent) === 0) return false;
  const guild = world.guilds.get(event.guildId ?? '');
  // Where only a person installed the app, it hears of nothing but interactions.
  if (guild && event.intent !== 0 && !guild.members.has(world.bot.id)) return false;
  const channel = world.channels.get(event.channelId ?? '');
  if (channel?.guildId === undefined)
    return channel === undefined || channel.recipients.includes(world.bot.id);
  return may(world, channel, world.bot.id, PERMISSIONS.viewChannel);
}

/**
 * Fills in what Discord sends and other servers of its kind may leave out, before discord.js reads it: without these
 * parts it drops the event or ends the process.
 */
import type { Client } from 'discord.js';

type Parts = Record<string, unknown>;

/** Numbers of the developer documentation («Channel Types», «Interaction Context Types», «Message Types»). */
const DIRECT = 1;
const IN_GUILD = 0;
const BOT_DM = 1;
const PRIVATE_CHANNEL = 2;
const PLAIN = 0;
const REPLY = 19;

/** Changes the event in place. @param packet as the gateway sent it. */
export function completeEvent(client: Client, packet: unknown): void {
  if (!isParts(packet) || !isParts(packet.d)) return;
  if (packet.t === 'INTERACTION_CREATE') completeInteraction(client, packet.d);
  if (packet.t === 'MESSAGE_CREATE') completeMessage(packet.d);
}

function completeInteraction(client: Client, data: Parts): void {
  const channel = isParts(data.channel) ? data.channel : null;
  const ownersGiven = isParts(data.authorizing_integration_owners)
    ? data.authorizing_integration_owners
    : null;
  data.context ??= contextOf(client, data, ownersGiven);
  data.authorizing_integration_owners ??= ownersOf(client, data);
  data.channel_id ??= channel?.id;
  if (channel === null && data.channel_id !== undefined)
    data.channel = {
      id: data.channel_id,
      ...(data.guild_id === undefined ? {} : { guild_id: data.guild_id }),
      ...(data.context === BOT_DM ? { type: DIRECT } : {}),
    };
  data.application_id ??= client.application?.id ?? client.user?.id;
  data.entitlements ??= [];
  // No language of ours: the text tells it, then.
  data.locale ??= data.guild_locale ?? '';
  data.app_permissions ??= ownPermissions(client, data);
}

/** What may be a conversation among people is taken for one: what is for one person alone stays so there. */
function contextOf(client: Client, { guild_id, channel, channel_id }: Parts, owners: Parts | null): number {
  if (typeof guild_id === 'string') return IN_GUILD;
  if (owners !== null) return owners['0'] === undefined ? PRIVATE_CHANNEL : BOT_DM;
  const type = isParts(channel) ? channel.type : client.channels.cache.get(String(channel_id))?.type;
  return type === DIRECT ? BOT_DM : PRIVATE_CHANNEL;
}

/** The server's own installation where the bot is there, else the person's. */
function ownersOf(client: Client, { guild_id, context, user, member }: Parts): Parts {
  if (typeof guild_id === 'string' && client.guilds.cache.has(guild_id)) return { 0: guild_id };
  if (context === BOT_DM) return { 0: '0' };
  const person = isParts(user) ? user : isParts(member) && isParts(member.user) ? member.user : null;
  return { 1: person?.id };
}

/** What the bot may do there, as far as it is known from the server's own data; a set of permissions as a number. */
function ownPermissions(client: Client, { guild_id, channel_id }: Parts): string {
  const guild = client.guilds.cache.get(String(guild_id));
  const channel = guild?.channels.cache.get(String(channel_id));
  const me = guild?.members.me ?? null;
  return String(me === null ? 0n : (channel?.permissionsFor(me)?.bitfield ?? 0n));
}

function completeMessage(data: Parts): void {
  // Bots hear of no private conversation but those with themselves.
  if (data.guild_id === undefined) data.channel_type ??= DIRECT;
  data.type ??= isParts(data.message_reference) ? REPLY : PLAIN;
}

function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null;
}

/** REST: messages of a channel, their nonces, and reactions. */
import { mayWrite, notArchived, reachChannel, reachMessage } from './access.ts';
import { invalidForm, refusal } from './api-error.ts';
import { changeThread } from './channels.ts';
import type { Channel, Json, Message } from './discord-model.ts';
import { may, PERMISSIONS } from './permissions.ts';
import { setReaction } from './reactions.ts';
import type { Call } from './rest-call.ts';
import type { Route } from './rest-server.ts';
import { messageWire, restIntents } from './wire-message.ts';
import { channelMessages, type World } from './world.ts';
import { checkMessage, createMessage, deleteMessage, editMessage } from './write-message.ts';

/** How many messages one call may fetch, and how many it fetches unasked. */
const MOST_FETCHED = 100;
const USUALLY_FETCHED = 50;

/** `nonceMs`: how long an enforced nonce is remembered (Discord: a few minutes). */
export function messageRoutes(world: World, nonceMs: number): Route[] {
  const wire = (message: Message) => messageWire(world, message, restIntents(world));
  const message = (params: Record<string, string>, bits = 0n) => {
    const channel = reachChannel(world, params.channel, bits);
    return { channel, message: reachMessage(world, channel, params.message) };
  };

  return [
    {
      route: 'POST /channels/:channel/messages',
      handler: ({ params, body, call }) =>
        wire(postMessage(world, reachChannel(world, params.channel), body, call, nonceMs)),
    },
    {
      route: 'GET /channels/:channel/messages',
      handler: ({ params, query }) => page(world, reachChannel(world, params.channel), query).map(wire),
    },
    {
      route: 'GET /channels/:channel/messages/:message',
      handler: ({ params }) => wire(message(params, PERMISSIONS.readHistory).message),
    },
    {
      route: 'PATCH /channels/:channel/messages/:message',
      handler: ({ params, body, call }) => {
        const found = message(params);
        notArchived(found.channel);
        if (found.message.author.id !== world.bot.id) throw refusal(50005);
        return wire(editMessage(world, found.message, body, call.files));
      },
    },
    {
      route: 'DELETE /channels/:channel/messages/:message',
      handler: ({ params }) => {
        const found = message(params);
        notArchived(found.channel);
        const own = found.message.author.id === world.bot.id;
        if (!own && !may(world, found.channel, world.bot.id, PERMISSIONS.manageMessages))
          throw refusal(50013);
        return deleteMessage(world, found.message);
      },
    },
    {
      route: 'PUT /channels/:channel/messages/:message/reactions/:emoji/@me',
      handler: ({ params }) => {
        const found = message(params, PERMISSIONS.readHistory);
        notArchived(found.channel);
        const first = !found.message.reactions.has(params.emoji ?? '');
        if (first && !may(world, found.channel, world.bot.id, PERMISSIONS.addReactions)) throw refusal(50013);
        setReaction(world, found.message, params.emoji ?? '', world.bot.id, true);
      },
    },
    {
      route: 'DELETE /channels/:channel/messages/:message/reactions/:emoji/@me',
      handler: ({ params }) => {
        const found = message(params);
        notArchived(found.channel);
        setReaction(world, found.message, params.emoji ?? '', world.bot.id, false);
      },
    },
  ];
}

function postMessage(world: World, channel: Channel, body: Json, call: Call, nonceMs: number): Message {
  mayWrite(world, channel);
  const sends = PERMISSIONS.attachFiles;
  if (call.files.length > 0 && !may(world, channel, world.bot.id, sends)) throw refusal(50013);
  const embeds = Array.isArray(body.embeds) && body.embeds.length > 0;
  if (embeds && !may(world, channel, world.bot.id, PERMISSIONS.embedLinks)) throw refusal(50013);
  if (channel.type === 15) throw refusal(50024);
  const stranger = channel.recipients.some((id) => world.users.get(id)?.acceptsDms === false);
  if (stranger) throw refusal(50007);
  checkMessage(body, call.files);
  const same = body.enforce_nonce === true ? sameNonce(world, body.nonce, nonceMs) : undefined;
  if (same) return same;
  const replyTo = repliedMessage(world, channel, body);
  if (channel.thread?.archived) changeThread(world, channel, { archived: false });
  return createMessage(world, { channel, author: world.bot, body, files: call.files, replyTo });
}

/** The message that the bot wrote with this nonce within the last minutes. */
function sameNonce(world: World, nonce: unknown, nonceMs: number): Message | undefined {
  if (nonce === undefined || nonce === null) return undefined;
  const since = world.now() - nonceMs;
  return [...world.messages.values()].findLast(
    (each) =>
      each.author.id === world.bot.id &&
      each.nonce !== undefined &&
      String(each.nonce) === String(nonce) &&
      Date.parse(each.createdAt) >= since,
  );
}

function repliedMessage(world: World, channel: Channel, body: Json): Message | undefined {
  const reference = body.message_reference as Json | undefined | null;
  if (!reference) return undefined;
  if (!may(world, channel, world.bot.id, PERMISSIONS.readHistory)) throw refusal(160002);
  const found = world.messages.get(String(reference.message_id));
  if (found && !found.deleted && found.channelId === channel.id) return found;
  if (reference.fail_if_not_exists === false) return undefined;
  throw invalidForm(['message_reference: Unknown message']);
}

/** Newest first; without the permission to read the history, nothing. */
function page(world: World, channel: Channel, query: URLSearchParams): Message[] {
  const limit = Number(query.get('limit') ?? USUALLY_FETCHED);
  if (!(limit >= 1 && limit <= MOST_FETCHED))
    throw invalidForm(['limit: int value should be from 1 to 100.']);
  if (!may(world, channel, world.bot.id, PERMISSIONS.readHistory)) return [];
  const all = channelMessages(world, channel.id);
  const after = query.get('after');
  if (after !== null) {
    return all
      .filter((each) => BigInt(each.id) > BigInt(after))
      .slice(0, limit)
      .reverse();
  }
  const around = query.get('around');
  if (around !== null) {
    const at = all.findIndex((each) => BigInt(each.id) >= BigInt(around));
    return all
      .slice(Math.max(0, at - Math.floor(limit / 2)))
      .slice(0, limit)
      .reverse();
  }
  const before = query.get('before');
  const older = before === null ? all : all.filter((each) => BigInt(each.id) < BigInt(before));
  return older.slice(-limit).reverse();
}

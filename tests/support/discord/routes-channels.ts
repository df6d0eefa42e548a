/** REST: channels, typing, threads and forum posts. */
import { mayWrite, reachChannel, reachMessage } from './access.ts';
import { invalidForm, refusal } from './api-error.ts';
import { changeThread, markThreadStart, openThread, removeChannel } from './channels.ts';
import { CHANNEL_TYPES, type Channel, type Json } from './discord-model.ts';
import { INTENTS } from './intents.ts';
import { may, PERMISSIONS } from './permissions.ts';
import type { Call } from './rest-call.ts';
import type { Route } from './rest-server.ts';
import { channelWire } from './wire-entities.ts';
import { messageWire, restIntents } from './wire-message.ts';
import type { World } from './world.ts';
import { checkMessage, createMessage } from './write-message.ts';

const LONGEST_NAME = 100;

/** The routes under `/channels` that are not about messages. */
export function channelRoutes(world: World): Route[] {
  return [
    {
      route: 'GET /channels/:channel',
      handler: ({ params }) => channelWire(world, reachChannel(world, params.channel)),
    },
    {
      route: 'PATCH /channels/:channel',
      handler: ({ params, body }) => patchThread(world, reachChannel(world, params.channel), body),
    },
    {
      route: 'DELETE /channels/:channel',
      handler: ({ params }) => {
        const channel = reachChannel(world, params.channel);
        const bit = channel.thread ? PERMISSIONS.manageThreads : PERMISSIONS.manageChannels;
        if (!may(world, channel, world.bot.id, bit)) throw refusal(50013);
        const wire = channelWire(world, channel);
        removeChannel(world, channel);
        return wire;
      },
    },
    {
      route: 'POST /channels/:channel/typing',
      handler: ({ params }) => {
        const channel = reachChannel(world, params.channel);
        mayWrite(world, channel);
        startTyping(world, channel, world.bot.id);
      },
    },
    {
      route: 'POST /channels/:channel/messages/:message/threads',
      status: 201,
      handler: ({ params, body }) => {
        const channel = reachChannel(world, params.channel, PERMISSIONS.createPublicThreads);
        const start = reachMessage(world, channel, params.message);
        const open = channel.type === CHANNEL_TYPES.text || channel.type === CHANNEL_TYPES.announcement;
        if (!open || channel.guildId === undefined) throw refusal(50024);
        if (world.channels.has(start.id)) throw refusal(160004);
        markThreadStart(start);
        const name = threadName(body);
        return channelWire(world, openThread(world, channel, { name, ownerId: world.bot.id, id: start.id }));
      },
    },
    {
      route: 'POST /channels/:channel/threads',
      status: 201,
      handler: ({ params, body, call }) => {
        const channel = reachChannel(world, params.channel);
        if (channel.type === CHANNEL_TYPES.forum) return postInForum(world, channel, body, call);
        if (channel.guildId === undefined || channel.thread) throw refusal(50024);
        // Without a type Discord makes a private thread.
        const hidden = Number(body.type ?? CHANNEL_TYPES.privateThread) === CHANNEL_TYPES.privateThread;
        const bit = hidden ? PERMISSIONS.createPrivateThreads : PERMISSIONS.createPublicThreads;
        if (!may(world, channel, world.bot.id, bit)) throw refusal(50013);
        const input = { name: threadName(body), ownerId: world.bot.id, private: hidden };
        return channelWire(world, openThread(world, channel, input));
      },
    },
    {
      route: 'PUT /channels/:channel/thread-members/:user',
      handler: ({ params }) => {
        const { thread } = reachChannel(world, params.channel);
        if (!thread) throw refusal(50024);
        if (thread.archived) throw refusal(50083);
        thread.members.add(params.user === '@me' ? world.bot.id : (params.user ?? ''));
        world.changed();
      },
    },
  ];
}

/** Notes a sign of typing and sends TYPING_START. */
export function startTyping(world: World, channel: Channel, userId: string): void {
  world.typing.push({ channelId: channel.id, userId, at: world.now() });
  world.dispatch({
    t: 'TYPING_START',
    ...(channel.guildId === undefined ? {} : { guildId: channel.guildId }),
    channelId: channel.id,
    intent: channel.guildId === undefined ? INTENTS.directTyping : INTENTS.guildTyping,
    data: () => ({
      channel_id: channel.id,
      ...(channel.guildId === undefined ? {} : { guild_id: channel.guildId }),
      user_id: userId,
      timestamp: Math.floor(world.now() / 1000),
    }),
  });
  world.changed();
}

function threadName(body: Json): string {
  const { name } = body;
  if (typeof name === 'string' && name.length >= 1 && name.length <= LONGEST_NAME) return name;
  throw invalidForm([`name: Must be between 1 and ${LONGEST_NAME} in length.`]);
}

/** A forum's post is a thread and its first message, which share one id. */
function postInForum(world: World, forum: Channel, body: Json, call: Call): Json {
  if (!may(world, forum, world.bot.id, PERMISSIONS.sendMessages)) throw refusal(50013);
  const name = threadName(body);
  const content = (body.message ?? {}) as Json;
  checkMessage(content, call.files);
  const thread = openThread(world, forum, { name, ownerId: world.bot.id });
  const first = createMessage(world, {
    channel: thread,
    author: world.bot,
    body: content,
    files: call.files,
    id: thread.id,
  });
  return { ...channelWire(world, thread), message: messageWire(world, first, restIntents(world)) };
}

function patchThread(world: World, channel: Channel, body: Json): Json {
  const { thread } = channel;
  if (!thread) {
    if (!may(world, channel, world.bot.id, PERMISSIONS.manageChannels)) throw refusal(50013);
    throw refusal(50024);
  }
  const moderates = may(world, channel, world.bot.id, PERMISSIONS.manageThreads);
  const own = thread.ownerId === world.bot.id;
  const opensOnly = body.archived === false && !thread.locked && Object.keys(body).length === 1;
  if (!moderates && (thread.locked || body.locked !== undefined)) throw refusal(50013);
  if (!moderates && !own && !opensOnly) throw refusal(50013);
  if (thread.archived && body.archived !== false) throw refusal(50083);
  changeThread(world, channel, {
    ...(typeof body.archived === 'boolean' ? { archived: body.archived } : {}),
    ...(typeof body.locked === 'boolean' ? { locked: body.locked } : {}),
    ...(body.name === undefined ? {} : { name: threadName(body) }),
  });
  return channelWire(world, channel);
}

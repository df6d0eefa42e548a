/** `conversations.*` of the test Slack. */
import {
  type ApiContext,
  type ApiMethod,
  type Args,
  SlackRefusal,
  scopesByKind,
  visibleConversation,
} from './api-method.ts';
import { isTopLevel, shownMessage, threadOf } from './messages.ts';
import type { Json, SlackMessage } from './slack-message.ts';
import { addConversation, type Conversation, channelType, directMessage } from './workspace.ts';

export const CONVERSATION_METHODS: Readonly<Record<string, ApiMethod>> = {
  'conversations.replies': {
    scopes: scopesByKind('history'),
    run: (args, context) => {
      const conversation = readable(args, context);
      const found = conversation.messages.find((message) => message.ts === args.needed('ts'));
      if (found === undefined) throw new SlackRefusal('thread_not_found');
      const root = found.thread_ts ?? found.ts;
      return page(args, context, conversation, threadOf(conversation, root));
    },
  },
  'conversations.history': {
    scopes: scopesByKind('history'),
    run: (args, context) => {
      const conversation = readable(args, context);
      return page(args, context, conversation, conversation.messages.filter(isTopLevel).reverse());
    },
  },
  'conversations.info': {
    scopes: scopesByKind('read'),
    run: (args, context) => {
      const conversation = visibleConversation(context, args.needed('channel'));
      needKindScope(context, conversation, 'read');
      return { channel: shownConversation(context, conversation) };
    },
  },
  'conversations.open': {
    scopes: ['channels:manage', 'groups:write', 'im:write', 'mpim:write'],
    run: (args, context) => {
      const { workspace } = context.state;
      const channel = args.text('channel');
      if (channel !== undefined)
        return { channel: { id: visibleConversation(context, channel).id }, no_op: true, already_open: true };
      const users = args.needed('users').split(',');
      const unknown = users.find((user) => !workspace.users.has(user));
      if (unknown !== undefined) throw new SlackRefusal('user_not_found');
      const [only] = users;
      const conversation =
        users.length === 1 && only !== undefined
          ? directMessage(workspace, only)
          : addConversation(workspace, {
              name: `mpdm-${users.join('-')}`,
              kind: 'mpim',
              members: [...users, workspace.app.botUser],
            });
      return {
        channel:
          args.flag('return_im') === true
            ? shownConversation(context, conversation)
            : { id: conversation.id },
      };
    },
  },
};

/** History is for members alone, and each kind of conversation has its own scope. */
function readable(args: Args, context: ApiContext): Conversation {
  const conversation = visibleConversation(context, args.needed('channel'));
  needKindScope(context, conversation, 'history');
  if (!conversation.members.has(context.state.workspace.app.botUser))
    throw new SlackRefusal('not_in_channel');
  return conversation;
}

function needKindScope(context: ApiContext, conversation: Conversation, ending: 'history' | 'read'): void {
  const kinds = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;
  const needed = `${kinds[conversation.kind]}:${ending}`;
  if (!context.hasScope(needed))
    throw new SlackRefusal('missing_scope', { needed, provided: context.scopes() });
}

/** One page, between `oldest` and `latest`; the cursor says how many came before. */
function page(
  args: Args,
  context: ApiContext,
  conversation: Conversation,
  all: readonly SlackMessage[],
): Json {
  const limit = Math.min(args.number('limit') ?? 100, 999);
  const inclusive = args.flag('inclusive') === true;
  const oldest = Number(args.text('oldest') || 0);
  const latest = Number(args.text('latest') || Number.POSITIVE_INFINITY);
  const inTime = all.filter(({ ts }) => {
    const at = Number(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
  const skipped = readCursor(args.text('cursor'));
  const shown = inTime.slice(skipped, skipped + limit);
  const more = skipped + shown.length < inTime.length;
  const withMetadata = args.flag('include_all_metadata') === true;
  return {
    messages: shown.map((message) =>
      shownMessage(context.state.workspace, conversation, message, withMetadata),
    ),
    has_more: more,
    response_metadata: {
      next_cursor: more ? Buffer.from(`after:${skipped + shown.length}`).toString('base64') : '',
    },
  };
}

function readCursor(cursor: string | undefined): number {
  if (cursor === undefined || cursor === '') return 0;
  const skipped = /^after:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (skipped === undefined) throw new SlackRefusal('invalid_cursor');
  return Number(skipped);
}

function shownConversation({ state }: ApiContext, conversation: Conversation): Json {
  const { kind } = conversation;
  const other = [...conversation.members].find((member) => member !== state.workspace.app.botUser);
  return {
    id: conversation.id,
    ...(kind === 'im' ? { user: other } : { name: conversation.name }),
    is_channel: channelType(kind) === 'channel',
    is_group: kind === 'private',
    is_im: kind === 'im',
    is_mpim: kind === 'mpim',
    is_private: kind !== 'public',
    is_archived: conversation.archived,
    is_member: conversation.members.has(state.workspace.app.botUser),
    is_shared: false,
    is_ext_shared: false,
    num_members: conversation.members.size,
  };
}

/** `chat.*` of the test Slack, but for streams. */
import {
  type ApiContext,
  type ApiMethod,
  type Args,
  ownMessage,
  SlackRefusal,
  visibleConversation,
} from './api-method.ts';
import { deletedEvent } from './events.ts';
import { messageAt } from './messages.ts';
import type { Json, SlackMessage } from './slack-message.ts';
import {
  addOwnMessage,
  type Content,
  changeMessage,
  readContent,
  readMetadata,
  threadRoot,
  writableConversation,
} from './write-message.ts';

/** Characters of `text` in chat.update, by its reference. */
const MAX_UPDATE_TEXT = 4_000;
const WRITE: readonly string[] = ['chat:write'];

export const CHAT_METHODS: Readonly<Record<string, ApiMethod>> = {
  'chat.postMessage': { scopes: WRITE, run: postMessage },
  'chat.postEphemeral': { scopes: WRITE, run: postEphemeral },
  'chat.update': { scopes: WRITE, run: update },
  'chat.delete': { scopes: WRITE, run: remove },
  'chat.getPermalink': {
    scopes: [],
    run: (args, context) => {
      const conversation = visibleConversation(context, args.needed('channel'));
      const ts = args.needed('message_ts');
      if (messageAt(conversation, ts) === undefined) throw new SlackRefusal('message_not_found');
      return {
        channel: conversation.id,
        permalink: `${context.origin}/archives/${conversation.id}/p${ts.replace('.', '')}`,
      };
    },
  },
};

function postMessage(args: Args, context: ApiContext): Json {
  const conversation = writableConversation(context, args.needed('channel'), true);
  const content = needContent(readContent(context, args));
  const metadata = readMetadata(args);
  const thread = threadRoot(conversation, args.text('thread_ts'));
  const links = args.flag('unfurl_links');
  const media = args.flag('unfurl_media');
  const broadcast = thread !== undefined && args.flag('reply_broadcast') === true;
  const message = addOwnMessage(context, conversation, {
    ...content,
    ...(broadcast ? { subtype: 'thread_broadcast' } : {}),
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(links === undefined ? {} : { unfurl_links: links }),
    ...(media === undefined ? {} : { unfurl_media: media }),
  });
  return { channel: conversation.id, ts: message.ts, message: returned(context, message) };
}

function postEphemeral(args: Args, context: ApiContext): Json {
  const conversation = writableConversation(context, args.needed('channel'));
  const user = args.needed('user');
  if (!conversation.members.has(user)) throw new SlackRefusal('user_not_in_channel');
  const content = needContent(readContent(context, args));
  const thread = threadRoot(conversation, args.text('thread_ts'));
  const { workspace, ephemerals } = context.state;
  const message_ts = workspace.nextTs();
  ephemerals.push({
    type: 'message',
    ts: message_ts,
    channel: conversation.id,
    user: workspace.app.botUser,
    bot_id: workspace.app.botId,
    for: user,
    ...content,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  });
  return { message_ts };
}

function update(args: Args, context: ApiContext): Json {
  const conversation = visibleConversation(context, args.needed('channel'));
  if (conversation.archived) throw new SlackRefusal('is_inactive');
  const message = ownMessage(context, conversation, args.needed('ts'), 'cant_update_message');
  if (message.streaming_state === 'in_progress') throw new SlackRefusal('streaming_state_conflict');
  if ((args.text('text') ?? '').length > MAX_UPDATE_TEXT) throw new SlackRefusal('msg_too_long');
  const content = readContent(context, args);
  const metadata = readMetadata(args);
  if (content === undefined && metadata === undefined) throw new SlackRefusal('no_text');
  changeMessage(context, conversation, message, () => {
    if (content !== undefined) replaceContent(message, content, args.has('text'));
    if (content !== undefined && content.blocks === undefined)
      message.edited = { user: context.state.workspace.app.botUser, ts: context.state.workspace.nextTs() };
    if (metadata === undefined) return;
    if (Object.keys(metadata).length === 0) delete message.metadata;
    else message.metadata = metadata;
  });
  return {
    channel: conversation.id,
    ts: message.ts,
    text: message.text,
    message: returned(context, message),
  };
}

/** Blocks stay only where neither blocks nor text came; text without blocks takes them away. */
function replaceContent(message: SlackMessage, content: Content, hasText: boolean): void {
  if (hasText || content.markdown === true) message.text = content.text;
  if (content.blocks !== undefined) message.blocks = content.blocks;
  else if (hasText || content.markdown === true) delete message.blocks;
  if (content.attachments !== undefined) message.attachments = content.attachments;
  if (content.markdown === true) message.markdown = true;
  else delete message.markdown;
}

function remove(args: Args, context: ApiContext): Json {
  const conversation = visibleConversation(context, args.needed('channel'));
  const message = ownMessage(context, conversation, args.needed('ts'), 'cant_delete_message');
  if (message.streaming_state === 'in_progress') throw new SlackRefusal('cant_delete_message');
  conversation.messages.splice(conversation.messages.indexOf(message), 1);
  void context.emit(deletedEvent(context.state.workspace, conversation, message));
  return { channel: conversation.id, ts: message.ts };
}

function needContent(content: Content | undefined): Content {
  if (content === undefined) throw new SlackRefusal('no_text');
  return content;
}

/** The message as `chat.*` give it back. */
function returned(context: ApiContext, message: SlackMessage): Json {
  const { channel: _c, markdown: _md, unfurl_links: _l, unfurl_media: _u, ...shown } = message;
  const { workspace } = context.state;
  return {
    ...shown,
    team: workspace.team.id,
    bot_profile: {
      id: workspace.app.botId,
      app_id: workspace.app.id,
      name: 'casebook',
      deleted: false,
      team_id: workspace.team.id,
    },
  };
}

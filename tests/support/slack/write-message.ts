/** How the app's messages come to be in the test Slack: what they may hold, where they may go, who hears of them. */
import { type ApiContext, type Args, SlackRefusal } from './api-method.ts';
import { blockProblems, messageProblems } from './block-rules.ts';
import { changedEvent, messageEvent } from './events.ts';
import { fileProblems } from './file-methods.ts';
import { messageAt, withBlockIds } from './messages.ts';
import type { Json, SlackMessage } from './slack-message.ts';
import { agentThread, type SlackState } from './slack-state.ts';
import { type Conversation, directMessage } from './workspace.ts';

/** Characters of `markdown_text` in one call, by the reference of chat.postMessage. */
export const MAX_MARKDOWN_TEXT = 12_000;
/** Characters after which Slack cuts the `text` of a posted message. */
const CUT_TEXT_AT = 40_000;

export interface Content {
  readonly text: string;
  readonly blocks?: Json[];
  readonly attachments?: unknown[];
  readonly markdown?: boolean;
}

/** What a call wants to say; refuses what Slack refuses. `undefined`: neither text, blocks nor attachments. */
export function readContent(context: ApiContext, args: Args): Content | undefined {
  const blocks = args.list('blocks', 'invalid_blocks_format');
  const attachments = args.list('attachments', 'invalid_attachments');
  const markdown = args.text('markdown_text');
  const text = args.text('text') ?? '';
  if (markdown !== undefined && markdown !== '') {
    if (text !== '' || blocks !== undefined) throw new SlackRefusal('markdown_text_conflict');
    checkMarkdownLength(markdown);
    return { text: markdown, markdown: true };
  }
  if (attachments !== undefined && attachments.length > 100) throw new SlackRefusal('too_many_attachments');
  checkBlocks(blocks, context.state);
  if (text.trim() === '' && (blocks ?? []).length === 0 && (attachments ?? []).length === 0) return undefined;
  return {
    text: [...text].slice(0, CUT_TEXT_AT).join(''),
    ...(blocks === undefined ? {} : { blocks: withBlockIds(context.state.workspace, blocks) }),
    ...(attachments === undefined ? {} : { attachments }),
  };
}

export function checkMarkdownLength(markdown: string): void {
  if (markdown.length > MAX_MARKDOWN_TEXT) throw new SlackRefusal('msg_too_long');
}

/** Refuses with `invalid_blocks` and the list of what is wrong, or with `msg_blocks_too_long` for the sum of texts. */
export function checkBlocks(blocks: unknown, state: SlackState): void {
  if (blocks === undefined) return;
  const wrong = [...blockProblems(blocks), ...fileProblems(state, blocks)];
  if (wrong.length > 0) throw refusedBlocks('invalid_blocks', wrong);
  const tooLong = messageProblems({ text: 'x', blocks });
  if (tooLong.length > 0) throw refusedBlocks('msg_blocks_too_long', tooLong);
}

export function refusedBlocks(error: string, problems: readonly string[]): SlackRefusal {
  return new SlackRefusal(error, {
    errors: problems,
    response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
  });
}

/** Metadata needs its two fields; an empty object takes earlier metadata away. */
export function readMetadata(args: Args): Json | undefined {
  const metadata = args.json('metadata', 'invalid_metadata_format');
  if (metadata === undefined) return undefined;
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata))
    throw new SlackRefusal('invalid_metadata_format');
  const fields = metadata as Json;
  if (Object.keys(fields).length === 0) return {};
  if (typeof fields.event_type !== 'string' || typeof fields.event_payload !== 'object')
    throw new SlackRefusal('invalid_metadata_schema');
  return fields;
}

/** Where the app may write; the id of a person stands for the direct messages with them. */
export function writableConversation(
  context: ApiContext,
  channel: string,
  alsoOutside = false,
): Conversation {
  const { workspace } = context.state;
  const conversation = workspace.users.has(channel)
    ? directMessage(workspace, channel)
    : workspace.conversations.get(channel);
  const member = conversation?.members.has(workspace.app.botUser) ?? false;
  if (conversation === undefined || (!member && conversation.kind !== 'public'))
    throw new SlackRefusal('channel_not_found');
  if (conversation.archived) throw new SlackRefusal('is_archived');
  if (!member && !(alsoOutside && context.hasScope('chat:write.public')))
    throw new SlackRefusal('not_in_channel');
  return conversation;
}

/** The root of the thread to reply in; a reply's timestamp stands for its root. */
export function threadRoot(conversation: Conversation, ts: string | undefined): string | undefined {
  if (ts === undefined || ts === '') return undefined;
  const message = messageAt(conversation, ts);
  // Slack's reference names no error for a root that is gone; clients have met this one.
  if (message === undefined) throw new SlackRefusal('thread_not_found');
  const root = message.thread_ts ?? message.ts;
  if (conversation.lockedThreads.has(root)) throw new SlackRefusal('restricted_action_thread_locked');
  return root;
}

/** Adds a message of the app, tells the app of it, and clears the thread's status as Slack does. */
export function addOwnMessage(
  context: Pick<ApiContext, 'state' | 'emit'>,
  conversation: Conversation,
  given: Partial<SlackMessage> & { readonly text: string },
): SlackMessage {
  const { workspace } = context.state;
  const message: SlackMessage = {
    type: 'message',
    ts: workspace.nextTs(),
    channel: conversation.id,
    user: workspace.app.botUser,
    bot_id: workspace.app.botId,
    app_id: workspace.app.id,
    ...given,
  };
  conversation.messages.push(message);
  if (message.thread_ts !== undefined) {
    const thread = agentThread(context.state, conversation.id, message.thread_ts);
    if (thread.status !== '') setStatus(thread, '');
  }
  void context.emit(messageEvent(workspace, conversation, message));
  return message;
}

export function setStatus(thread: { status: string; statuses: string[] }, status: string): void {
  thread.status = status;
  thread.statuses.push(status);
}

/** Changes a message and tells the app, as `message_changed`. */
export function changeMessage(
  context: Pick<ApiContext, 'state' | 'emit'>,
  conversation: Conversation,
  message: SlackMessage,
  change: (message: SlackMessage) => void,
): void {
  const previous = { ...message };
  change(message);
  void context.emit(changedEvent(context.state.workspace, conversation, message, previous));
}

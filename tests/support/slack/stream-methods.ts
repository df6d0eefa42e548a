/** `chat.startStream`, `appendStream` and `stopStream` of the test Slack, and what ends a stream from outside. */
import {
  type ApiContext,
  type ApiMethod,
  type Args,
  ownMessage,
  SlackRefusal,
  visibleConversation,
} from './api-method.ts';
import { blockProblems } from './block-rules.ts';
import { withBlockIds } from './messages.ts';
import type { Json, SlackMessage } from './slack-message.ts';
import { agentThread, type SlackState, type Stream } from './slack-state.ts';
import type { Conversation } from './workspace.ts';
import {
  addOwnMessage,
  changeMessage,
  checkBlocks,
  checkMarkdownLength,
  MAX_MARKDOWN_TEXT,
  readMetadata,
  refusedBlocks,
  setStatus,
  threadRoot,
  writableConversation,
} from './write-message.ts';

const WRITE: readonly string[] = ['chat:write'];
const CHUNK_TYPES: readonly string[] = ['markdown_text', 'task_update', 'plan_update', 'blocks'];
/** Characters of the texts of a task and of a plan's title in a chunk. */
const MAX_TASK_TEXT = 256;

export const STREAM_METHODS: Readonly<Record<string, ApiMethod>> = {
  'chat.startStream': { scopes: WRITE, run: start },
  'chat.appendStream': { scopes: WRITE, run: append },
  'chat.stopStream': { scopes: WRITE, run: stop },
};

function start(args: Args, context: ApiContext): Json {
  const { state } = context;
  const conversation = writableConversation(context, args.needed('channel'));
  const thread_ts = threadRoot(conversation, args.needed('thread_ts'));
  if (conversation.kind !== 'im') {
    if (!args.has('recipient_user_id')) throw new SlackRefusal('missing_recipient_user_id');
    if (!args.has('recipient_team_id')) throw new SlackRefusal('missing_recipient_team_id');
  }
  const recipient = args.text('recipient_user_id');
  if (recipient !== undefined && !state.workspace.users.has(recipient))
    throw new SlackRefusal('user_not_found');
  const written = readWritten(args);
  const message = addOwnMessage(context, conversation, {
    text: written.text,
    markdown: true,
    streaming_state: 'in_progress',
    ...(thread_ts === undefined ? {} : { thread_ts }),
  });
  state.streams.set(keyOf(conversation, message), {
    mode: written.mode,
    state: 'in_progress',
    startedAt: state.workspace.now(),
    chunks: [...written.chunks],
  });
  return { channel: conversation.id, ts: message.ts };
}

function append(args: Args, context: ApiContext): Json {
  const { conversation, message, stream } = openStream(args, context);
  const written = readWritten(args);
  if (written.mode === undefined) throw new SlackRefusal('markdown_text_or_chunks_required');
  // An app hears nothing of each append: only of the message's start and of its end.
  write(stream, message, written);
  return { channel: conversation.id, ts: message.ts };
}

function stop(args: Args, context: ApiContext): Json {
  const { conversation, message, stream } = openStream(args, context);
  const { state } = context;
  const written = readWritten(args);
  const blocks = args.list('blocks', 'invalid_blocks_format');
  checkBlocks(blocks, state);
  const metadata = readMetadata(args);
  const status = args.text('session_status') ?? 'active';
  changeMessage(context, conversation, message, () => {
    write(stream, message, written);
    endStream(stream, message, 'completed');
    if (blocks !== undefined) message.blocks = withBlockIds(state.workspace, blocks);
    if (metadata !== undefined) message.metadata = metadata;
  });
  const thread = state.agentThreads.get(`${conversation.id}/${message.thread_ts ?? message.ts}`);
  if (thread?.session !== undefined) thread.session = status;
  const { channel: _channel, markdown: _markdown, ...shown } = message;
  return { channel: conversation.id, ts: message.ts, message: shown };
}

/** What one call adds: text, and chunks where it came in chunks. */
interface Written {
  readonly mode: Stream['mode'];
  readonly text: string;
  readonly chunks: readonly Json[];
}

function readWritten(args: Args): Written {
  const markdown = args.text('markdown_text');
  const chunks = args.list('chunks', 'invalid_chunks');
  if (markdown !== undefined && markdown !== '') {
    if (chunks !== undefined) throw new SlackRefusal('cannot_provide_both_markdown_text_and_chunks');
    checkMarkdownLength(markdown);
    return { mode: 'markdown_text', text: markdown, chunks: [] };
  }
  if (chunks === undefined) return { mode: undefined, text: '', chunks: [] };
  for (const chunk of chunks) checkChunk(chunk);
  const texts = chunks.filter((chunk) => chunk.type === 'markdown_text');
  return { mode: 'chunks', text: texts.map((chunk) => String(chunk.text)).join(''), chunks };
}

function checkChunk(chunk: Json): void {
  const type = String(chunk.type);
  if (!CHUNK_TYPES.includes(type)) throw new SlackRefusal('invalid_chunks');
  const text = chunk.text;
  if (type === 'markdown_text' && (typeof text !== 'string' || text.length > MAX_MARKDOWN_TEXT))
    throw new SlackRefusal('invalid_chunks');
  if (type === 'blocks') {
    const problems = blockProblems(chunk.blocks);
    if (problems.length > 0) throw refusedBlocks('invalid_blocks', problems);
  }
  for (const name of ['title', 'details', 'output']) {
    const value = chunk[name];
    if (value !== undefined && (typeof value !== 'string' || value.length > MAX_TASK_TEXT))
      throw new SlackRefusal('invalid_chunks');
  }
  if (type === 'task_update' && (chunk.id === undefined || chunk.title === undefined))
    throw new SlackRefusal('invalid_chunks');
}

function write(stream: Stream, message: SlackMessage, written: Written): void {
  if (written.mode === undefined) return;
  if (stream.mode !== undefined && stream.mode !== written.mode)
    throw new SlackRefusal('streaming_mode_mismatch');
  stream.mode = written.mode;
  stream.chunks.push(...written.chunks);
  message.text += written.text;
}

function openStream(args: Args, context: ApiContext) {
  const { state } = context;
  const conversation = visibleConversation(context, args.needed('channel'));
  if (conversation.archived) throw new SlackRefusal('is_archived');
  if (!conversation.members.has(state.workspace.app.botUser)) throw new SlackRefusal('not_in_channel');
  const message = ownMessage(context, conversation, args.needed('ts'), 'message_not_owned_by_app');
  if (message.thread_ts !== undefined && conversation.lockedThreads.has(message.thread_ts))
    throw new SlackRefusal('restricted_action_thread_locked');
  const stream = state.streams.get(keyOf(conversation, message));
  if (stream?.state === 'stopped_by_user') throw new SlackRefusal('stopped_by_user');
  if (stream?.state === 'in_progress' && state.workspace.now() - stream.startedAt > state.streamLifetimeMs)
    endStream(stream, message, 'completed');
  if (stream?.state !== 'in_progress') throw new SlackRefusal('message_not_in_streaming_state');
  return { conversation, message, stream };
}

function keyOf(conversation: Conversation, message: SlackMessage): string {
  return `${conversation.id}/${message.ts}`;
}

function endStream(stream: Stream, message: SlackMessage, how: 'completed' | 'stopped_by_user'): void {
  stream.state = how;
  message.streaming_state = 'completed';
}

/** A person stops the app: the streams of the thread end. Gives their timestamps. */
export function stopStreams(state: SlackState, conversation: Conversation, thread: string): string[] {
  const stopped: string[] = [];
  for (const message of conversation.messages) {
    const stream = state.streams.get(keyOf(conversation, message));
    if (message.thread_ts !== thread || stream?.state !== 'in_progress') continue;
    endStream(stream, message, 'stopped_by_user');
    stopped.push(message.ts);
  }
  setStatus(agentThread(state, conversation.id, thread), '');
  return stopped;
}

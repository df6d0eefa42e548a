/** The `response_url`s of the test Slack: five uses in thirty minutes, to answer, replace or delete. */
import { SlackRefusal } from './api-method.ts';
import type { Emit } from './events.ts';
import { messageAt, withBlockIds } from './messages.ts';
import type { Json, SlackMessage } from './slack-message.ts';
import type { ResponsePost, ResponseUrl, SlackState } from './slack-state.ts';
import { addOwnMessage, changeMessage, checkBlocks } from './write-message.ts';

const MAX_USES = 5;
const LIFETIME_MS = 30 * 60_000;

interface Context {
  readonly state: SlackState;
  readonly emit: Emit;
}

/** A new address, as the path under which this server answers it. */
export function newResponseUrl(
  state: SlackState,
  given: { user: string; channel: string; messageTs?: string },
): { path: string; record: ResponseUrl } {
  const path = `/respond/${state.workspace.newId('R')}`;
  const record: ResponseUrl = { ...given, createdAt: state.workspace.now(), posts: [] };
  state.responseUrls.set(path, record);
  return { path, record };
}

/** One use of the address: refuses with `expired_url`, `used_url`, `no_text` or `invalid_blocks`. */
export function useResponseUrl(context: Context, path: string, post: ResponsePost): void {
  const record = context.state.responseUrls.get(path);
  if (record === undefined || context.state.workspace.now() - record.createdAt > LIFETIME_MS)
    throw new SlackRefusal('expired_url');
  if (record.posts.length >= MAX_USES) throw new SlackRefusal('used_url');
  checkBlocks(post.blocks, context.state);
  const empty =
    (post.text ?? '') === '' && (post.blocks ?? []).length === 0 && post.attachments === undefined;
  if (empty && post.delete_original !== true) throw new SlackRefusal('no_text');
  record.posts.push(post);
  applyResponse(context, record, post);
}

/** Does what an answer to an interaction says; also for the body of an acknowledgement that is a message. */
export function applyResponse(context: Context, record: ResponseUrl, post: ResponsePost): void {
  const { state } = context;
  const { workspace } = state;
  const conversation = workspace.conversations.get(record.channel);
  if (conversation === undefined) return;
  const content = {
    text: post.text ?? '',
    ...(post.blocks === undefined ? {} : { blocks: withBlockIds(workspace, post.blocks) }),
  };
  const ts = record.messageTs;
  const ephemeral = state.ephemerals.findIndex((message) => message.ts === ts);
  const original = ts === undefined ? undefined : messageAt(conversation, ts);
  if (post.delete_original === true) {
    if (ephemeral >= 0) state.ephemerals.splice(ephemeral, 1);
    else if (original !== undefined) conversation.messages.splice(conversation.messages.indexOf(original), 1);
    return;
  }
  if (post.replace_original === true && original !== undefined && post.response_type !== 'ephemeral') {
    changeMessage(context, conversation, original, () => replace(original, content));
    return;
  }
  const seenAlone = state.ephemerals[ephemeral];
  if (post.replace_original === true && seenAlone !== undefined) {
    replace(seenAlone, content);
    return;
  }
  const thread = post.thread_ts === undefined ? {} : { thread_ts: String(post.thread_ts) };
  if (post.response_type === 'in_channel') {
    addOwnMessage(context, conversation, { ...content, ...thread });
    return;
  }
  state.ephemerals.push({
    type: 'message',
    ts: workspace.nextTs(),
    channel: conversation.id,
    user: workspace.app.botUser,
    bot_id: workspace.app.botId,
    for: record.user,
    ...content,
    ...thread,
  });
}

function replace(message: SlackMessage, content: { text: string; blocks?: Json[] }): void {
  message.text = content.text;
  if (content.blocks === undefined) delete message.blocks;
  else message.blocks = content.blocks;
}

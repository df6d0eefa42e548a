/** Says something unasked in a conversation where the app has answered, once. */
import type { ChatAdapter } from '../../core/chat.ts';
import { adoptParts } from './adopt-parts.ts';
import { isComplete } from './find-own-posts.ts';
import { hashedMark } from './hashed-mark.ts';
import { createOpenReply, type OpenReply, type OpenReplyDeps } from './open-reply.ts';
import { renderNotice } from './render/render-notice.ts';
import { isRefusal } from './slack-trouble.ts';

/** Nobody is left to be told, or the app may not write there: trying again would not help. */
const FOR_GOOD = [
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'is_inactive',
  'thread_not_found',
  'message_not_found',
  'cannot_reply_to_message',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'messages_tab_disabled',
  'user_not_found',
  'user_disabled',
  'missing_scope',
];
/** Milliseconds: a notice is tried for about a day and a half, and not looked for beyond. */
const LOOK_BACK = 3 * 24 * 60 * 60_000;

export type PostNotice = NonNullable<ChatAdapter['post']>;

/** @param now milliseconds since 1970. */
export function createPostNotice(deps: OpenReplyDeps, now: () => number): PostNotice {
  const { log } = deps;

  async function post(reply: OpenReply, text: string): Promise<void> {
    const own = await adoptParts(reply);
    if (own !== null && isComplete(own)) return;
    await reply.putAll(renderNotice(text));
  }

  return async ({ channelId, threadId }, text, key) => {
    // A conversation without a thread has an id of our own, which is no timestamp of Slack.
    const inThread = /^\d+\.\d+$/.test(threadId);
    const since = inThread ? threadId : ((now() - LOOK_BACK) / 1000).toFixed(6);
    const place = { channel: channelId, since, ...(inThread ? { thread: threadId } : {}) };
    const mark = hashedMark('notice', key);
    try {
      await post(createOpenReply(deps, place, mark), text);
    } catch (error) {
      if (!isRefusal(error, FOR_GOOD)) throw error;
      log.info(
        { channel: channelId, error: String(error) },
        'a conversation can no longer be told of a correction',
      );
    }
  };
}

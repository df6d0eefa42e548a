/** Messages of the test Slack: how they are kept, found, ordered, and shown by the API. */
import type { Json, SlackMessage } from './slack-message.ts';
import type { Conversation, Workspace } from './workspace.ts';

export function messageAt(conversation: Conversation, ts: string): SlackMessage | undefined {
  return conversation.messages.find((message) => message.ts === ts);
}

/** The root and its replies, in order of time. */
export function threadOf(conversation: Conversation, ts: string): SlackMessage[] {
  return conversation.messages.filter((message) => message.ts === ts || message.thread_ts === ts);
}

/** Keeps what is in a channel itself, not in a thread of it. */
export function isTopLevel(message: SlackMessage): boolean {
  return (
    message.thread_ts === undefined ||
    message.thread_ts === message.ts ||
    message.subtype === 'thread_broadcast'
  );
}

/** The message as `conversations.history` and `conversations.replies` give it. */
export function shownMessage(
  workspace: Workspace,
  conversation: Conversation,
  message: SlackMessage,
  withMetadata: boolean,
): Json {
  const {
    channel: _channel,
    metadata,
    markdown: _markdown,
    unfurl_links: _l,
    unfurl_media: _m,
    ...rest
  } = message;
  const replies = threadOf(conversation, message.ts).filter((other) => other !== message);
  const users = [...new Set(replies.flatMap((reply) => reply.user ?? []))];
  return {
    ...rest,
    team: workspace.team.id,
    ...(withMetadata && metadata !== undefined ? { metadata } : {}),
    ...(replies.length === 0
      ? {}
      : {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users_count: users.length,
          latest_reply: replies.at(-1)?.ts,
          reply_users: users,
          is_locked: conversation.lockedThreads.has(message.ts),
          subscribed: false,
        }),
  };
}

/** Slack names each block that its app did not name. */
export function withBlockIds(workspace: Workspace, blocks: readonly Json[]): Json[] {
  return blocks.map((block) =>
    typeof block.block_id === 'string' ? block : { ...block, block_id: workspace.newId('blk') },
  );
}

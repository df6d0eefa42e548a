/** Looks in a conversation for what the app has posted there in reply to a message. */
import { type Fields, fields, list, text } from './fields.ts';
import type { Identity } from './identity.ts';
import { type ReplyPart, readReplyMetadata } from './reply-metadata.ts';
import type { SlackCall } from './slack-call.ts';

export interface PostPlace {
  readonly channel: string;
  /** Timestamp of the thread's root; absent: the channel itself. */
  readonly thread?: string;
  /** Only what is later, as a timestamp of Slack. */
  readonly since: string;
}

export interface OwnPosts {
  /** By the number of the part: its timestamp and what is written on it. */
  readonly parts: ReadonlyMap<number, ReplyPart & { readonly ts: string }>;
  /** A message that began to be streamed and was never ended; it does not say whom it answers. */
  readonly unfinished: string | null;
}

export type FindOwnPosts = (place: PostPlace, messageId: string) => Promise<OwnPosts>;

/** Messages a page, and pages: four thousand, for a post that is looked for after a day in a busy channel. */
const PAGE = 200;
const MAX_PAGES = 20;

/** The result's function throws SlackTrouble where the app may not look. */
export function createFindOwnPosts(call: SlackCall, identity: Identity): FindOwnPosts {
  return async (place, messageId) => {
    const parts = new Map<number, ReplyPart & { ts: string }>();
    let unfinished: string | null = null;
    for (const message of await readAll(call, place)) {
      const ts = text(message.ts);
      const own = message.bot_id === identity.botId || message.user === identity.botUser;
      if (!own || ts === undefined || Number(ts) <= Number(place.since)) continue;
      const written = readReplyMetadata(message.metadata);
      if (written === null) {
        if (message.metadata === undefined && message.streaming_state !== undefined) unfinished ??= ts;
      } else if (written.messageId === messageId) parts.set(written.part, { ...written, ts });
    }
    return { parts, unfinished };
  };
}

/** True when every part of the reply is there as it shall stay. */
export function isComplete({ parts }: OwnPosts): boolean {
  const of = parts.get(1)?.of ?? null;
  if (of === null) return false;
  return Array.from({ length: of }, (_, i) => parts.get(i + 1)).every((part) => part?.of === of);
}

async function readAll(call: SlackCall, { channel, thread, since }: PostPlace): Promise<Fields[]> {
  const found: Fields[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const result = await call.repeat(
      thread === undefined ? 'conversations.history' : 'conversations.replies',
      {
        channel,
        ...(thread === undefined ? {} : { ts: thread }),
        oldest: since,
        include_all_metadata: true,
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      },
    );
    found.push(...list(result.messages).map(fields));
    cursor = text(fields(result.response_metadata).next_cursor);
    if (cursor === undefined) break;
  }
  return found;
}

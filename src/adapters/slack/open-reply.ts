/** A reply that everyone in the conversation sees: one message or several, each posted once and changed in place. */
import { type Fields, text } from './fields.ts';
import type { FindOwnPosts, OwnPosts, PostPlace } from './find-own-posts.ts';
import type { Pace } from './pace.ts';
import type { SlackMessage } from './render/slack-message.ts';
import { replyMetadata } from './reply-metadata.ts';
import type { SlackCall } from './slack-call.ts';
import type { SlackLog } from './slack-log.ts';
import { BAD_BLOCKS, isRefusal, SlackTrouble } from './slack-trouble.ts';

export interface OpenReply {
  readonly place: PostPlace;
  readonly messageId: string;
  /** Timestamp of the first message; null before it is there. */
  readonly first: string | null;
  /** Takes a message that is already there as a part. */
  adopt(part: number, ts: string): void;
  /**
   * Posts the part, or changes it where it is there. @param of how many parts there will be; null while it grows.
   * Throws SlackTrouble.
   */
  put(part: number, of: number | null, message: SlackMessage): Promise<void>;
  /** Changes a part that is there, in one try. Throws SlackTrouble, also where Slack refuses the blocks. */
  alter(part: number, of: number, message: SlackMessage): Promise<void>;
  /** Puts all parts, in order, and takes away those beyond. */
  putAll(messages: readonly SlackMessage[]): Promise<void>;
  /** What is there of the reply. Throws where the app may not look. */
  look(): Promise<OwnPosts>;
  /** Timestamps of the parts that are there, in order. */
  timestamps(): string[];
}

export interface OpenReplyDeps {
  readonly call: SlackCall;
  readonly pace: Pace;
  readonly find: FindOwnPosts;
  readonly log: SlackLog;
}

/** Somebody took the message away, or nobody may change it any more. */
export const NOT_THERE = ['message_not_found', 'cant_update_message', 'edit_window_closed'];

/** @param lost what becomes of a part that is no longer there: it is posted `again`, or the trouble is `thrown`. */
export function createOpenReply(
  { call, pace, find, log }: OpenReplyDeps,
  place: PostPlace,
  messageId: string,
  lost: 'again' | 'thrown' = 'again',
): OpenReply {
  const posted = new Map<number, string>();

  /** What does not fit a message in the channel goes on in its thread. */
  const placeOf = (part: number): PostPlace => {
    const first = posted.get(1);
    return place.thread !== undefined || part === 1 || first === undefined
      ? place
      : { ...place, thread: first };
  };

  async function post(part: number, content: Fields): Promise<void> {
    const { channel, thread } = placeOf(part);
    const args = {
      channel,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...content,
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: false,
    };
    const look = async () => {
      const there = (await find(placeOf(part), messageId)).parts.get(part);
      return there === undefined ? null : { ts: there.ts };
    };
    const result = await pace.run(channel, () => call.say('chat.postMessage', args, look));
    const ts = text(result.ts);
    if (ts !== undefined) posted.set(part, ts);
  }

  async function change(ts: string, content: Fields): Promise<void> {
    const args = { channel: place.channel, ts, ...content };
    try {
      await call.repeat('chat.update', args);
    } catch (error) {
      if (!isRefusal(error, ['streaming_state_conflict'])) throw error;
      await endStream(ts);
      await call.repeat('chat.update', args);
    }
  }

  async function endStream(ts: string): Promise<void> {
    try {
      await call.repeat('chat.stopStream', { channel: place.channel, ts });
    } catch (error) {
      // The try before, whose answer was lost, has ended it.
      if (!isRefusal(error, ['message_not_in_streaming_state'])) throw error;
    }
  }

  async function putContent(part: number, content: Fields): Promise<void> {
    const ts = posted.get(part);
    if (ts === undefined) return post(part, content);
    try {
      await change(ts, content);
    } catch (error) {
      if (lost === 'thrown' || !isRefusal(error, NOT_THERE)) throw error;
      posted.delete(part);
      await post(part, content);
    }
  }

  async function put(
    part: number,
    of: number | null,
    { text: fallback, blocks }: SlackMessage,
  ): Promise<void> {
    const metadata = replyMetadata({ messageId, part, of });
    try {
      await putContent(part, { text: fallback, blocks, metadata });
    } catch (error) {
      // The words alone are better than nothing.
      if (!isRefusal(error, BAD_BLOCKS)) throw error;
      log.error(
        { messageId, part, error: String(error) },
        'Slack refused the blocks of a reply: sent without',
      );
      await putContent(part, { text: fallback, metadata });
    }
  }

  async function takeAway(part: number, ts: string): Promise<void> {
    posted.delete(part);
    try {
      await call.repeat('chat.delete', { channel: place.channel, ts });
    } catch (error) {
      if (!(error instanceof SlackTrouble) || error.kind !== 'refused') throw error;
    }
  }

  /** The parts after the first stand in its thread where the place is a channel. */
  async function look(): Promise<OwnPosts> {
    const there = await find(place, messageId);
    const first = there.parts.get(1);
    if (place.thread !== undefined || first === undefined || first.of === 1) return there;
    const below = await find({ ...place, thread: first.ts, since: first.ts }, messageId);
    return { ...there, parts: new Map([...there.parts, ...below.parts]) };
  }

  return {
    place,
    messageId,
    get first() {
      return posted.get(1) ?? null;
    },
    adopt: (part, ts) => void posted.set(part, ts),
    put,
    async alter(part, of, { text: fallback, blocks }) {
      const ts = posted.get(part);
      const metadata = replyMetadata({ messageId, part, of });
      const args = { channel: place.channel, ts, text: fallback, blocks, metadata };
      if (ts !== undefined) await call.once('chat.update', args);
    },
    async putAll(messages) {
      for (const [i, message] of messages.entries()) await put(i + 1, messages.length, message);
      for (const [part, ts] of posted) if (part > messages.length) await takeAway(part, ts);
    },
    look,
    timestamps: () => [...posted].sort(([a], [b]) => a - b).map(([, ts]) => ts),
  };
}

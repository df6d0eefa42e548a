/** Posts news in a channel, once, and changes it in place later. */
import type { ChatAdapter, NewsPost } from '../../core/chat.ts';
import { adoptParts } from './adopt-parts.ts';
import { isComplete, type PostPlace } from './find-own-posts.ts';
import { hashedMark } from './hashed-mark.ts';
import { readNewsRef, writeNewsRef } from './news-ref.ts';
import { createOpenReply, NOT_THERE, type OpenReplyDeps } from './open-reply.ts';
import { createPace, type Pace } from './pace.ts';
import { asPlaceGone } from './place-gone.ts';
import { putPictured } from './put-pictured.ts';
import { renderReport } from './render/render-report.ts';
import type { BesideDeps } from './send-pictured.ts';
import type { Patience } from './slack-call.ts';
import { isRefusal, SlackTrouble } from './slack-trouble.ts';

export type Publishing = Required<Pick<ChatAdapter, 'publish' | 'revise'>>;
export interface PublishDeps extends OpenReplyDeps, Pick<BesideDeps, 'upload' | 'sleep'> {
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Whoever delivers news tries again itself, and gives a call of ours up after some 90 seconds. */
export const NEWS_PATIENCE: Patience = { tries: 3, wait: 20_000 };
/** Milliseconds that a post waits for others of its channel; made later, it could meet another try of itself. */
const LONGEST_QUEUE = 30_000;

/** The thread of the story is gone or closed: its channel need not be. */
const NO_THREAD = [
  'thread_not_found',
  'message_not_found',
  'cannot_reply_to_message',
  'restricted_action_thread_locked',
  'restricted_action_non_threadable_channel',
];
/** Milliseconds by which our clock may be ahead of Slack's. */
const CLOCK_SKEW = 10 * 60_000;

export function createPublishing(deps: PublishDeps): Publishing {
  const { now } = deps;
  /** A try that was given up may still be at it: the next one of the same post sees what becomes of it. */
  const turns = createPace();

  /** The channel's turns, which are not taken too late. */
  function promptly(): Pace {
    const until = now() + LONGEST_QUEUE;
    return {
      run: (channel, task) =>
        deps.pace.run(channel, async () => {
          if (now() > until) throw new Error(`other posts in the Slack channel ${channel} took too long`);
          return task();
        }),
    };
  }

  async function put(place: PostPlace, post: NewsPost): Promise<string> {
    const { report, picture, attempt } = post;
    const mark = hashedMark('news', post.mark);
    const reply = createOpenReply({ ...deps, pace: promptly() }, place, mark);
    const own = attempt > 1 ? await adoptParts(reply) : null;
    // A picture may be what is missing: it comes last.
    if (own === null || !isComplete(own) || picture !== undefined)
      await putPictured(reply, renderReport(report, 0, picture), picture, deps);
    const [first, ...more] = reply.timestamps();
    if (first === undefined) throw new Error('Slack told no timestamp of a post');
    return writeNewsRef({ mark, thread: place.thread ?? null, parts: [first, ...more] });
  }

  async function publish(channel: string, post: NewsPost): Promise<string> {
    const since = ((post.firstTriedAt.getTime() - CLOCK_SKEW) / 1000).toFixed(6);
    const place = { channel, since };
    if (post.replyTo === undefined) return put(place, post);
    const { thread, parts } = readNewsRef(post.replyTo);
    try {
      return await put({ ...place, thread: thread ?? parts[0] }, post);
    } catch (error) {
      if (!isRefusal(error, NO_THREAD)) throw error;
      return put(place, post);
    }
  }

  async function revise(channel: string, ref: string, post: Pick<NewsPost, 'report' | 'picture'>) {
    const { mark, thread, parts } = readNewsRef(ref);
    const [first] = parts;
    const place = { channel, since: first, ...(thread === null ? {} : { thread }) };
    const reply = createOpenReply(deps, place, mark, 'thrown');
    // Parts that an earlier change added, which the reference does not know.
    const below = await findBelow({ channel, since: first, thread: thread ?? first }, mark);
    for (const [part, ts] of below) reply.adopt(part, ts);
    for (const [i, ts] of parts.entries()) reply.adopt(i + 1, ts);
    await putPictured(reply, renderReport(post.report, 0, post.picture), post.picture, deps);
  }

  async function findBelow(place: PostPlace, mark: string): Promise<[part: number, ts: string][]> {
    try {
      return [...(await deps.find(place, mark)).parts].map(([part, { ts }]) => [part, ts]);
    } catch (error) {
      if (error instanceof SlackTrouble && error.kind === 'refused') return [];
      throw error;
    }
  }

  return {
    async publish({ channelId }, post) {
      try {
        return await turns.run(post.mark, () => publish(channelId, post));
      } catch (error) {
        throw asPlaceGone(error, channelId);
      }
    },
    async revise({ channelId }, ref, post) {
      try {
        await revise(channelId, ref, post);
      } catch (error) {
        // Somebody took the post away, or it is too old: it stays as it is.
        if (!isRefusal(error, NOT_THERE)) throw asPlaceGone(error, channelId);
      }
    },
  };
}

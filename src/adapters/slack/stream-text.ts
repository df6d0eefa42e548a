/** A reply that Slack shows as it is written: sentences are appended whole to one message. */
import { text } from './fields.ts';
import { citationsOf, type FinalEvent, streamEnd, type Told } from './final-messages.ts';
import type { OpenReply } from './open-reply.ts';
import { type Quote, quoteMarkdown } from './quote-question.ts';
import { streamSentence } from './render/stream-sentence.ts';
import { replyMetadata } from './reply-metadata.ts';
import type { SlackCall } from './slack-call.ts';
import { isRefusal, SlackTrouble } from './slack-trouble.ts';

/**
 * `open`: what was appended stands there. `unavailable`: nothing was streamed. `broken`: the message is there, but not
 * certainly as it should be. `stopped`: the person wants no more of it. `lost`: nobody can tell whether it is there.
 */
export type StreamState = 'new' | 'open' | 'unavailable' | 'broken' | 'stopped' | 'lost';

export interface StreamText {
  state(): StreamState;
  /** Appends what is not there yet. @returns milliseconds to wait before the next time. Never rejects. */
  show(told: Told): Promise<number>;
  /** Ends an `open` stream with everything that is left. @returns false when the message must be written anew. */
  finish(final: FinalEvent, told: Told): Promise<boolean>;
}

/** Milliseconds between two appends of a reply: all replies together may make about 100 a minute. */
const APPEND_PAUSE = 1_000;
/** Characters of markdown in one message; what comes after stands in blocks, which can be counted exactly. */
const MOST_STREAMED = 8_000;

export interface StreamTextDeps {
  readonly call: SlackCall;
  readonly reply: OpenReply;
  readonly recipient: { readonly user: string; readonly team: string | undefined; readonly direct: boolean };
  readonly quote: Quote | null;
  /** Whether Slack offers streaming to this app; becomes false when it says no. */
  readonly streaming: { offered: boolean };
}

/** Says no to every stream, not to this one alone. */
const NOT_OFFERED = ['unknown_method', 'method_deprecated', 'feature_not_enabled', 'not_allowed_token_type'];

export function createStreamText({ call, reply, recipient, quote, streaming }: StreamTextDeps): StreamText {
  const { channel, thread } = reply.place;
  let state: StreamState = 'new';
  let ts = '';
  let sentences = 0;
  let characters = 0;

  /** The sentences that fit and are not there yet, as markdown. */
  function next({ sentences: all, lang }: Told): { markdown: string; count: number } {
    const sources = new Map(citationsOf(all).map((citation) => [citation.n, citation]));
    let markdown = state === 'new' ? quoteMarkdown(quote) : '';
    let count = 0;
    for (const { sentence } of all.slice(sentences)) {
      const piece = streamSentence(sentence, sources, lang).join('');
      if (characters + markdown.length + piece.length > MOST_STREAMED) break;
      markdown += piece;
      count++;
    }
    return { markdown, count };
  }

  async function start(markdown: string): Promise<void> {
    try {
      const started = await call.once('chat.startStream', {
        channel,
        thread_ts: thread,
        markdown_text: markdown,
        ...(recipient.direct ? {} : { recipient_user_id: recipient.user, recipient_team_id: recipient.team }),
      });
      ts = text(started.ts) ?? '';
      state = 'open';
      reply.adopt(1, ts);
    } catch (error) {
      if (isRefusal(error, NOT_OFFERED)) streaming.offered = false;
      state = error instanceof SlackTrouble && error.kind === 'unsure' ? await whatIsThere() : 'unavailable';
    }
  }

  /** Slack did not answer: perhaps the message is there all the same. */
  async function whatIsThere(): Promise<StreamState> {
    try {
      const { unfinished } = await reply.look();
      if (unfinished === null) return 'unavailable';
      reply.adopt(1, unfinished);
      ts = unfinished;
      return 'broken';
    } catch {
      return 'lost';
    }
  }

  async function append(markdown: string): Promise<number> {
    try {
      await call.once('chat.appendStream', { channel, ts, markdown_text: markdown });
      return APPEND_PAUSE;
    } catch (error) {
      if (!(error instanceof SlackTrouble)) throw error;
      if (error.kind === 'limited') return -error.retryAfter * 1000;
      if (error.kind === 'unsent') return -APPEND_PAUSE;
      state = error.code === 'stopped_by_user' ? 'stopped' : 'broken';
      return -APPEND_PAUSE;
    }
  }

  return {
    state: () => state,
    async show(told) {
      if (state !== 'new' && state !== 'open') return 0;
      const { markdown, count } = next(told);
      if (count === 0) return 0;
      let pause = APPEND_PAUSE;
      if (state === 'new') await start(markdown);
      else pause = await append(markdown);
      // A negative pause: the text is not there, and the wait is before the same again.
      if (state !== 'open' || pause < 0) return Math.abs(pause);
      sentences += count;
      characters += markdown.length;
      return pause;
    },
    async finish(final, told) {
      const { markdown, count } = next(told);
      const streamed = { sentences: sentences + count, characters: characters + markdown.length };
      const { blocks, further } = streamEnd(final, told, streamed);
      const of = 1 + further.length;
      try {
        await call.repeat('chat.stopStream', {
          channel,
          ts,
          ...(count === 0 ? {} : { markdown_text: markdown }),
          ...(blocks.length === 0 ? {} : { blocks }),
          metadata: replyMetadata({ messageId: reply.messageId, part: 1, of }),
        });
      } catch (error) {
        if (isRefusal(error, ['stopped_by_user'])) {
          state = 'stopped';
          return true;
        }
        state = 'broken';
        return false;
      }
      for (const [i, message] of further.entries()) await reply.put(i + 2, of, message);
      return true;
    },
  };
}

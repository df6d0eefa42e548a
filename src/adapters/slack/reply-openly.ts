/** A reply that everyone in the conversation sees. */
import type { AnswerLang } from '../../core/answer.ts';
import type { Delivery, IncomingMessage, ReplyEvent } from '../../core/chat.ts';
import { errorMessage } from '../../core/errors.ts';
import { type FinalEvent, type SentenceEvent, wholeMessages } from './final-messages.ts';
import { isComplete } from './find-own-posts.ts';
import { createGrowText } from './grow-text.ts';
import { guessLanguage } from './guess-language.ts';
import { createOpenReply, type OpenReply, type OpenReplyDeps } from './open-reply.ts';
import type { Origin } from './origin.ts';
import { cutText } from './plain-text.ts';
import { putPictured } from './put-pictured.ts';
import type { Quote } from './quote-question.ts';
import type { Way } from './send-beside.ts';
import { type BesideDeps, sendPictured } from './send-pictured.ts';
import { createShowSoon } from './show-soon.ts';
import { isAuthTrouble, SlackTrouble } from './slack-trouble.ts';
import { SLACK_WORDS } from './slack-words.ts';
import { createStreamText, type StreamText, type StreamTextDeps } from './stream-text.ts';
import type { ThreadSigns } from './thread-status.ts';

export interface ReplyOpenlyDeps extends OpenReplyDeps, BesideDeps {
  readonly signs: ThreadSigns;
  readonly streaming: StreamTextDeps['streaming'];
}

/** Characters of a thread's title. */
const LONGEST_TITLE = 80;

/** Rejects when Slack took the reply nowhere. */
export async function replyOpenly(
  to: IncomingMessage,
  origin: Origin,
  events: AsyncIterable<ReplyEvent>,
  deps: ReplyOpenlyDeps,
): Promise<Delivery | undefined> {
  const { thread } = origin;
  const place = { channel: to.channelId, since: origin.since, ...(thread === undefined ? {} : { thread }) };
  const reply = createOpenReply(deps, place, to.id);
  const delivery = () =>
    thread !== undefined || reply.first === null ? undefined : { threadId: reply.first };
  if (to.resumed === true) {
    const own = await reply.look();
    for (const [part, { ts }] of own.parts) reply.adopt(part, ts);
    if (isComplete(own)) return delivery();
    if (own.unfinished !== null && reply.first === null) reply.adopt(1, own.unfinished);
  }
  await showReply(to, origin, events, reply, deps);
  return delivery();
}

async function showReply(
  to: IncomingMessage,
  origin: Origin,
  events: AsyncIterable<ReplyEvent>,
  reply: OpenReply,
  deps: ReplyOpenlyDeps,
): Promise<void> {
  const { call, signs, sleep } = deps;
  const quote: Quote | null = origin.quote === undefined ? null : { user: to.userId, text: origin.quote };
  const sentences: SentenceEvent[] = [];
  const spoken = to.lang ?? guessLanguage(to.text) ?? to.uiLang ?? 'en';
  let lang: AnswerLang = spoken;
  const told = () => ({ sentences, lang });

  const stream: StreamText | null =
    origin.thread === undefined || to.resumed === true || !deps.streaming.offered
      ? null
      : createStreamText({
          call,
          reply,
          quote,
          streaming: deps.streaming,
          recipient: { user: to.userId, team: origin.team, direct: to.direct === true },
        });
  const grow = createGrowText(reply, quote);
  let signed: Promise<void> = Promise.resolve();
  const soon = createShowSoon(async () => {
    // A status that came after the text would stay.
    await signed;
    if (stream !== null && stream.state() !== 'unavailable') {
      const pause = await stream.show(told());
      if (stream.state() !== 'unavailable') return pause;
    }
    return to.resumed === true ? 0 : grow.show(told());
  }, sleep);

  let final: FinalEvent | undefined;
  for await (const event of events) {
    if (event.type === 'status') {
      if (event.status === 'searching' && origin.thread !== undefined && to.resumed !== true)
        signed = sign(to, origin.thread, spoken, signs);
    } else if (event.type === 'sentence') {
      lang = event.lang;
      sentences.push(event);
      soon.more();
      if (stream?.state() === 'stopped') break;
    } else final = event;
  }
  await soon.end();
  await signed;
  if (final === undefined || stream?.state() === 'stopped') return;
  if (stream?.state() === 'lost' || grow.lost)
    throw new Error('Slack may have the reply or not, and the app may not look: not sent again');
  try {
    if (stream?.state() === 'open' && (await stream.finish(final, told()))) return;
    const picture = final.type === 'report' ? final.picture : undefined;
    await putPictured(reply, wholeMessages(final, told(), quote), picture, deps);
  } catch (error) {
    if (!(error instanceof SlackTrouble) || error.kind !== 'refused' || isAuthTrouble(error)) throw error;
    deps.log.warn(
      { messageId: to.id, channel: to.channelId, code: error.code },
      'Slack takes no reply there any more: the asker gets it alone',
    );
    // There, nothing else tells what is answered.
    const asked = quote ?? (to.text === '' ? null : { user: to.userId, text: to.text });
    await sendElsewhere(to, origin, wholeMessages(final, told(), asked), final, deps);
  }
}

/** What the thread shows while the app searches; a new conversation with the app gets its question as title. */
async function sign(
  to: IncomingMessage,
  thread: string,
  lang: AnswerLang,
  signs: ThreadSigns,
): Promise<void> {
  const begins = to.direct === true && to.id === `${to.channelId}:${thread}`;
  await Promise.all([
    signs.status(to.channelId, thread, SLACK_WORDS[lang].searching),
    ...(begins && to.text !== '' ? [signs.title(to.channelId, thread, cutText(to.text, LONGEST_TITLE))] : []),
  ]);
}

async function sendElsewhere(
  to: IncomingMessage,
  { thread, responseUrl }: Origin,
  messages: ReturnType<typeof wholeMessages>,
  final: FinalEvent,
  deps: ReplyOpenlyDeps,
): Promise<void> {
  // What a command would have shown to all may be shown to all.
  const ways: Way[] = [thread === undefined ? 'channel' : 'response', 'direct'];
  const recipient = { channel: to.channelId, user: to.userId };
  try {
    const whom = responseUrl === undefined ? recipient : { ...recipient, responseUrl };
    await sendPictured(whom, messages, final, ways, deps);
  } catch (error) {
    deps.log.error({ messageId: to.id, error: errorMessage(error) }, 'the reply could not be delivered');
    throw error;
  }
}

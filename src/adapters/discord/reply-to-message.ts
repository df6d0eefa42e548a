/** Replies to what was said in a channel, a thread or a direct message. */
import type { AnswerLang } from '../../core/answer.ts';
import type { Delivery, IncomingMessage, ReplyEvent } from '../../core/chat.ts';
import { ADAPTER_PHRASES } from './adapter-phrases.ts';
import { apiCode, httpStatus, refusesThePlace, UNKNOWN_CHANNEL } from './api-errors.ts';
import { createChannelOutlet } from './channel-outlet.ts';
import { createDirectOutlet } from './direct-outlet.ts';
import { createFallbackOutlet } from './fallback-outlet.ts';
import type { MessageOrigin } from './origin.ts';
import type { Outlet } from './outlet.ts';
import type { ReplyDeps } from './reply-deps.ts';
import { threadName } from './thread-name.ts';
import { showTyping } from './typing.ts';
import { writeReply } from './write-reply.ts';

/** @returns the thread that was opened for the reply. */
export async function replyToMessage(
  to: IncomingMessage,
  origin: MessageOrigin,
  events: AsyncIterable<ReplyEvent>,
  deps: ReplyDeps,
): Promise<Delivery | undefined> {
  const { channels, botId, log, now } = deps;
  const resumed = to.resumed === true;
  const lang = to.lang ?? to.uiLang ?? 'en';
  const alone = to.private === true && to.direct !== true;
  let threadId: string | null = null;

  async function open(kind: 'answer' | 'word', said: AnswerLang): Promise<Outlet> {
    const isWord = kind === 'word';
    const question = { questionId: origin.messageId, resumed, isWord };
    const aside = { questionId: origin.messageId, isWord, userId: to.userId, guildId: origin.guildId };
    if (alone) return createDirectOutlet(deps, { ...aside, preface: null });
    threadId = await openThread(isWord);
    const place =
      threadId === null
        ? { channelId: origin.channelId, asReply: true, mark: 'c' as const }
        : { channelId: threadId, asReply: false, mark: 't' as const };
    const inPlace = createChannelOutlet({ ...question, ...place, channels, botId });
    if (to.direct === true) return inPlace;
    return createFallbackOutlet(
      inPlace,
      // In a channel that is gone nobody waits for an answer.
      (error) => refusesThePlace(error) && apiCode(error) !== UNKNOWN_CHANNEL,
      async (error) => {
        const why = { channelId: place.channelId, code: apiCode(error) };
        log.warn(why, 'the bot may not write where it was asked: it answers by direct message');
        return createDirectOutlet(deps, { ...aside, preface: ADAPTER_PHRASES[said].cannotWriteThere });
      },
    );
  }

  /** @returns null where the reply stays in the channel. */
  async function openThread(isWord: boolean): Promise<string | null> {
    if (!origin.threadable || to.private === true) return null;
    // A word of the bot's own needs no thread; it may follow what an earlier process began in one.
    if (isWord) return resumed && (await hasThread()) ? origin.messageId : null;
    if (!(await deps.desk.settings(to)).threads) return null;
    try {
      await channels.openThread(origin.channelId, origin.messageId, threadName(to.text));
      return origin.messageId;
    } catch (error) {
      const status = httpStatus(error);
      if (status === null || status >= 500) throw error;
      log.info({ channelId: origin.channelId, code: apiCode(error) }, 'no thread could be opened');
      return null;
    }
  }

  async function hasThread(): Promise<boolean> {
    try {
      const said = await channels.after(origin.messageId, origin.messageId);
      return said.some(({ author }) => author?.id === botId);
    } catch {
      return false;
    }
  }

  const stopTyping = alone ? () => undefined : showTyping(() => channels.typing(origin.channelId));
  try {
    await writeReply(events, {
      async open(kind, said) {
        stopTyping();
        return open(kind, said);
      },
      lang,
      timeUp: null,
      now,
    });
  } finally {
    stopTyping();
  }
  return threadId === null ? undefined : { threadId };
}

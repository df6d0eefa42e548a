/** Replies to a command, a button or a menu, whose token lives for fifteen minutes. */
import type { AnswerLang } from '../../core/answer.ts';
import type { IncomingMessage, ReplyEvent } from '../../core/chat.ts';
import { ADAPTER_PHRASES } from './adapter-phrases.ts';
import { tokenIsOver } from './api-errors.ts';
import { createChannelOutlet } from './channel-outlet.ts';
import { createFallbackOutlet } from './fallback-outlet.ts';
import { createInteractionOutlet } from './interaction-outlet.ts';
import type { InteractionOrigin } from './origin.ts';
import type { Outlet } from './outlet.ts';
import { renderText } from './render/render-text.ts';
import type { ReplyDeps } from './reply-deps.ts';
import { writeReply } from './write-reply.ts';

/** Milliseconds after which nothing more is begun with a token: a minute is left for what is under way. */
const TOKEN_USE = 14 * 60_000;
/** Milliseconds between two looks at the clock. */
const LOOK_EVERY = 1_000;

export async function replyToInteraction(
  to: IncomingMessage,
  origin: InteractionOrigin,
  events: AsyncIterable<ReplyEvent>,
  deps: ReplyDeps,
): Promise<void> {
  const { channels, interactions, botId, log, now } = deps;
  const resumed = to.resumed === true;
  const lang = to.lang ?? to.uiLang ?? 'en';
  const isPrivate = to.private === true && to.direct !== true;
  // What is for one person cannot be continued in the open.
  const goesOn = origin.mayWrite && !isPrivate && !origin.ephemeral;
  const isOver = () => now() - origin.receivedAt >= TOKEN_USE;

  async function open(kind: 'answer' | 'word', said: AnswerLang): Promise<Outlet> {
    const phrases = ADAPTER_PHRASES[said];
    const answer = { interactions, channels, origin, phrases, isPrivate, resumed };
    const withToken = createInteractionOutlet(answer);
    if (!goesOn) return withToken;
    return createFallbackOutlet(
      withToken,
      (error) => (error === null ? isOver() : tokenIsOver(error)),
      async () => {
        log.info(
          { interactionId: origin.id },
          'the token of an interaction ran out: the channel has the answer',
        );
        const pointer = renderText(phrases.goesOn);
        // In the last minute, the answer that stays unfinished can still say so.
        await createInteractionOutlet({ ...answer, resumed: false })
          .write(pointer, 'final')
          .catch(() => undefined);
        return createChannelOutlet({
          channels,
          botId,
          channelId: origin.channelId,
          questionId: origin.id,
          mark: 'c',
          asReply: false,
          resumed: false,
          isWord: kind === 'word',
        });
      },
    );
  }

  const clock = goesOn ? null : whenOver(isOver);
  try {
    const timeUp = clock?.promise ?? null;
    await writeReply(events, { open, lang, timeUp, now });
  } finally {
    clock?.stop();
  }
}

/** Looks at the clock again and again, since it may be set. */
function whenOver(isOver: () => boolean): { promise: Promise<void>; stop: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setInterval(() => {
    if (isOver()) resolve();
  }, LOOK_EVERY);
  return { promise, stop: () => clearInterval(timer) };
}

/** The bot: a message in, exactly one reply out, on whatever platform it came from. */
import type { AskQuestion } from '../core/ask.ts';
import type { ChatAdapter, IncomingMessage, ReplyEvent } from '../core/chat.ts';
import { OperatorError } from '../core/errors.ts';
import { createActivity } from './activity.ts';
import type { ReadOverview } from '../core/corpus-overview.ts';
import { describeError } from './describe-error.ts';
import { createLimiter, type RateLimits } from './limits.ts';
import type { Phrases } from './phrases.ts';
import { createReply } from './reply-events.ts';
import { resolveMessage } from './resolve-message.ts';
import { createSeenMessages } from './seen-messages.ts';
import { createWorkQueue, type QueueLimits } from './work-queue.ts';

/** What the bot needs of a logger; pino's fits. */
export interface BotLog {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

export interface BotLimits extends RateLimits, QueueLimits {
  /** Milliseconds in which an answer must be complete. */
  readonly answerTimeout: number;
  /** Milliseconds that a platform has for delivering a reply, beyond `answerTimeout`. */
  readonly deliveryTimeout: number;
  /** Milliseconds for which an event's id is remembered. */
  readonly dedupeTtl: number;
  /** Event ids remembered at most. */
  readonly dedupeMax: number;
}

const DEFAULT_LIMITS: BotLimits = {
  perUser: 20,
  perChannel: 60,
  windowSeconds: 60,
  concurrency: 4,
  waitingPerThread: 5,
  waiting: 100,
  answerTimeout: 120_000,
  deliveryTimeout: 30_000,
  dedupeTtl: 15 * 60_000,
  dedupeMax: 10_000,
};

export interface BotDeps {
  readonly ask: AskQuestion;
  readonly readOverview: ReadOverview;
  readonly log: BotLog;
  /** Milliseconds; only differences count. */
  readonly now: () => number;
  /** Makes the reference id under which a failure is logged. */
  readonly newId: () => string;
  /** Values that must never reach the log. */
  readonly secrets?: readonly string[];
  readonly limits?: Partial<BotLimits>;
  /** True where the asker runs the bot: she is told herself what she can put right, in place of an apology. */
  readonly askerIsOperator?: boolean;
}

export interface Bot {
  /** Answers one message through the platform it came from. Resolves when delivered or given up; never rejects. */
  handle(adapter: Pick<ChatAdapter, 'reply'>, message: IncomingMessage): Promise<void>;
  /** Lets replies under way finish for `deadline` milliseconds, then cuts them short with a polite word. */
  stop(deadline: number): Promise<void>;
}

export function createBot(deps: BotDeps): Bot {
  const { log, newId, now, secrets } = deps;
  const limits = { ...DEFAULT_LIMITS, ...deps.limits };
  const seen = createSeenMessages({ ttl: limits.dedupeTtl, max: limits.dedupeMax, now });
  const limiter = createLimiter(limits);
  const queue = createWorkQueue(limits);
  const activity = createActivity();

  async function handle(adapter: Pick<ChatAdapter, 'reply'>, message: IncomingMessage): Promise<void> {
    const place = [message.platform, message.workspaceId];
    if (!seen.isNew(JSON.stringify([...place, message.id]))) return;
    const { phrases, events } = resolveMessage(message, deps);
    const say = (text: string) =>
      deliver(adapter, message, phrases, async function* () {
        yield { type: 'text', text };
      });
    if (activity.stopping) return say(phrases.stopping);
    const wait = await limiter.take(message);
    if (wait !== null) return say(phrases.rateLimited(wait));
    const thread = JSON.stringify([...place, message.channelId, message.threadId]);
    const outcome = await queue.add(thread, () => deliver(adapter, message, phrases, events));
    if (outcome === 'thread-full') return say(phrases.tooManyWaiting);
    if (outcome === 'full') return say(phrases.busy);
  }

  /** Hands one reply to the platform and waits for it, but not for ever. */
  async function deliver(
    adapter: Pick<ChatAdapter, 'reply'>,
    message: IncomingMessage,
    phrases: Phrases,
    produce: (signal: AbortSignal) => AsyncIterable<ReplyEvent>,
  ): Promise<void> {
    const { platform, id: messageId } = message;
    const timeout = AbortSignal.timeout(limits.answerTimeout);
    const reply = createReply({
      produce,
      signal: AbortSignal.any([timeout, activity.cutShort]),
      onFailure(error) {
        if (activity.cutShort.aborted) return { type: 'text', text: phrases.stopping };
        const referenceId = newId();
        const described = describeError(error, secrets);
        const toOperator = deps.askerIsOperator === true && error instanceof OperatorError;
        log[toOperator ? 'info' : 'error'](
          { referenceId, platform, messageId, error: described },
          'answering failed',
        );
        if (toOperator) return { type: 'failure', text: described.message, referenceId };
        const say = timeout.aborted ? phrases.tooSlow : phrases.failure;
        return { type: 'failure', text: say(referenceId), referenceId };
      },
      onLateFailure(error) {
        log.warn(
          { platform, messageId, error: describeError(error, secrets) },
          'clean-up after a reply failed',
        );
      },
    });
    const giveUp = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => giveUp.reject(new Error('the platform did not take the reply in time')),
      limits.answerTimeout + limits.deliveryTimeout,
    );
    try {
      await Promise.race([adapter.reply(message, reply.events), giveUp.promise]);
    } catch (error) {
      log.error({ platform, messageId, error: describeError(error, secrets) }, 'delivering the reply failed');
    } finally {
      clearTimeout(timer);
      reply.cancel();
    }
  }

  return {
    handle: (adapter, message) =>
      activity.track(
        handle(adapter, message).catch((error: unknown) => {
          const { platform, id: messageId } = message;
          log.error(
            { platform, messageId, error: describeError(error, secrets) },
            'handling a message failed',
          );
        }),
      ),
    stop: async (deadline) => {
      const left = await activity.stop(deadline);
      if (left > 0) log.warn({ left }, 'stopped with replies under way');
    },
  };
}

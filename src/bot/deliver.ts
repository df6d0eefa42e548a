/** Hands one reply to a platform and waits for it, but not for ever. */

import type { ChatAdapter, IncomingMessage, ReplyEvent } from '../core/chat.ts';
import { createDeadline } from '../core/deadline.ts';
import { OperatorError } from '../core/errors.ts';
import type { Activity } from './activity.ts';
import type { BotLog } from './bot-log.ts';
import type { Course } from './course.ts';
import { describeError } from './describe-error.ts';
import type { Phrases } from './phrases.ts';
import { createReply } from './reply-events.ts';

export interface DeliverDeps {
  readonly log: BotLog;
  /** Makes the reference id under which a failure is logged. */
  readonly newId: () => string;
  readonly secrets?: readonly string[];
  readonly askerIsOperator?: boolean;
  readonly activity: Activity;
  /** Milliseconds in which an answer must be complete. */
  readonly answerTimeout: number;
  /** Milliseconds that a platform has for delivering a reply, beyond `answerTimeout`. */
  readonly deliveryTimeout: number;
}

/** What is delivered. */
export interface Deliverable {
  readonly phrases: Phrases;
  readonly produce: (signal: AbortSignal) => AsyncIterable<ReplyEvent>;
  /** What follows the message; a reply without one has a reference id of its own. */
  readonly course?: Pick<Course, 'referenceId' | 'gaveWay'>;
}

export interface Delivered {
  /** The thread in which the conversation goes on. */
  readonly threadId: string;
}

/** @returns null when the reply was given up; the log says why. Never rejects. */
export async function deliver(
  adapter: Pick<ChatAdapter, 'reply'>,
  message: IncomingMessage,
  { phrases, produce, course }: Deliverable,
  deps: DeliverDeps,
): Promise<Delivered | null> {
  const { log, newId, secrets, activity } = deps;
  const referenceId = course?.referenceId ?? newId();
  const { platform, id: messageId } = message;
  const deadline = createDeadline(deps.answerTimeout, activity.cutShort);
  const reply = createReply({
    produce,
    signal: deadline.signal,
    onFailure(error) {
      const cut = activity.cutShort.aborted;
      course?.gaveWay(cut ? 'cut-short' : deadline.isOver ? 'too-slow' : 'failed');
      if (cut) return { type: 'text', text: phrases.stopping };
      const described = describeError(error, secrets);
      const toOperator = deps.askerIsOperator === true && error instanceof OperatorError;
      log[toOperator ? 'info' : 'error'](
        { referenceId, platform, messageId, error: described },
        'answering failed',
      );
      if (toOperator) return { type: 'failure', text: described.message, referenceId };
      const say = deadline.isOver ? phrases.tooSlow : phrases.failure;
      return { type: 'failure', text: say(referenceId), referenceId };
    },
    onLateFailure(error) {
      log.warn(
        { referenceId, platform, messageId, error: describeError(error, secrets) },
        'clean-up after a reply failed',
      );
    },
  });
  const giveUp = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => giveUp.reject(new Error('the platform did not take the reply in time')),
    deps.answerTimeout + deps.deliveryTimeout,
  );
  try {
    const delivery = await Promise.race([adapter.reply(message, reply.events), giveUp.promise]);
    return { threadId: delivery?.threadId ?? message.threadId };
  } catch (error) {
    const described = describeError(error, secrets);
    log.error({ referenceId, platform, messageId, error: described }, 'delivering the reply failed');
    return null;
  } finally {
    clearTimeout(timer);
    reply.cancel();
    deadline.end();
  }
}

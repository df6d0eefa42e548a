/** The bot: a message in, exactly one reply out, on whatever platform it came from. */
import type { AskQuestion } from '../core/ask.ts';
import type { CaseBook } from '../core/case-book.ts';
import type { ChatAdapter, ChatDesk, IncomingMessage, Receipt, ReplyEvent } from '../core/chat.ts';
import type { ReadOverview } from '../core/corpus-overview.ts';
import { errorMessage } from '../core/errors.ts';
import type { NewsDesk } from '../core/news-desk.ts';
import { createActivity } from './activity.ts';
import { admit } from './admission.ts';
import type { BotLog } from './bot-log.ts';
import type { BotStore } from './bot-store.ts';
import { beginCourse, type Course } from './course.ts';
import { type DeliverDeps, deliver } from './deliver.ts';
import { createDesk } from './desk.ts';
import { createLimiter, type RateLimits } from './limits.ts';
import { createMemory } from './memory.ts';
import type { MessageObserver } from './message-observer.ts';
import type { Pictures } from './pictures.ts';
import { type ResolvedMessage, resolveMessage } from './resolve-message.ts';
import { resume } from './resume.ts';
import { createSeenMessages } from './seen-messages.ts';
import { createWorkQueue, type QueueLimits } from './work-queue.ts';

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
  perUser: 30,
  perChannel: 300,
  perWorkspace: 0,
  perWorkspaceDay: 0,
  windowSeconds: 60,
  concurrency: 4,
  waitingPerThread: 5,
  waiting: 5_000,
  longestWait: 120_000,
  answerTimeout: 120_000,
  deliveryTimeout: 30_000,
  // Slack redelivers for an hour.
  dedupeTtl: 90 * 60_000,
  dedupeMax: 10_000,
};

export interface BotDeps {
  readonly ask: AskQuestion;
  readonly readOverview: ReadOverview;
  readonly cases: CaseBook;
  /** Left out where news are not set up. */
  readonly news?: NewsDesk;
  /** Absent where nothing can be drawn: reports go without. */
  readonly pictures?: Pictures;
  /** Null keeps nothing: no settings, ratings or follow-ups, and redelivery is noticed by one process alone. */
  readonly store: BotStore | null;
  readonly log: BotLog;
  /** Milliseconds; only differences count. */
  readonly now: () => number;
  /** The time of day. */
  readonly clock: () => Date;
  /** Makes the reference id under which a failure is logged. */
  readonly newId: () => string;
  /** Values that must never reach the log. */
  readonly secrets?: readonly string[];
  readonly limits?: Partial<BotLimits>;
  /** Hours for which a conversation is remembered, for follow-ups; 0: not at all; a day when left out. */
  readonly threadMemoryHours?: number;
  /** Told what becomes of each message. */
  readonly observer?: MessageObserver;
  /** True: what is asked and answered stands in the log. */
  readonly logText?: boolean;
  /** True where the asker runs the bot: she is told herself what she can put right, in place of an apology. */
  readonly askerIsOperator?: boolean;
}

/** What the bot uses of a platform. */
export type BotPlatform = Pick<ChatAdapter, 'reply' | 'isAdmin' | 'commandName' | 'withoutPictures'>;

export interface Bot {
  /** What the platform may ask of the bot. */
  deskFor(adapter: BotPlatform): ChatDesk;
  /** Answers one message through the platform it came from. Resolves when delivered or given up; never rejects. */
  handle(adapter: BotPlatform, message: IncomingMessage): Promise<void>;
  /** Answers what an earlier process took on the platform and left unanswered. Never rejects. */
  resume(adapter: BotPlatform & Pick<ChatAdapter, 'platform'>): Promise<void>;
  /** Lets replies under way finish for `deadline` milliseconds, then cuts them short with a polite word. */
  stop(deadline: number): Promise<void>;
}

/** What a sender is told who is turned away. */
const REFUSALS = {
  'not-here': 'notHere',
  'not-allowed': 'notForYou',
  stopping: 'stopping',
  'thread-full': 'tooManyWaiting',
  'queue-full': 'busy',
} as const;

export function createBot(deps: BotDeps): Bot {
  const { log, now } = deps;
  const limits = { ...DEFAULT_LIMITS, ...deps.limits };
  const seen = createSeenMessages({ ttl: limits.dedupeTtl, max: limits.dedupeMax, now });
  const limiter = createLimiter(limits, {
    book: deps.store?.limits ?? null,
    now,
    onTrouble: (error) =>
      log.warn({ error: errorMessage(error) }, 'questions are counted in this process alone for a while'),
  });
  const queue = createWorkQueue(limits, now);
  const activity = createActivity();
  const memory = createMemory(deps);
  deps.observer?.watchQueue(queue.counts);
  const delivering: DeliverDeps = { ...deps, ...limits, activity };

  async function take(adapter: BotPlatform, received: IncomingMessage): Promise<Receipt> {
    const settings = await memory.settings(received);
    const isAdmin = async () => (await adapter.isAdmin?.(received)) ?? false;
    const admission = await admit(received, settings, { threads: memory.threads, isAdmin });
    if (admission === 'not-for-us') return { status: 'ignored', done: Promise.resolve() };
    const { platform, workspaceId, id } = received;
    if (!seen.isNew(JSON.stringify([platform, workspaceId, id])) && received.resumed !== true)
      return { status: 'seen', done: Promise.resolve() };
    if (!(await memory.take(received))) return { status: 'seen', done: Promise.resolve() };
    const { pictures, ...others } = deps;
    const resolved = resolveMessage(received, settings, {
      ...others,
      news: deps.news ?? null,
      ...(pictures === undefined || adapter.withoutPictures === true ? {} : { pictures }),
      isAdmin,
      history: () => memory.history(received),
      nameOf: ({ name, names }, lang) => adapter.commandName?.(name, names[lang]) ?? names[lang],
    });
    const { command } = resolved;
    const course = beginCourse(received, { command, referenceId: deps.newId() }, deps);
    const work =
      admission === 'welcome'
        ? answer(adapter, resolved, course)
        : turnAway(adapter, resolved, course, admission);
    const done = work
      .catch((error: unknown) => memory.report(error, received, 'handling a message failed'))
      .then(() => memory.settle(received))
      .finally(course.end);
    return { status: 'new', done: activity.track(done) };
  }

  async function answer(adapter: BotPlatform, resolved: ResolvedMessage, course: Course): Promise<void> {
    const { message } = resolved;
    if (activity.stopping) return turnAway(adapter, resolved, course, 'stopping');
    const refusal = await limiter.take(message);
    if (refusal !== null) {
      course.turnedAway('rate-limited');
      const fields = { referenceId: course.referenceId, platform: message.platform, messageId: message.id };
      log.info(fields, 'refused by the rate limit');
      // A flood of plain messages is told once; where the platform waits for a reply, there is always one.
      const awaited = message.command !== null || message.origin === undefined;
      return refusal.first || awaited
        ? say(adapter, resolved, course, resolved.phrases.rateLimited(refusal.seconds))
        : undefined;
    }
    const { platform, workspaceId, channelId, threadId } = message;
    const outcome = await queue.add(
      JSON.stringify([platform, workspaceId, channelId, threadId]),
      async () => {
        course.admitted();
        const produce = (signal: AbortSignal) =>
          course.watch(memory.keepAnswer(message, resolved.events(signal, course)));
        // At once: a follow-up may come while the answer is still being written.
        if (message.private !== true) await memory.rememberThread(message, threadId);
        const reply = { phrases: resolved.phrases, produce, course };
        const delivered = await deliver(adapter, message, reply, delivering);
        course.delivered(delivered !== null);
        if (message.private !== true && delivered !== null && delivered.threadId !== threadId)
          await memory.moveToThread(message, delivered.threadId);
      },
    );
    if (outcome === 'thread-full') return turnAway(adapter, resolved, course, outcome);
    if (outcome === 'full') return turnAway(adapter, resolved, course, 'queue-full');
  }

  /** A word to the sender alone; in a channel, the others are spared it. */
  async function say(
    adapter: BotPlatform,
    resolved: ResolvedMessage,
    course: Course,
    text: string,
  ): Promise<void> {
    const message = { ...resolved.message, private: resolved.message.direct !== true };
    const produce = async function* (): AsyncIterable<ReplyEvent> {
      yield { type: 'text', text };
    };
    const reply = { phrases: resolved.phrases, produce, course };
    course.delivered((await deliver(adapter, message, reply, delivering)) !== null);
  }

  function turnAway(
    adapter: BotPlatform,
    resolved: ResolvedMessage,
    course: Course,
    reason: keyof typeof REFUSALS,
  ): Promise<void> {
    course.turnedAway(reason);
    return say(adapter, resolved, course, resolved.phrases[REFUSALS[reason]]);
  }

  return {
    deskFor: (adapter) => createDesk({ ...deps, memory, take: (message) => take(adapter, message) }),
    handle: async (adapter, message) => {
      try {
        await (await take(adapter, message)).done;
      } catch (error) {
        memory.report(error, message, 'handling a message failed');
      }
    },
    resume: (adapter) =>
      resume({ ...deps, adapter, memory, delivering, take: (message) => take(adapter, message) }),
    stop: async (deadline) => {
      const left = await activity.stop(deadline);
      if (left > 0) log.warn({ left }, 'stopped with replies under way');
    },
  };
}

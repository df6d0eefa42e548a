/** The bot's use of its store: what cannot be kept is logged, and never costs anybody an answer. */
import type { IncomingMessage, Place, ReplyEvent } from '../core/chat.ts';
import { type ChatSettings, DEFAULT_CHAT_SETTINGS } from '../core/chat-settings.ts';
import { MAX_TURNS, type Turn } from '../core/thread.ts';
import type { BotLog } from './bot-log.ts';
import type { BotStore, ThreadBook } from './bot-store.ts';
import { withCorrections } from './corrections/with-corrections.ts';
import { describeError } from './describe-error.ts';

export interface Memory {
  readonly store: BotStore | null;
  readonly threads: ThreadBook | null;
  settings(place: Place): Promise<ChatSettings>;
  /** Remembers a message that can be answered later too. @returns false when it was taken before. */
  take(message: IncomingMessage): Promise<boolean>;
  /** The message was answered, or given up: no other process is to answer it. */
  settle(message: IncomingMessage): Promise<void>;
  /** Settles what was answered while the store failed. */
  settleLeft(): Promise<void>;
  /** Passes the events on and keeps the answer among them before the platform shows it. */
  keepAnswer(message: IncomingMessage, events: AsyncIterable<ReplyEvent>): AsyncIterable<ReplyEvent>;
  rememberThread(place: Place, threadId: string): Promise<void>;
  /**
   * What was last said in the message's conversation, oldest first, as far back as the settings let it be remembered; each
   * answer with what has become of its sources since.
   */
  history(message: IncomingMessage): Promise<readonly Turn[]>;
  /** The reply opened a thread, in which the conversation goes on: what it held is found from there. */
  moveToThread(message: IncomingMessage, threadId: string): Promise<void>;
  report(error: unknown, message: Pick<IncomingMessage, 'platform' | 'id'>, what: string): void;
}

/** A conversation that was left for a day is seldom gone on with, and seldom recalled by those who were in it. */
const THREAD_MEMORY_HOURS = 24;
const HOUR = 3_600_000;
/** Answered messages that wait for a store that fails: some hours of questions. The oldest are let go. */
const MOST_LEFT = 1_000;

export function createMemory({
  store,
  log,
  secrets,
  clock,
  threadMemoryHours = THREAD_MEMORY_HOURS,
}: {
  readonly store: BotStore | null;
  readonly log: BotLog;
  readonly secrets?: readonly string[];
  readonly clock: () => Date;
  /** 0: follow-ups are questions like any other. */
  readonly threadMemoryHours?: number;
}): Memory {
  /** Ids of the answers of messages whose reply is under way. */
  const given = new WeakMap<IncomingMessage, string[]>();

  /** What the store says, or `otherwise` when it fails. */
  async function orElse<T>(otherwise: T, what: string, ask: (store: BotStore) => Promise<T>): Promise<T> {
    if (store === null) return otherwise;
    try {
      return await ask(store);
    } catch (error) {
      log.error({ error: describeError(error, secrets) }, what);
      return otherwise;
    }
  }

  /** Answered while the store failed, and not settled: the next process would answer them once more. */
  const left = new Set<IncomingMessage>();
  let settlingLeft = false;

  const settleOne = (message: IncomingMessage) =>
    orElse(false, 'settling a message failed', async (s) => {
      await s.inbox.settle(message);
      return true;
    });

  async function settleLeft(): Promise<void> {
    if (settlingLeft) return;
    settlingLeft = true;
    for (const message of left) {
      const settled = await settleOne(message);
      left.delete(message);
      if (settled) continue;
      // Last, so that one that fails for a reason of its own keeps no other from its turn.
      left.add(message);
      break;
    }
    settlingLeft = false;
  }

  const rememberThread = (place: Place, threadId: string) =>
    orElse(undefined, 'remembering a thread failed', (s) => s.threads.add(place, threadId));

  return {
    store,
    threads:
      store === null
        ? null
        : {
            add: rememberThread,
            has: (place, threadId) =>
              orElse(false, 'looking up a thread failed', (s) => s.threads.has(place, threadId)),
          },
    settings: async (place) => ({
      ...DEFAULT_CHAT_SETTINGS,
      ...(await orElse({}, 'reading settings failed', (s) => s.settings.read(place))),
    }),
    async take(message) {
      if (message.origin === undefined || message.resumed === true) return true;
      return orElse(true, 'remembering a message failed', (s) => s.inbox.take(message));
    },
    async settle(message) {
      if (message.origin === undefined || store === null) return;
      if (await settleOne(message)) return settleLeft();
      left.add(message);
      for (const oldest of left) {
        if (left.size <= MOST_LEFT) break;
        left.delete(oldest);
      }
    },
    settleLeft,
    async *keepAnswer(message, events) {
      const { platform, workspaceId, channelId, userId, threadId, text: question } = message;
      const saved = {
        ...{ platform, workspaceId, channelId, userId, question },
        ...(message.private === true ? {} : { threadId }),
      };
      for await (const event of events) {
        if (event.type === 'answer') {
          const { answer, audit } = event;
          given.set(message, [...(given.get(message) ?? []), answer.id]);
          await orElse(undefined, 'keeping an answer failed', (s) =>
            s.answers.save({ ...saved, answer, ...(audit === undefined ? {} : { audit }) }),
          );
        }
        yield event;
      }
    },
    rememberThread,
    async history(message) {
      if (threadMemoryHours === 0) return [];
      const since = new Date(clock().getTime() - threadMemoryHours * HOUR);
      return orElse([], 'reading a conversation failed', async (s) => {
        const turns = await s.answers.inThread(message, message.threadId, MAX_TURNS, since);
        return Promise.all(
          turns.map(async ({ question, answer }) => ({
            question,
            answer: withCorrections(answer, await s.corrections.changesOf(answer.id, message)),
          })),
        );
      });
    },
    async moveToThread(message, threadId) {
      await rememberThread(message, threadId);
      for (const answerId of given.get(message) ?? [])
        await orElse(undefined, 'moving an answer to its thread failed', (s) =>
          s.answers.move(answerId, message, threadId),
        );
    },
    report(error, { platform, id: messageId }, what) {
      log.error({ platform, messageId, error: describeError(error, secrets) }, what);
    },
  };
}

/** What the bot keeps between one process and the next. */
import type { Answer } from '../core/answer.ts';
import type { AnswerAudit } from '../core/audit.ts';
import type { ErrorReport, IncomingMessage, Place, Rating } from '../core/chat.ts';
import type { ChatSettings } from '../core/chat-settings.ts';
import type { Turn } from '../core/thread.ts';
import type { CorrectionBook } from './corrections/correction-book.ts';

/** Messages that were taken, so that none is answered twice and none is lost when the process is killed. */
export interface Inbox {
  /** Remembers the message. @returns false when it was taken before. */
  take(message: IncomingMessage): Promise<boolean>;
  /** Its reply was delivered or given up: only the id stays, against redelivery. */
  settle(message: IncomingMessage): Promise<void>;
  /** What was taken on the platform and never settled, oldest first, with the time it was taken. */
  unsettled(platform: string): Promise<{ message: IncomingMessage; takenAt: Date }[]>;
}

export interface SavedAnswer extends Place {
  readonly answer: Answer;
  readonly userId: string;
  /** As it was typed. */
  readonly question: string;
  /** The conversation; absent where the asker alone saw the answer: nothing may ever bring it up before others. */
  readonly threadId?: string;
  readonly audit?: AnswerAudit;
}

/** Answers that were given: for their excerpts and ratings, for follow-ups, and for what is told of them later. */
export interface AnswerShelf {
  /** Keeps the answer with its conversation, the sources that it cites, and its audit. */
  save(saved: SavedAnswer): Promise<void>;
  /** The answer, if it was given in that workspace. */
  find(answerId: string, place: Pick<Place, 'platform' | 'workspaceId'>): Promise<Answer | null>;
  /** The last answers of the conversation that were given at `since` or later, oldest first; `limit` at most. */
  inThread(place: Place, threadId: string, limit: number, since: Date): Promise<Turn[]>;
  /** The conversation goes on in a thread that the reply opened. */
  move(answerId: string, place: Place, threadId: string): Promise<void>;
}

export interface RatingBox {
  /** Keeps each person's last verdict. @returns false when the answer is not kept. */
  rate(rating: Rating): Promise<boolean>;
}

export interface ErrorBox {
  /** @returns false when the answer is not kept, or the person sent too many within a day. */
  report(report: ErrorReport): Promise<boolean>;
}

/** Threads in which the bot has answered: what is said there may be a follow-up. */
export interface ThreadBook {
  add(place: Place, threadId: string): Promise<void>;
  has(place: Place, threadId: string): Promise<boolean>;
}

/** Settings by place; what a channel does not set, its workspace does. */
export interface SettingsShelf {
  /** What was set for the workspace and, over it, for the channel. */
  read(place: Place): Promise<Partial<ChatSettings>>;
  /** Sets values for the channel, or for the workspace; null takes a value back. */
  write(
    place: Place,
    level: 'channel' | 'workspace',
    changes: { readonly [K in keyof ChatSettings]?: ChatSettings[K] | null },
  ): Promise<void>;
}

/** How much was deleted. */
export interface Forgotten {
  readonly answers: number;
  readonly ratings: number;
  /** Reports of errors that she sent. */
  readonly reports: number;
}

/** How much is asked, counted beyond this process. */
export interface LimitBook {
  /** True where other servers count in it too. */
  readonly shared: boolean;
  /**
   * Counts one.
   *
   * @param name who asks, in the workspace, and for how long a window.
   * @param seconds of the window, which begins with the first that is counted.
   * @returns how many there are in the window now, and milliseconds until it ends.
   */
  count(
    workspace: Pick<Place, 'platform' | 'workspaceId'>,
    name: string,
    seconds: number,
  ): Promise<{ readonly count: number; readonly endsIn: number }>;
}

export interface BotStore {
  readonly limits: LimitBook;
  readonly inbox: Inbox;
  readonly answers: AnswerShelf;
  readonly ratings: RatingBox;
  readonly errors: ErrorBox;
  readonly corrections: CorrectionBook;
  readonly threads: ThreadBook;
  readonly settings: SettingsShelf;
  /** Deletes what is stored of a person in a workspace: questions, answers, ratings, reports of errors. */
  forgetUser(person: { platform: string; workspaceId: string; userId: string }): Promise<Forgotten>;
}

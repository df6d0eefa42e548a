/** What the bot tells of its messages to whoever counts and traces them. */
import type { StageName } from '../core/stage.ts';

/** Why a message was not answered as it wanted. */
export type TurnedAway =
  | 'not-here'
  | 'not-allowed'
  | 'stopping'
  | 'rate-limited'
  | 'thread-full'
  | 'queue-full';

/**
 * What became of a message: a question was `answered` or not (`unanswered`); another command has its `reply`; `turned-away`
 * comes with a reason; `failed` and `too-slow` were told by an apology; of `cut-short` the process stopped; `undelivered`:
 * the platform did not take the reply.
 */
export type MessageOutcome =
  | 'answered'
  | 'unanswered'
  | 'reply'
  | 'turned-away'
  | 'failed'
  | 'too-slow'
  | 'cut-short'
  | 'undelivered';

export interface TimedStage {
  readonly stage: StageName;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly ms: number;
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface EndedMessage {
  readonly referenceId: string;
  readonly platform: string;
  /** Name of the command from the registry; `ask` for a question, `other` for what is none. */
  readonly command: string;
  readonly outcome: MessageOutcome;
  /** Null unless turned away. */
  readonly turnedAway: TurnedAway | null;
  /** Why a question has no answer: `corpus-empty`, `explained` (it asks for something else), `not-in-corpus`; else null. */
  readonly refusal: string | null;
  /** Of the answer; null where there is none. */
  readonly lang: string | null;
  readonly method: 'extractive' | 'model' | null;
  /** When the message was taken, and when all was over; milliseconds since 1970. */
  readonly receivedAt: number;
  readonly endedAt: number;
  readonly stages: readonly TimedStage[];
}

export interface MessageObserver {
  /** Each message that was taken, once; must not throw. */
  onEnd(message: EndedMessage): void;
  /** How many wait for their turn, and how many are being answered. */
  watchQueue(counts: () => { readonly waiting: number; readonly underWay: number }): void;
}

/** The use case of asking: a question in, a cited answer out. */
import type { AnswerLang } from './answer.ts';
import type { ReplyEvent } from './chat.ts';
import type { OnStage } from './stage.ts';
import type { Turn } from './thread.ts';

/** Longest question, in UTF-16 code units. */
export const MAX_QUESTION = 2_000;

export interface AskRequest {
  readonly question: string;
  /** The answer's language; the question's own when absent. */
  readonly lang?: AnswerLang;
  /** Language of the asker's client: the answer's, where the question does not tell its own («APT31 ?»). */
  readonly clientLang?: AnswerLang;
  /** What was said before in the conversation, oldest first, at most `MAX_TURNS`. */
  readonly history?: readonly Turn[];
  /** Workspace whose own documents are searched besides the global ones. */
  readonly scope?: string;
  /** The answer's id: under it the log tells the question's way. A new one when absent. */
  readonly referenceId?: string;
  /** Told as each stage of the work ends; must not throw. */
  readonly onStage?: OnStage;
  /** Aborting ends the work; the iteration then throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Progress, then exactly one complete answer as the last event. */
export type AskEvent = Extract<ReplyEvent, { type: 'status' | 'sentence' | 'answer' }>;

/** Throws only on defects and aborts: a question that cannot be answered ends in an unanswered Answer. */
export type AskQuestion = (request: AskRequest) => AsyncIterable<AskEvent>;

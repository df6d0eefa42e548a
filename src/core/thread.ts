/** What was said before in a conversation, as far as it is kept. */
import type { Answer } from './answer.ts';

/** Turns that a follow-up is understood from: more would let a question of yesterday change today's. */
export const MAX_TURNS = 5;

/** A question with the answer it was given. */
export interface Turn {
  readonly question: string;
  readonly answer: Answer;
}

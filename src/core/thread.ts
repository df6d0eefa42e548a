/** What was said before in a conversation, as far as it is kept. */
import type { Answer } from './answer.ts';

/** Turns that a follow-up is understood from: more would let a question of yesterday change today's. */
export const MAX_TURNS = 5;

/** A question with the answer it was given. */
export interface Turn {
  readonly question: string;
  readonly answer: Answer;
}

/** Whether nothing was looked for: a greeting, thanks, an order. A conversation is not about such a turn. */
export function isTurnedAway({ answer }: Turn): boolean {
  return answer.status === 'unanswered' && answer.searched === null;
}

/** A follow-up that rules cannot make whole, put into one question by the model. What it returns is checked by others. */
import { answerText } from '../../core/answer.ts';
import { ModelFailure } from '../../core/model-failure.ts';
import type { Turn } from '../../core/thread.ts';
import { languageOf } from '../follow-up/thread.ts';
import type { Condense } from '../follow-up/understand.ts';
import type { AnswerModel } from './answer-model.ts';
import { oneLineQuestion } from './one-line-question.ts';
import { asData, PROMPT_LANGUAGES } from './prompt-data.ts';

/** A person waits, and the search has not begun; milliseconds. */
const LIMITS = { firstWordMs: 4_000, stallMs: 2_000, totalMs: 5_000 } as const;
/** UTF-16 code units of the conversation, and of one answer in it: what «they» are is said in the first sentences. */
const CONVERSATION = 1_500;
const ONE_ANSWER = 400;
/** The word for «it cannot be done». */
const NONE = 'NO_QUESTION';

/** Resolves to null when the model fails; throws only when the signal aborts. */
export function createCondenseQuestion(model: Pick<AnswerModel, 'caller' | 'prompts'>): Condense {
  return async (question, history, signal) => {
    const prompt = model.prompts['condense-follow-up'].fill({
      question: asData(question),
      conversation: showTurns(history),
      language: PROMPT_LANGUAGES[languageOf(question, history)],
      none: NONE,
    });
    try {
      const asked = oneLineQuestion(await model.caller.complete(prompt, { signal, limits: LIMITS }));
      return asked?.includes(NONE) === true ? null : asked;
    } catch (error) {
      if (error instanceof ModelFailure) return null;
      throw error;
    }
  };
}

/** The last turns that there is room for, oldest first. */
function showTurns(history: readonly Turn[]): string {
  const shown: string[] = [];
  let room = CONVERSATION;
  for (const { question, answer } of history.toReversed()) {
    const asked = asData(answer.asked ?? question).slice(0, ONE_ANSWER);
    const said = asData(answerText(answer)).slice(0, ONE_ANSWER);
    const turn = `Question: ${asked}\nAnswer: ${said === '' ? '(none)' : said}`;
    if (turn.length > room) break;
    room -= turn.length;
    shown.unshift(turn);
  }
  return shown.join('\n');
}

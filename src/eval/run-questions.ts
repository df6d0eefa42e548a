/** Puts every question of a file to retrieval and to the bot. */
import type { Answer } from '../core/answer.ts';
import type { Retriever } from '../core/retrieval.ts';
import { type Judgement, judge } from './judge.ts';
import type { EvaluationQuestion } from './question-file.ts';

export interface Evaluated {
  readonly retriever: Retriever;
  readonly answer: (question: string) => Promise<Answer>;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Passages looked at for the ranks. */
const HITS = 20;

export interface Outcome {
  readonly judgement: Judgement;
  readonly answer: Answer;
}

/** Judges the questions one after the other. Aborting throws the signal's reason. */
export async function runQuestions(
  questions: readonly EvaluationQuestion[],
  deps: Evaluated,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    deps.signal.throwIfAborted();
    const hits = await deps.retriever.search({ text: question.question, k: HITS });
    const started = deps.now();
    const answer = await deps.answer(question.question);
    outcomes.push({ answer, judgement: judge(question, hits, answer, deps.now() - started) });
    deps.onProgress?.(outcomes.length, questions.length);
  }
  return outcomes;
}

/** Puts every question of a file to retrieval and to the bot. */
import type { Answer } from '../core/answer.ts';
import type { AskQuestion } from '../core/ask.ts';
import type { Retriever, SourceReader } from '../core/retrieval.ts';
import type { VerifySentence } from '../verify/verify-sentence.ts';
import { type Judgement, judge } from './judge.ts';
import { putQuestion } from './put-question.ts';
import type { EvaluationQuestion } from './question-file.ts';

export interface Evaluated {
  readonly retriever: Retriever;
  readonly reader: Pick<SourceReader, 'readSources'>;
  readonly ask: AskQuestion;
  readonly verify: VerifySentence;
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
    const reply = await putQuestion(deps.ask, question, deps.now);
    const { answer } = reply;
    // A follow-up is searched for as it was understood.
    const hits = await deps.retriever.search({ text: answer.asked ?? question.question, k: HITS });
    const sources = await deps.reader.readSources(answer.citations.map(({ sourceId }) => sourceId));
    const texts = new Map(sources.map(({ source, text }) => [source.id, text]));
    const storedText = (id: string) => texts.get(id);
    outcomes.push({ answer, judgement: judge(question, hits, reply, { verify: deps.verify, storedText }) });
    deps.onProgress?.(outcomes.length, questions.length);
  }
  return outcomes;
}

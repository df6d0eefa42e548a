/** Reads a file of evaluation questions. */
import { z } from 'zod';
import { OperatorError } from '../core/errors.ts';

const question = z.object({
  id: z.string().min(1),
  lang: z.string().min(2),
  question: z.string().min(1),
  answerable: z.boolean(),
  /** Source id of the article that answers. */
  gold_article: z.string().nullable(),
  /** Verbatim part of the sentence that answers, in the article's raw text. */
  gold_sentence: z.string().nullable(),
  /** Words that a right answer holds, all of them. */
  answer_keywords: z.array(z.string()),
  /** Further sentences that answer as well. */
  also_ok: z.array(z.object({ article: z.string(), sentence: z.string() })).default([]),
  /** A near-miss: the right article without the fact asked for. */
  hard: z.boolean().default(false),
});

export type EvaluationQuestion = z.infer<typeof question>;

/**
 * Parses the JSON text of a questions file.
 *
 * @throws OperatorError (exit 2) that names the file and the first faulty questions.
 */
export function parseQuestions(json: string, file: string): EvaluationQuestion[] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (cause) {
    throw new OperatorError(`${file} is not JSON: give a file with a list of questions`, {
      exitCode: 2,
      cause,
    });
  }
  const parsed = z.array(question).min(1).safeParse(data);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new OperatorError(`${file} is not a questions file: ${problems.join('; ')}`, { exitCode: 2 });
}

/** Reads a file of evaluation questions. */
import { z } from 'zod';
import { OperatorError } from '../core/errors.ts';

const id = z.string().min(1);
const lang = z.string().min(2);

/** A question with one right sentence, or none. */
const plain = z.object({
  id,
  lang,
  question: z.string().min(1),
  answerable: z.boolean(),
  /** Source id of the article that answers. */
  gold_article: z.string().nullable(),
  /** Verbatim part of the sentence that answers, in the article's raw text. */
  gold_sentence: z.string().nullable(),
  /** Words that a right answer holds, all of them; `a|b` is either. */
  answer_keywords: z.array(z.string()),
  /** Further sentences that answer as well. */
  also_ok: z.array(z.object({ article: z.string(), sentence: z.string() })).default([]),
  /** A near-miss: the right article without the fact asked for. */
  hard: z.boolean().default(false),
  /** What was asked before in the conversation, oldest first. */
  history: z.array(z.string().min(1)).default([]),
  kind: z.string().nullable().default(null),
  /** Who must be named as the one who says it; null where nobody must. */
  attributor: z.string().nullable().default(null),
  /** The right answer also shows a reply of the accused. */
  denial: z.boolean().default(false),
});

const GOLDEN_KINDS = [
  'fact',
  'multi-source',
  'contested',
  'dated',
  'unanswerable',
  'near-miss',
  'false-premise',
  'follow-up',
  'off-topic',
  'small-talk',
  'verdict',
  'injection',
] as const;
const HARD: readonly string[] = ['near-miss', 'false-premise'];

/** A question of the golden set: on the cases of the corpus, of every kind that people ask. */
const golden = z
  .object({
    id,
    lang,
    question: z.string().min(1),
    history: z.array(z.string().min(1)).default([]),
    answerable: z.boolean(),
    kind: z.enum(GOLDEN_KINDS),
    gold: z.array(
      z.object({
        case: z.string().min(1),
        sources: z.array(z.string().min(1)).min(1),
        sentence: z.string().min(1),
      }),
    ),
    keywords: z.array(z.string().min(1)),
    attributor: z.string().nullable(),
    denial: z.boolean(),
  })
  .transform(({ gold, keywords, ...rest }) => {
    const [first, ...others] = gold.flatMap(({ sources, sentence }) =>
      sources.map((article) => ({ article, sentence })),
    );
    return {
      ...rest,
      gold_article: first?.article ?? null,
      gold_sentence: first?.sentence ?? null,
      also_ok: others,
      answer_keywords: keywords,
      hard: HARD.includes(rest.kind),
    };
  });

export type EvaluationQuestion = z.infer<typeof plain>;

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
  const parsed = z
    .array(isGolden(data) ? golden : plain)
    .min(1)
    .safeParse(data);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new OperatorError(`${file} is not a questions file: ${problems.join('; ')}`, { exitCode: 2 });
}

/** The golden set names cases, the other files single articles. */
function isGolden(data: unknown): boolean {
  return Array.isArray(data) && typeof data[0] === 'object' && data[0] !== null && 'gold' in data[0];
}

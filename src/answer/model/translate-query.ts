/** A question in a language that the glossary lacks, put into English for the search. */
import { ANSWER_LANGS } from '../../core/answer.ts';
import { ModelFailure } from '../../core/model-failure.ts';
import type { AnswerModel } from './answer-model.ts';
import { oneLineQuestion } from './one-line-question.ts';
import { asData } from './prompt-data.ts';

/** A person waits for the search, which comes before everything else; milliseconds. */
const LIMITS = { firstWordMs: 8_000, stallMs: 4_000, totalMs: 12_000 } as const;
/** Questions that come back: examples, quizzes, a question asked in several channels. */
const KEPT = 200;

/**
 * @param lang ISO 639-1 code of the question.
 * @returns null where it needs no translation, or there is none: the question is then searched as it stands.
 */
export type TranslateQuery = (text: string, lang: string, signal?: AbortSignal) => Promise<string | null>;

/** Throws only when the signal aborts. */
export function createTranslateQuery(model: Pick<AnswerModel, 'caller' | 'prompts'>): TranslateQuery {
  const kept = new Map<string, string>();
  return async (text, lang, signal) => {
    if (ANSWER_LANGS.some((spoken) => spoken === lang)) return null;
    const known = kept.get(text);
    if (known !== undefined) return known;
    const prompt = model.prompts['translate-query'].fill({ question: asData(text), language: 'English' });
    try {
      const translated = oneLineQuestion(await model.caller.complete(prompt, { signal, limits: LIMITS }));
      if (translated === null) return null;
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '');
      kept.set(text, translated);
      return translated;
    } catch (error) {
      if (error instanceof ModelFailure) return null;
      throw error;
    }
  };
}

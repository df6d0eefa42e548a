/** Conversations for follow-ups: a question with the answer it was given. */
import type { Answer, AnswerLang } from '../../../src/core/answer.ts';
import type { Turn } from '../../../src/core/thread.ts';

/** A turn whose answer says these sentences. */
export function turnOf(question: string, sentences: readonly string[], lang: AnswerLang): Turn {
  const answer: Answer = {
    id: 'ref-earlier',
    status: 'answered',
    method: 'extractive',
    lang,
    asOf: '2031-06-01T08:00:00.000Z',
    sentences: sentences.map((text) => ({ text, citations: [1], kind: 'accusation', speaker: null })),
    citations: [],
    notices: [],
    nearest: [],
    searched: null,
    suggestions: [],
  };
  return { question, answer };
}

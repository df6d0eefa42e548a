/** What a browser may send: a question, its conversation and the language of the page. */
import { ANSWER_LANGS, type AnswerLang } from '../../core/answer.ts';

export interface WebQuestion {
  readonly text: string;
  /** Chosen at random by the page: the conversation. */
  readonly threadId: string;
  /** Language of the page. */
  readonly lang: AnswerLang;
}

/** @returns null when `body` is not such a question. */
export function readQuestion(body: unknown): WebQuestion | null {
  if (typeof body !== 'object' || body === null) return null;
  const { text, threadId, lang } = body as Record<string, unknown>;
  if (typeof text !== 'string' || typeof threadId !== 'string') return null;
  if (!/^[\w-]{1,64}$/.test(threadId)) return null;
  const spoken = ANSWER_LANGS.find((known) => known === lang);
  return spoken === undefined ? null : { text, threadId, lang: spoken };
}

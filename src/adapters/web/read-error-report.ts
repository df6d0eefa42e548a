/** What a browser may send about an answer: what is wrong with it. */
import { type ErrorReport, MAX_ERROR_REPORT } from '../../core/chat.ts';

export type WebErrorReport = Pick<ErrorReport, 'answerId' | 'text' | 'sentence'>;

/** @returns null when `body` is not such a report. */
export function readErrorReport(body: unknown): WebErrorReport | null {
  if (typeof body !== 'object' || body === null) return null;
  const { answerId, text, sentence } = body as Record<string, unknown>;
  if (typeof answerId !== 'string' || !/^[\w-]{1,64}$/.test(answerId)) return null;
  if (typeof text !== 'string' || text.trim() === '' || text.length > MAX_ERROR_REPORT) return null;
  if (sentence === undefined) return { answerId, text };
  const isNumber = typeof sentence === 'number' && Number.isInteger(sentence) && sentence >= 1;
  return isNumber ? { answerId, text, sentence } : null;
}

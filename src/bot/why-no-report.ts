/** What is said where a look-up finds no case, or several. */
import type { AnswerLang } from '../core/answer.ts';
import type { ReportOutcome } from '../core/case-book.ts';
import { PHRASES } from './phrases.ts';

export function whyNoReport(outcome: Exclude<ReportOutcome, { type: 'report' }>, lang: AnswerLang): string {
  const phrases = PHRASES[lang];
  if (outcome.type === 'unknown') return phrases.caseUnknown(outcome.typed);
  return [phrases.caseWhich, ...outcome.cases.map(({ label, value }) => `• ${label} (${value})`)].join('\n');
}

/** Foreign text and languages as prompts name them. */
import type { AnswerLang } from '../../core/answer.ts';
import { REFUSAL } from './read-sentences.ts';

/** The model is told in English throughout. */
export const PROMPT_LANGUAGES: Readonly<Record<AnswerLang, string>> = {
  fr: 'French',
  en: 'English',
  zh: 'simplified Chinese',
};

/**
 * Foreign text on one line, without what has a meaning in a prompt: the fence's brackets, numbers in brackets that look
 * like citations, and the word for a refusal.
 */
export function asData(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/[[【［](\s*\^?\d[^\]】］]{0,40})[\]】］]/gu, '($1)')
    .replaceAll(REFUSAL, '…')
    .trim();
}

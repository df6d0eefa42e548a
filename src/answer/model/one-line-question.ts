/** The one question that a model was asked to write: a translation, or a follow-up made whole. */
import { MAX_QUESTION } from '../../core/ask.ts';
import { cleanSentence } from './clean-sentence.ts';

/**
 * The last line, as plain text: models that think first, or say «Here is the translation:», come to it at the end.
 *
 * @returns null where it is empty, holds an address, or is longer than a question may be.
 */
export function oneLineQuestion(answer: string): string | null {
  const line = answer
    .replace(/<think>[\s\S]*?(?:<\/think>|$)/u, '')
    .trim()
    .split('\n')
    .at(-1);
  const clean = cleanSentence((line ?? '').replace(/^["«“”'\s]+|(?<!["»“”'\s])["»“”'\s]+$/gu, ''));
  return 'rejected' in clean || clean.text.length > MAX_QUESTION ? null : clean.text;
}

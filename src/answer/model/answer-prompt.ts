/** The prompt of an answer: the question and the numbered passages, fenced so that neither can leave its place. */
import { fileURLToPath } from 'node:url';
import type { AnswerLang } from '../../core/answer.ts';
import { LABELS } from '../../core/labels.ts';
import { loadPrompt, type PromptMessages } from './load-prompt.ts';
import { type PickedPassage, wordsOf } from './pick-passages.ts';
import { REFUSAL } from './read-sentences.ts';

const ANSWER_PROMPT = fileURLToPath(new URL('../../../prompts/answer.md', import.meta.url));

/** The model is told in English throughout. */
const LANGUAGES: Readonly<Record<AnswerLang, string>> = {
  fr: 'French',
  en: 'English',
  zh: 'simplified Chinese',
};

/** Writes the messages for a question. */
export type WritePrompt = (
  question: string,
  passages: readonly PickedPassage[],
  lang: AnswerLang,
) => PromptMessages;

/**
 * Reads the prompt file.
 *
 * @throws OperatorError that names file and line when the prompt cannot be used.
 */
export function loadAnswerPrompt(path: string = ANSWER_PROMPT): WritePrompt {
  const prompt = loadPrompt(path, ['question', 'passages', 'language', 'refusal']);
  return (question, passages, lang) =>
    prompt.fill({
      question: asData(question),
      passages: passages.map(showPassage).join('\n\n'),
      language: LANGUAGES[lang],
      refusal: REFUSAL,
    });
}

function showPassage(passage: PickedPassage, index: number): string {
  const { source } = passage;
  const { authority, authorityUnknown, dateUnknown, publisherUnknown } = LABELS.en;
  const publisher = source.publisher ?? publisherUnknown;
  const kind = source.authority === null ? authorityUnknown : authority[source.authority];
  return [
    `<passage number="${index + 1}">`,
    `Publisher: ${asData(publisher)}`,
    `Kind of source: ${kind}`,
    `Date: ${asData(source.publishedAt ?? dateUnknown)}`,
    `Text: ${asData(wordsOf(passage))}`,
    '</passage>',
  ].join('\n');
}

/**
 * Foreign text on one line, without what has a meaning in the prompt: the fence's brackets, numbers in brackets that
 * look like citations, and the word for a refusal.
 */
function asData(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/[[【［](\s*\^?\d[^\]】］]{0,40})[\]】］]/gu, '($1)')
    .replaceAll(REFUSAL, '…')
    .trim();
}

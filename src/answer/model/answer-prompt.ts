/** The prompt of an answer: the question and the numbered passages, fenced so that neither can leave its place. */
import type { AnswerLang } from '../../core/answer.ts';
import { LABELS } from '../../core/labels.ts';
import type { PromptMessages } from './load-prompt.ts';
import type { Prompts } from './load-prompts.ts';
import { type PickedPassage, wordsOf } from './pick-passages.ts';
import { asData, PROMPT_LANGUAGES } from './prompt-data.ts';
import { REFUSAL } from './read-sentences.ts';

/** Writes the messages for a question. */
export function writeAnswerPrompt(
  prompt: Prompts['answer'],
  question: string,
  passages: readonly PickedPassage[],
  lang: AnswerLang,
): PromptMessages {
  return prompt.fill({
    question: asData(question),
    passages: passages.map(showPassage).join('\n\n'),
    language: PROMPT_LANGUAGES[lang],
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

/** The prompts that a configured model is used with, from one folder, checked together before the first question. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPrompt, type Prompt } from './load-prompt.ts';

/** What the code fills in, for each prompt file by its name. */
const PROMPT_VARIABLES = {
  answer: ['question', 'passages', 'language', 'refusal'],
  'translate-query': ['question', 'language'],
  'condense-follow-up': ['question', 'conversation', 'language', 'none'],
  summarise: ['subject', 'lines', 'language'],
  'extract-claims': ['article'],
  'judge-news': ['item'],
} as const;

type PromptName = keyof typeof PROMPT_VARIABLES;

export type Prompts = {
  readonly [Name in PromptName]: Prompt<(typeof PROMPT_VARIABLES)[Name][number]>;
};

const SHIPPED = fileURLToPath(new URL('../../../prompts', import.meta.url));

/**
 * Reads every prompt.
 *
 * @param folder of the files; the shipped ones when left out.
 * @throws OperatorError that names the file and line of the first one that cannot be used.
 */
export function loadPrompts(folder: string = SHIPPED): Prompts {
  const entries = Object.entries(PROMPT_VARIABLES).map(
    ([name, variables]) => [name, loadPrompt(join(folder, `${name}.md`), variables)] as const,
  );
  return Object.fromEntries(entries) as unknown as Prompts;
}

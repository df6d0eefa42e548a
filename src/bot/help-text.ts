/** The bot's help, built from the registry so that it never lacks a command. */
import type { AnswerLang } from '../core/answer.ts';
import type { Command } from './command.ts';
import { PHRASES } from './phrases.ts';

/** Plain text of several lines. */
export function helpText(commands: readonly Command[], lang: AnswerLang): string {
  const lines = commands.map((command) => `/${command.names[lang]}: ${command.descriptions[lang]}`);
  return [...PHRASES[lang].help, ...lines].join('\n');
}

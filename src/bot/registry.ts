/** The commands, in the order in which help lists them. A new command is one file and one line here. */
import type { Command } from './command.ts';
import { askCommand } from './commands/ask.ts';
import { casebookCommand } from './commands/casebook.ts';
import { helpCommand } from './commands/help.ts';
import {
  caseCommand,
  compareCommand,
  sidesCommand,
  summaryCommand,
  timelineCommand,
} from './commands/look-up.ts';
import { newsCommand } from './commands/news.ts';
import { sourcesCommand } from './commands/sources.ts';

export const COMMANDS: readonly Command[] = [
  askCommand,
  caseCommand,
  sidesCommand,
  timelineCommand,
  summaryCommand,
  compareCommand,
  sourcesCommand,
  newsCommand,
  casebookCommand,
  helpCommand,
];

/** The command of that name in any of the languages, whatever the letter case. */
export function findCommand(name: string): Command | undefined {
  const wanted = name.toLowerCase();
  return COMMANDS.find((command) => command.name === wanted || Object.values(command.names).includes(wanted));
}

/**
 * Reads `/name rest` from a typed message.
 *
 * @returns null when the text is no command; the name as typed, which the registry may not know.
 */
export function parseCommandText(text: string): { name: string; rest: string } | null {
  const match = /^\/([\p{L}][\p{L}\p{N}_-]{0,31})(?:\s+([\s\S]*))?$/u.exec(text.trim());
  return match?.[1] === undefined ? null : { name: match[1], rest: (match[2] ?? '').trim() };
}

/** The bot's help, built from the registry so that it never lacks a command. */
import type { AnswerLang } from '../core/answer.ts';
import type { Command } from './command.ts';
import { PHRASES } from './phrases.ts';

/** How a command is called where the reader is. */
export type CommandName = (command: Pick<Command, 'name' | 'names'>, lang: AnswerLang) => string;

/** Plain text of several lines. */
export function helpText(commands: readonly Command[], lang: AnswerLang, nameOf: CommandName): string {
  // Who reads this has found the typed command for help.
  const offered = commands.filter(({ typedOnly }) => typedOnly !== true);
  const lines = offered.flatMap((command) => {
    const { descriptions, subcommands = [] } = command;
    const name = nameOf(command, lang);
    return [
      `/${name}: ${descriptions[lang]}`,
      ...subcommands.map((sub) => `/${name} ${sub.names[lang]}: ${sub.descriptions[lang]}`),
    ];
  });
  return [...PHRASES[lang].help, ...lines].join('\n');
}

/** How one command is written: `/ask question [--language] [--private]`. */
export function usageText(
  command: Command,
  subcommandName: string | null,
  lang: AnswerLang,
  nameOf: CommandName,
): string {
  const subcommand = command.subcommands?.find(({ name }) => name === subcommandName);
  const offered = (subcommand ?? command).arguments;
  const name = `/${nameOf(command, lang)}${subcommand === undefined ? '' : ` ${subcommand.names[lang]}`}`;
  const lines = offered.map((argument, i) => {
    const main = i === 0 && (argument.kind === 'text' || argument.kind === 'case');
    const values =
      argument.kind === 'switch' ? 'on|off' : argument.choices?.map(({ value }) => value).join('|');
    const written = main
      ? argument.names[lang]
      : `--${argument.names[lang]}${values === undefined ? '' : ` ${values}`}`;
    return `${written}: ${argument.descriptions[lang]}`;
  });
  return [PHRASES[lang].usage(name), ...lines].join('\n');
}

/** The chat commands, as the registry has them: the generated part of `docs/commands.md`. */
import type { Command, CommandArgument, Localized } from '../src/bot/command.ts';
import { COMMANDS } from '../src/bot/registry.ts';

const BEGIN = '<!-- Made from src/bot/registry.ts by `npm run docs:commands`. -->';
const END = '<!-- End of what is made. -->';

/**
 * The page with its generated part made anew; what stands around it is left alone.
 *
 * @throws when the page has lost the marks of that part.
 */
export function withChatCommands(page: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`docs/commands.md lacks «${BEGIN}» or «${END}»`);
  return `${before}${BEGIN}\n\n${chatCommands()}\n\n${END}${after}`;
}

function chatCommands(): string {
  const offered = COMMANDS.filter(({ typedOnly }) => typedOnly !== true);
  return offered.map(describe).join('\n\n');
}

function describe(command: Command): string {
  const { name, names, descriptions, subcommands = [] } = command;
  const rows = [
    ...command.arguments.map((argument) => row(argument, '')),
    ...subcommands.flatMap((sub) => [
      `| **\`${sub.name}\`**${others(sub.names)} | ${sub.adminOnly === true ? 'administrators' : ''} | ${cell(sub.descriptions.en)} |`,
      ...sub.arguments.map((argument) => row(argument, '&emsp;')),
    ]),
  ];
  return `### /${name}\n\n${descriptions.en}.${also(names)}\n\n| argument | takes | meaning |\n|---|---|---|\n${rows.join('\n')}`;
}

function row(
  { name, names, kind, choices, required, descriptions }: CommandArgument,
  indent: string,
): string {
  const values = choices?.map(({ value }) => `\`${value}\``).join(' ');
  const takes = { text: 'words', case: 'a case', switch: '`on` `off`', users: 'people', choice: values }[
    kind
  ];
  return `| ${indent}\`${name}\`${others(names)} | ${takes ?? ''}${required ? ', needed' : ''} | ${cell(descriptions.en)} |`;
}

/** Names in the other languages, where they differ. */
const others = ({ en, fr, zh }: Localized) =>
  [...new Set([fr, zh])]
    .filter((name) => name !== en)
    .map((name) => ` ${name}`)
    .join(',');

function also(names: Localized): string {
  const other = [...new Set([names.fr, names.zh])].filter((name) => name !== names.en);
  return other.length === 0 ? '' : ` Also ${other.map((name) => `\`/${name}\``).join(', ')}.`;
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

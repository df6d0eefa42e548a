/** Which command lacks arguments that a form could ask for. */
import type { Command, CommandArgument, Subcommand } from '../../bot/command.ts';

export interface Form {
  readonly command: Command;
  readonly subcommand: Subcommand | null;
  readonly arguments: readonly CommandArgument[];
  /** What was typed already, by the argument's name. */
  readonly typed: Readonly<Record<string, string>>;
}

/**
 * @param text as typed after the command's name.
 * @returns null where nothing is missing. The form of a subcommand for administrators is for them alone.
 */
export function chooseForm(command: Command, text: string): Form | null {
  const [first = '', ...rest] = text.trim().split(/\s+/);
  const subcommand =
    command.subcommands?.find(({ names }) => Object.values(names).includes(first.toLowerCase())) ?? null;
  const offered = (subcommand ?? command).arguments;
  const words = subcommand === null ? text.trim() : rest.join(' ');
  // The bot reads options better than this could; a form is for what was not typed at all.
  if (offered.length === 0 || /(?:^|\s)(?:--|[—–])\p{L}/u.test(words)) return null;
  const main = mainArgument(offered);
  const typed = main === null || words === '' ? {} : { [main.name]: words };
  const missing = offered.some(({ name, required }) => required && !(name in typed));
  const settings = subcommand?.adminOnly === true && words === '';
  return missing || settings ? { command, subcommand, arguments: offered, typed } : null;
}

/** The form of that name, as a submission tells it. */
export function findForm(
  commands: readonly Command[],
  named: { readonly command: string; readonly subcommand: string | null },
): Form | null {
  const command = commands.find(({ name }) => name === named.command);
  if (command === undefined) return null;
  const subcommand = command.subcommands?.find(({ name }) => name === named.subcommand) ?? null;
  return { command, subcommand, arguments: (subcommand ?? command).arguments, typed: {} };
}

/** The one that is typed without its name. */
export function mainArgument([first]: readonly CommandArgument[]): CommandArgument | null {
  return first?.kind === 'text' || first?.kind === 'case' ? first : null;
}

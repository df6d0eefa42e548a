/** Which command lacks arguments that a form could ask for. */
import type { Command, CommandArgument, Subcommand } from '../../bot/command.ts';

export interface Form {
  readonly command: Command;
  readonly subcommand: Subcommand | null;
  readonly arguments: readonly CommandArgument[];
}

/**
 * @param text as typed after the command's name.
 * @returns null where nothing is missing. The form of a subcommand for administrators is for them alone.
 */
export function chooseForm(command: Command, text: string): Form | null {
  const [first = '', ...rest] = text.trim().split(/\s+/);
  const subcommand = command.subcommands?.find(({ names }) =>
    Object.values(names).includes(first.toLowerCase()),
  );
  const offered = (subcommand ?? command).arguments;
  const nothingTyped = subcommand === undefined ? first === '' : rest.length === 0;
  const form = { command, subcommand: subcommand ?? null, arguments: offered };
  if (!nothingTyped || offered.length === 0) return null;
  return subcommand?.adminOnly === true || offered.some(({ required }) => required) ? form : null;
}

/** The form of that name, as a submission tells it. */
export function findForm(
  commands: readonly Command[],
  named: { readonly command: string; readonly subcommand: string | null },
): Form | null {
  const command = commands.find(({ name }) => name === named.command);
  if (command === undefined) return null;
  const subcommand = command.subcommands?.find(({ name }) => name === named.subcommand) ?? null;
  return { command, subcommand, arguments: (subcommand ?? command).arguments };
}

/** What was filled in, as the registry writes arguments. */
import type { CommandArgument } from '../../bot/command.ts';
import { type Fields, fields, list, text } from './fields.ts';

/**
 * @param values `view.state.values` of a submission.
 * @returns by the argument's name; an argument that was left empty is missing, but nobody chosen is `everyone`.
 */
export function readForm(values: unknown, offered: readonly CommandArgument[]): Record<string, string> {
  const read: Record<string, string> = {};
  for (const { name, kind } of offered) {
    const [element] = Object.values(fields(fields(values)[name]));
    const value = readElement(fields(element), kind);
    if (value !== undefined) read[name] = value;
  }
  return read;
}

function readElement(element: Fields, kind: CommandArgument['kind']): string | undefined {
  if (kind === 'text') return text(text(element.value)?.trim());
  if (kind !== 'users') return text(fields(element.selected_option).value);
  const users = list(element.selected_users).flatMap((user) => text(user) ?? []);
  return users.length === 0 ? 'everyone' : users.join(' ');
}

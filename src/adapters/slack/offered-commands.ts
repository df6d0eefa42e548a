/** The commands that Slack offers: all but those that it has itself. */
import type { Command } from '../../bot/command.ts';

export function offeredCommands(commands: readonly Command[]): readonly Command[] {
  return commands.filter(({ typedOnly }) => typedOnly !== true);
}

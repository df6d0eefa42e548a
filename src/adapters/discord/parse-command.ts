/** A command as a person gave it on Discord, in the bot's terms. */
import type { ChatInputCommandInteraction, CommandInteractionOption } from 'discord.js';
import type { Command } from '../../bot/command.ts';
import { COMMANDS } from '../../bot/registry.ts';
import type { IncomingMessage } from '../../core/chat.ts';

/** @returns null for a command that the registry no longer has. */
export function parseCommand(
  { commandName, options }: Pick<ChatInputCommandInteraction, 'commandName' | 'options'>,
  prefix: string,
): (Pick<IncomingMessage, 'command' | 'text'> & { options: Record<string, string> }) | null {
  const command = commandOf(commandName, prefix);
  if (command === undefined) return null;
  const chosen = options.getSubcommand(false);
  const subcommand = command.subcommands?.find(({ name }) => name === chosen);
  const first = (subcommand ?? command).arguments[0];
  const main = first?.kind === 'text' || first?.kind === 'case' ? first.name : null;
  const given = chosen === null ? options.data : (options.data[0]?.options ?? []);
  const words = chosen === null ? [] : [chosen];
  const others: Record<string, string> = {};
  for (const option of given) {
    const value = written(option);
    if (option.name === main) words.push(value);
    else others[option.name] = value;
  }
  return { command: command.name, text: words.join(' '), options: others };
}

/** The command of the registry that is offered under this name. */
function commandOf(offered: string, prefix: string): Command | undefined {
  const name = offered.startsWith(prefix) ? offered.slice(prefix.length) : offered;
  return COMMANDS.find((command) => command.name === name && command.typedOnly !== true);
}

/** A value as the registry writes it: switches as `on` and `off`, people as their ids. */
function written({ value }: CommandInteractionOption): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return String(value ?? '')
    .replace(/<@!?(\d+)>/g, ' $1 ')
    .trim();
}

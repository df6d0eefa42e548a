/** The bot's commands as Discord registers them, from the registry that every platform uses. */
import type { Command, CommandArgument, Localized, Subcommand } from '../../bot/command.ts';
import { COMMANDS } from '../../bot/registry.ts';
import { traditional } from './traditional-chinese.ts';

/** Numbers of the developer documentation («Application Commands»). */
const SLASH = 1;
const ON_MESSAGE = 3;
const SUBCOMMAND = 1;
const STRING = 3;
const BOOLEAN = 5;
/** Installed in a server, installed by a person. */
const INTEGRATION_TYPES = [0, 1];
/** In a server, in direct messages with the bot, in other private conversations. */
const CONTEXTS = [0, 1, 2];
/** Of a text option that is not a question («maximum allowed length» is 6,000). */
const TEXT_LIMIT = 6000;

export interface CommandOption {
  readonly type: number;
  readonly name: string;
  readonly name_localizations: Readonly<Record<string, string>>;
  readonly description: string;
  readonly description_localizations: Readonly<Record<string, string>>;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly max_length?: number;
  readonly choices?: readonly {
    readonly name: string;
    readonly name_localizations: Readonly<Record<string, string>>;
    readonly value: string;
  }[];
  readonly options?: readonly CommandOption[];
}

export interface CommandPayload {
  readonly type: number;
  readonly name: string;
  readonly name_localizations: Readonly<Record<string, string>>;
  readonly description?: string;
  readonly description_localizations?: Readonly<Record<string, string>>;
  readonly options?: readonly CommandOption[];
  readonly default_member_permissions: null;
  readonly integration_types?: readonly number[];
  readonly contexts?: readonly number[];
}

const ASK_ABOUT_THIS: Localized = {
  fr: 'Interroger Casebook là-dessus',
  en: 'Ask Casebook about this',
  zh: '就此询问 Casebook',
};

/** The name of the command on messages; a prefix takes the place of its first words, since 32 characters are allowed. */
function messageCommandName(prefix: string): string {
  return prefix === '' ? ASK_ABOUT_THIS.en : `${prefix}ask about this`;
}

/**
 * @param everywhere false for the commands of one guild, which have no contexts.
 * @returns the body of «Bulk Overwrite Application Commands».
 */
export function commandPayloads(prefix: string, everywhere: boolean): CommandPayload[] {
  const common = {
    default_member_permissions: null,
    ...(everywhere ? { integration_types: INTEGRATION_TYPES, contexts: CONTEXTS } : {}),
  };
  const offered = COMMANDS.filter((command) => command.typedOnly !== true);
  return [
    ...offered.map((command) => ({ ...common, ...slashCommand(command, prefix) })),
    {
      ...common,
      type: ON_MESSAGE,
      name: messageCommandName(prefix),
      name_localizations: prefix === '' ? localized(ASK_ABOUT_THIS) : {},
    },
  ];
}

function slashCommand(command: Command, prefix: string) {
  const names = {
    fr: `${prefix}${command.names.fr}`,
    en: `${prefix}${command.name}`,
    zh: `${prefix}${command.names.zh}`,
  };
  return { type: SLASH, ...named(names, command.descriptions), options: optionsOf(command) };
}

function optionsOf(command: Command): CommandOption[] {
  if (command.subcommands === undefined) return argumentOptions(command);
  return command.subcommands.map((subcommand) => ({
    type: SUBCOMMAND,
    ...named({ ...subcommand.names, en: subcommand.name }, subcommand.descriptions),
    options: argumentOptions(subcommand),
  }));
}

/** Discord wants the required ones first. */
function argumentOptions({ arguments: offered }: Pick<Subcommand, 'arguments'>): CommandOption[] {
  const options = offered.map(option);
  return [...options.filter(({ required }) => required), ...options.filter(({ required }) => !required)];
}

function option(argument: CommandArgument): CommandOption {
  const { kind, name, names, descriptions, required, choices } = argument;
  const common = { ...named({ ...names, en: name }, descriptions), required };
  switch (kind) {
    case 'switch':
      return { ...common, type: BOOLEAN };
    case 'choice':
      return {
        ...common,
        type: STRING,
        choices: (choices ?? []).map(({ value, labels }) => ({
          name: labels.en,
          name_localizations: localized(labels),
          value,
        })),
      };
    case 'case':
      return { ...common, type: STRING, autocomplete: true };
    // Several people fit a text, into which Discord lets one pick mentions; its own option takes one alone.
    default:
      return { ...common, type: STRING, max_length: TEXT_LIMIT };
  }
}

function named(names: Localized, descriptions: Localized) {
  return {
    name: names.en,
    name_localizations: localized(names),
    description: descriptions.en,
    description_localizations: localized(descriptions),
  };
}

/** By Discord's locales; its default is our English. */
function localized({ fr, en, zh }: Localized): Record<string, string> {
  return { fr, 'en-US': en, 'en-GB': en, 'zh-CN': zh, 'zh-TW': traditional(zh) };
}

/** Registers the commands, when they are not registered as they should be. */

import { OperatorError } from '../../core/errors.ts';
import { apiCode, httpStatus, MISSING_ACCESS } from './api-errors.ts';
import { type CommandPayload, commandPayloads } from './command-payloads.ts';
import type { DiscordAccess } from './discord-options.ts';
import { persist } from './persist.ts';
import type { RestPort } from './rest-port.ts';

export interface Registration {
  readonly rest: RestPort;
  readonly applicationId: string;
  readonly access: Pick<DiscordAccess, 'devGuildId' | 'commandPrefix'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * @returns true when they had to be registered.
 * @throws OperatorError when the guild for development is not the bot's.
 */
export async function registerCommands(registration: Registration): Promise<boolean> {
  const { rest, access, now } = registration;
  try {
    const { registered, wanted, route } = await compareCommands(registration);
    if (registered) return false;
    await persist(() => rest.put(route, { body: wanted }), { now });
    return true;
  } catch (error) {
    const notOurs = apiCode(error) === MISSING_ACCESS || httpStatus(error) === 404;
    if (access.devGuildId === null || !notOurs) throw error;
    throw new OperatorError(
      `Discord refuses commands in the server ${access.devGuildId}: add the bot to it with the scope ` +
        'applications.commands, or correct DISCORD_GUILD_ID',
      { cause: error },
    );
  }
}

/** @returns whether the commands are registered as the registry has them, and what they should be. */
export async function compareCommands({ rest, applicationId, access, now }: Registration): Promise<{
  registered: boolean;
  wanted: CommandPayload[];
  route: `/${string}`;
}> {
  const { devGuildId, commandPrefix } = access;
  const place = devGuildId === null ? '' : `/guilds/${devGuildId}`;
  const route = `/applications/${applicationId}${place}/commands` as const;
  const query = new URLSearchParams({ with_localizations: 'true' });
  const found = await persist(() => rest.get(route, { query }), { now });
  const wanted = commandPayloads(commandPrefix, devGuildId === null);
  const key = (list: unknown) => JSON.stringify((list as object[]).map(normalised).sort());
  return { registered: key(found) === key(wanted), wanted, route };
}

/** What was sent and what comes back say the same in different words: defaults, empty values, the order of names. */
const DEFAULTS: Readonly<Record<string, unknown>> = { required: false, autocomplete: false, description: '' };
const COMPARED = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'required',
  'autocomplete',
  'max_length',
  'choices',
  'value',
  'options',
  'default_member_permissions',
  'integration_types',
  'contexts',
];

function normalised(value: object): string {
  const entries = Object.entries(value)
    .filter(([name]) => COMPARED.includes(name))
    .filter(([name, part]) => !isEmpty(part) && DEFAULTS[name] !== part)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => [name, normalPart(name, part)]);
  return JSON.stringify(entries);
}

function normalPart(name: string, part: unknown): unknown {
  if (name === 'integration_types' || name === 'contexts') return [...(part as number[])].sort();
  if (Array.isArray(part)) return part.map((each: object) => normalised(each));
  if (typeof part === 'object' && part !== null) return Object.entries(part).sort();
  return part;
}

function isEmpty(part: unknown): boolean {
  if (part === null || part === undefined) return true;
  return typeof part === 'object' && Object.keys(part).length === 0;
}

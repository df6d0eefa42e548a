/** What `doctor` finds out about Discord: the token, the intents, the commands, the permissions in each server. */
import { errorMessage } from '../../core/errors.ts';
import { httpStatus } from './api-errors.ts';
import { apiBase } from './api-url.ts';
import type { DiscordAccess } from './discord-options.ts';
import { finalClose } from './gateway-trouble.ts';
import { ADMINISTRATOR, NEEDED_PERMISSIONS } from './permissions.ts';
import { compareCommands } from './register-commands.ts';
import type { RestPort } from './rest-port.ts';

export interface DiscordFinding {
  readonly status: 'ok' | 'warn' | 'fail';
  readonly message: string;
  /** What to do about it; null when all is well, or when the message says it already. */
  readonly fix: string | null;
}

interface Application {
  readonly id: string;
  readonly name: string;
  readonly flags?: number;
  readonly integration_types_config?: Readonly<Record<string, unknown>>;
}

interface OwnGuild {
  readonly id: string;
  readonly name: string;
  readonly permissions?: string;
}

/** Flags of an application that may read what is not said to it («Application Flags»): in many servers, in a few. */
const MESSAGE_CONTENT_FLAGS = (1 << 18) | (1 << 19);
const USER_INSTALL = '1';
/** Milliseconds for one call. */
const CALL_TIMEOUT = 8_000;
/** Servers that are looked at; the page of «Get Current User Guilds». */
const MAX_GUILDS = 200;

/** Never rejects. */
export async function checkDiscord(access: DiscordAccess): Promise<DiscordFinding[]> {
  const { REST } = await import('discord.js');
  const rest = new REST({ api: apiBase(access.apiUrl), retries: 1, timeout: CALL_TIMEOUT });
  rest.setToken(access.token);
  try {
    const application = (await rest.get('/applications/@me')) as Application;
    return [
      finding('ok', `the token is that of ${application.name} (${application.id})`),
      checkIntent(application, access),
      ...checkInstall(application),
      await checkCommands(rest, application.id, access),
      ...(await checkGuilds(rest)),
    ];
  } catch (error) {
    return [notReached(error, apiBase(access.apiUrl))];
  } finally {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  }
}

function finding(
  status: DiscordFinding['status'],
  message: string,
  fix: string | null = null,
): DiscordFinding {
  return { status, message, fix };
}

function notReached(error: unknown, api: string): DiscordFinding {
  const message = errorMessage(error).replaceAll(/\s*\n\s*/g, '; ');
  if (httpStatus(error) === 401) return finding('fail', finalClose(4004)?.message ?? message);
  return finding(
    'fail',
    `Discord cannot be asked at ${api} (${message || 'no answer'})`,
    'check the network and DISCORD_API_URL',
  );
}

function checkIntent({ flags = 0 }: Application, { messageContent }: DiscordAccess): DiscordFinding {
  const switchedOn = (flags & MESSAGE_CONTENT_FLAGS) !== 0;
  if (messageContent && !switchedOn) return finding('fail', finalClose(4014)?.message ?? '');
  if (messageContent) return finding('ok', 'the message-content intent is switched on');
  return finding(
    'ok',
    'without the message-content intent: mentions, commands and direct messages are answered, ask-channels are not',
  );
}

function checkInstall({ integration_types_config: types }: Application): DiscordFinding[] {
  if (types === undefined || USER_INSTALL in types) return [];
  return [
    finding(
      'warn',
      'people cannot add the commands to their own account',
      'switch on User Install in the developer portal (Installation)',
    ),
  ];
}

async function checkCommands(
  rest: RestPort,
  applicationId: string,
  access: DiscordAccess,
): Promise<DiscordFinding> {
  const where = access.devGuildId === null ? 'everywhere' : `in the server ${access.devGuildId} alone`;
  try {
    const { registered } = await compareCommands({ rest, applicationId, access, now: Date.now });
    if (registered) return finding('ok', `the commands are registered ${where}`);
    return finding('warn', `the commands are not yet registered ${where}`, 'they are when Casebook starts');
  } catch (error) {
    return finding(
      'fail',
      `the commands of ${where} cannot be read (${errorMessage(error)})`,
      access.devGuildId === null
        ? null
        : 'add the bot to that server with the scope applications.commands, or correct DISCORD_GUILD_ID',
    );
  }
}

async function checkGuilds(rest: RestPort): Promise<DiscordFinding[]> {
  const query = new URLSearchParams({ limit: String(MAX_GUILDS) });
  const guilds = (await rest.get('/users/@me/guilds', { query })) as OwnGuild[];
  if (guilds.length === 0)
    return [
      finding('warn', 'the bot is in no server', 'add it: npm run manifest -- discord prints the link'),
    ];
  return guilds.map(({ name, permissions }) => {
    const has = BigInt(permissions ?? '0');
    const lacking = NEEDED_PERMISSIONS.filter(({ bit }) => (has & (bit | ADMINISTRATOR)) === 0n);
    if (permissions === undefined || lacking.length === 0) return finding('ok', `in the server «${name}»`);
    const what = lacking.map((each) => `${each.name} (${each.without})`).join(', ');
    return finding(
      'warn',
      `in the server «${name}» the bot lacks ${what}`,
      'give its role these permissions',
    );
  });
}

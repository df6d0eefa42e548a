/** How Casebook reaches Slack and Discord, from the settings. */

import { encryptionKeys, readShards } from './settings/platform-settings.ts';
import type { Settings } from './settings.ts';

/** How workspaces install the app. */
export interface SlackInstallConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** Of 32 bytes each: the first encrypts, each decrypts. */
  readonly keys: readonly [Uint8Array, ...Uint8Array[]];
}

export interface SlackConfig {
  /** Of the one workspace; null where workspaces install the app. */
  readonly botToken: string | null;
  /** Null where the app has one workspace. */
  readonly install: SlackInstallConfig | null;
  readonly mode: 'socket' | 'http';
  /** Set in Socket Mode. */
  readonly appToken: string | null;
  /** Set in HTTP mode. */
  readonly signingSecret: string | null;
  readonly apiUrl: string;
  /** Where HTTP mode listens, and where the app is installed. */
  readonly host: string;
  readonly port: number;
}

export interface DiscordConfig {
  readonly token: string;
  readonly apiUrl: string;
  /** Commands are registered in this server only; null: everywhere. */
  readonly devGuildId: string | null;
  /** True: the message-content intent is switched on in the developer portal. */
  readonly messageContent: boolean;
  readonly shards: NonNullable<ReturnType<typeof readShards>>;
}

/** What Slack's settings lack; null when they are complete or absent. */
export function slackProblem(settings: Settings): string | null {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_MODE, SLACK_PORT, WEB } = settings;
  const many = settings.SLACK_CLIENT_ID !== '';
  if (!many && SLACK_BOT_TOKEN === '')
    return SLACK_APP_TOKEN === '' && SLACK_SIGNING_SECRET === ''
      ? null
      : 'SLACK_BOT_TOKEN is empty, but other Slack settings are set: set it, or empty them';
  const lacking = many ? installProblem(settings) : null;
  if (lacking !== null) return lacking;
  const mode = slackMode(settings);
  if (mode === 'socket' && SLACK_APP_TOKEN === '')
    return SLACK_MODE === 'socket'
      ? 'SLACK_APP_TOKEN is empty, but SLACK_MODE is "socket": set an app-level token with connections:write'
      : `${many ? 'SLACK_CLIENT_ID' : 'SLACK_BOT_TOKEN'} is set, but neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is: set one`;
  if (mode === 'http' && SLACK_SIGNING_SECRET === '')
    return 'SLACK_SIGNING_SECRET is empty, but SLACK_MODE is "http": set it (Basic Information, App Credentials)';
  if ((mode === 'http' || many) && WEB === 'on' && SLACK_PORT === '')
    return 'SLACK_PORT is empty, but the web chat and Slack over HTTP cannot share PORT: set SLACK_PORT';
  return null;
}

/** What installing the app lacks, beside its client id. */
function installProblem(settings: Settings): string | null {
  if (settings.SLACK_BOT_TOKEN !== '')
    return 'SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set: empty one; the token is for one workspace, the id for many';
  const needed = ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'TOKEN_ENCRYPTION_KEY'] as const;
  const lacking = needed.filter((name) => settings[name] === '');
  if (lacking.length === 0) return null;
  const [are, them] = lacking.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return `${lacking.join(' and ')} ${are} empty, but SLACK_CLIENT_ID is set: set ${them}, or empty SLACK_CLIENT_ID too`;
}

function installOf(settings: Settings): SlackInstallConfig | null {
  const [first, ...others] = encryptionKeys(settings.TOKEN_ENCRYPTION_KEY) ?? [];
  if (settings.SLACK_CLIENT_ID === '' || first === undefined) return null;
  return {
    clientId: settings.SLACK_CLIENT_ID,
    clientSecret: settings.SLACK_CLIENT_SECRET,
    stateSecret: settings.SLACK_STATE_SECRET,
    keys: [first, ...others],
  };
}

/** Socket Mode unless only the signing secret is there. */
function slackMode({ SLACK_MODE, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }: Settings): 'socket' | 'http' {
  if (SLACK_MODE !== 'auto') return SLACK_MODE;
  return SLACK_APP_TOKEN === '' && SLACK_SIGNING_SECRET !== '' ? 'http' : 'socket';
}

/** Null when Slack is not set up. */
export function slackOf(settings: Settings): SlackConfig | null {
  const install = installOf(settings);
  if (settings.SLACK_BOT_TOKEN === '' && install === null) return null;
  return {
    botToken: settings.SLACK_BOT_TOKEN || null,
    install,
    mode: slackMode(settings),
    appToken: settings.SLACK_APP_TOKEN || null,
    signingSecret: settings.SLACK_SIGNING_SECRET || null,
    apiUrl: settings.SLACK_API_URL,
    host: settings.HOST,
    port: settings.SLACK_PORT === '' ? settings.PORT : Number(settings.SLACK_PORT),
  };
}

/** Null when Discord is not set up. */
export function discordOf(settings: Settings): DiscordConfig | null {
  if (settings.DISCORD_TOKEN === '') return null;
  return {
    token: settings.DISCORD_TOKEN,
    apiUrl: settings.DISCORD_API_URL,
    devGuildId: settings.DISCORD_GUILD_ID || null,
    messageContent: settings.DISCORD_MESSAGE_CONTENT === 'on',
    shards: readShards(settings.DISCORD_SHARDS) ?? 'auto',
  };
}

/** Messages that are answered; 0: no limit. */
export interface LimitConfig {
  /** A minute, from one person, in one channel, in one workspace. */
  readonly perUser: number;
  readonly perChannel: number;
  readonly perWorkspace: number;
  /** A day, in one workspace. */
  readonly perWorkspaceDay: number;
}

export function limitsOf(settings: Settings): LimitConfig {
  return {
    perUser: settings.RATE_LIMIT_USER,
    perChannel: settings.RATE_LIMIT_CHANNEL,
    perWorkspace: settings.RATE_LIMIT_WORKSPACE,
    perWorkspaceDay: settings.RATE_LIMIT_WORKSPACE_DAY,
  };
}

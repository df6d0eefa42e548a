/** How Casebook reaches Slack and Discord, from the settings. */
import type { Settings } from './settings.ts';

export interface SlackConfig {
  readonly botToken: string;
  readonly mode: 'socket' | 'http';
  /** Set in Socket Mode. */
  readonly appToken: string | null;
  /** Set in HTTP mode. */
  readonly signingSecret: string | null;
  readonly apiUrl: string;
  /** Where HTTP mode listens. */
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
  readonly shards: 'auto' | number;
}

/** What Slack's settings lack; null when they are complete or absent. */
export function slackProblem(settings: Settings): string | null {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_MODE, SLACK_PORT, WEB } = settings;
  if (SLACK_BOT_TOKEN === '')
    return SLACK_APP_TOKEN === '' && SLACK_SIGNING_SECRET === ''
      ? null
      : 'SLACK_BOT_TOKEN is empty, but other Slack settings are set: set it, or empty them';
  const mode = slackMode(settings);
  if (mode === 'socket' && SLACK_APP_TOKEN === '')
    return SLACK_MODE === 'socket'
      ? 'SLACK_APP_TOKEN is empty, but SLACK_MODE is "socket": set an app-level token with connections:write'
      : 'SLACK_BOT_TOKEN is set, but neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is: set one';
  if (mode === 'http' && SLACK_SIGNING_SECRET === '')
    return 'SLACK_SIGNING_SECRET is empty, but SLACK_MODE is "http": set it (Basic Information, App Credentials)';
  if (mode === 'http' && WEB === 'on' && SLACK_PORT === '')
    return 'SLACK_PORT is empty, but the web chat and Slack in HTTP mode cannot share PORT: set SLACK_PORT';
  return null;
}

/** Socket Mode unless only the signing secret is there. */
function slackMode({ SLACK_MODE, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }: Settings): 'socket' | 'http' {
  if (SLACK_MODE !== 'auto') return SLACK_MODE;
  return SLACK_APP_TOKEN === '' && SLACK_SIGNING_SECRET !== '' ? 'http' : 'socket';
}

/** Null when Slack is not set up. */
export function slackOf(settings: Settings): SlackConfig | null {
  if (settings.SLACK_BOT_TOKEN === '') return null;
  return {
    botToken: settings.SLACK_BOT_TOKEN,
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
    shards: settings.DISCORD_SHARDS === 'auto' ? 'auto' : Number(settings.DISCORD_SHARDS),
  };
}

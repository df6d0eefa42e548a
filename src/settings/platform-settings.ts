/** Settings of Slack and Discord, and what both share. */
import { choice, type SettingSection, secret, text, token, url, wholeNumber } from './setting-kinds.ts';

const KEYS = '32 bytes in base64 (openssl rand -base64 32), or several, comma-separated';

/** The keys that a value names, in their order; null when one of them is none. */
export function encryptionKeys(value: string): Buffer[] | null {
  const parts = value.split(',').map((part) => part.trim());
  if (value === '') return [];
  const keys = parts.map((part) => Buffer.from(part, 'base64'));
  const sound = keys.every((key, i) => key.length === 32 && /^[\w+/-]{43}=?$/.test(parts[i] ?? ''));
  return sound ? keys : null;
}

export const SLACK = {
  title: 'Slack',
  note: '`npm run manifest -- slack` prints the app’s manifest; docs/slack.md has the lines from there to the first answer.',
  page: 'slack.md',
  settings: {
    SLACK_BOT_TOKEN: token('xoxb-', 'the Bot User OAuth Token').describe(
      'From OAuth & Permissions. Empty: no Slack.',
    ),
    SLACK_APP_TOKEN: token('xapp-', 'an app-level token with connections:write').describe(
      'From Basic Information: Socket Mode, which needs no public address.',
    ),
    SLACK_SIGNING_SECRET: secret.describe(
      'From Basic Information: HTTP mode, in which Slack sends events to /slack/events.',
    ),
    SLACK_MODE: choice(['auto', 'socket', 'http'], 'auto', 'auto, socket or http').describe(
      'auto: Socket Mode when SLACK_APP_TOKEN is set, else HTTP.',
    ),
    SLACK_PORT: text(
      '',
      (value) => value === '' || (/^\d{1,5}$/.test(value) && Number(value) <= 65_535),
      'empty (as PORT), or a whole number from 0 to 65535',
    ).describe('Port on which HTTP mode listens, at HOST. Empty: PORT, unless the web chat is on.'),
    SLACK_CLIENT_ID: text('', (value) => /^[\d.]{0,60}$/.test(value), 'digits with a dot between them').meta({
      page: 'workspaces.md',
      description:
        'From Basic Information: many workspaces install the app at /slack/install, and SLACK_BOT_TOKEN stays empty.',
    }),
    SLACK_CLIENT_SECRET: secret.meta({
      page: 'workspaces.md',
      description: 'From Basic Information; with SLACK_CLIENT_ID.',
    }),
    SLACK_STATE_SECRET: secret.meta({
      page: 'workspaces.md',
      description: 'Any long word of your own, which signs installations under way; with SLACK_CLIENT_ID.',
    }),
    TOKEN_ENCRYPTION_KEY: text('', (value) => encryptionKeys(value) !== null, KEYS).meta({
      secret: true,
      page: 'workspaces.md',
      description:
        'What the tokens of workspaces are encrypted with in the database (openssl rand -base64 32); with SLACK_CLIENT_ID. ' +
        'Several, comma-separated: the first encrypts, each decrypts.',
    }),
    SLACK_API_URL: url('https://slack.com/api/').describe(
      'Address of Slack’s Web API. Only a test server has another.',
    ),
  },
} satisfies SettingSection;

/** Shards as they are written; null for what names none. */
export function readShards(value: string): 'auto' | number | { ids: number[]; count: number } | null {
  if (value === 'auto') return value;
  const [, list, total] = /^(?:(\d{1,4}(?:,\d{1,4})*)\/)?([1-9]\d{0,3})$/.exec(value) ?? [];
  const count = Number(total);
  if (total === undefined) return null;
  if (list === undefined) return count;
  const ids = [...new Set(list.split(',').map(Number))];
  return ids.every((id) => id < count) ? { ids, count } : null;
}

export const DISCORD = {
  title: 'Discord',
  note: '`npm run manifest -- discord` prints the invite link and what to switch on.',
  page: 'discord.md',
  settings: {
    DISCORD_TOKEN: secret.describe(
      'The bot’s token, from the Bot page of the developer portal. Empty: no Discord.',
    ),
    DISCORD_GUILD_ID: text(
      '',
      (value) => /^\d{0,20}$/.test(value),
      'empty, or the id of a server (digits)',
    ).describe(
      'Register the commands in this server only, where they appear at once: for development. Empty: everywhere.',
    ),
    DISCORD_MESSAGE_CONTENT: choice(['on', 'off'], 'off', 'on or off').describe(
      'on: read messages that do not mention the bot (follow-ups, ask channels); switch the intent on in the portal first.',
    ),
    DISCORD_SHARDS: text(
      'auto',
      (value) => readShards(value) !== null,
      'auto, a whole number from 1 to 9999, or some of so many: 0,1/4',
    ).describe(
      'Gateway connections; auto: as many as Discord recommends. Servers on one DATABASE_URL share them by themselves; ' +
        '0,1/4 gives this one the first two of four, and shares nothing.',
    ),
    DISCORD_API_URL: url('https://discord.com/api').describe(
      'Address of Discord’s API. Only a test server has another.',
    ),
  },
} satisfies SettingSection;

export const BOTH_PLATFORMS = {
  title: 'Slack and Discord',
  note: null,
  page: 'platforms.md',
  settings: {
    COMMAND_PREFIX: text(
      '',
      (value) => /^[a-z0-9_-]{0,16}$/.test(value),
      'up to 16 lower-case letters, digits, - or _',
    ).describe(
      'Stands before the name of each slash command, where another app has the same: cb- gives /cb-ask.',
    ),
    RATE_LIMIT_USER: wholeNumber(30, 0, 1_000_000).describe(
      'Questions a minute from one person; 0: no limit.',
    ),
    RATE_LIMIT_CHANNEL: wholeNumber(300, 0, 1_000_000).describe(
      'Questions a minute in one channel; 0: no limit.',
    ),
    RATE_LIMIT_WORKSPACE: wholeNumber(0, 0, 1_000_000).meta({
      page: 'workspaces.md',
      description: 'Questions a minute in one workspace or server; 0: no limit.',
    }),
    RATE_LIMIT_WORKSPACE_DAY: wholeNumber(0, 0, 999_999_999).meta({
      page: 'workspaces.md',
      description: 'Questions in 24 hours in one workspace or server; 0: no limit.',
    }),
    THREAD_MEMORY_HOURS: wholeNumber(24, 0, 720).describe(
      'Hours for which what was said in a thread is used to understand what is asked next («et la Chine ?»); 0: never.',
    ),
    CORRECTION_NOTICE_DAYS: wholeNumber(30, 0, 90).describe(
      'For how many days after an answer its conversation is told when a source of it is corrected, withdrawn, changed ' +
        'or removed (answers are kept for 90 days); 0: never.',
    ),
  },
} satisfies SettingSection;

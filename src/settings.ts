/** Every setting: its name, what is allowed, and what it means when empty. */
import { z } from 'zod';
import { EMBEDDING_PROVIDERS, POOLINGS } from './embed/embedding-spec.ts';
import { parseFetchAllow } from './fetch/fetch-allow.ts';

export const CHAT_PROVIDERS = ['openai', 'anthropic', 'mistral', 'ollama'] as const;
export type ChatProvider = (typeof CHAT_PROVIDERS)[number];

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const url = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .refine((value) => value === '' || /^https?:\/\/[^\s/]+/.test(value), 'an http or https address')
    // No client takes it, and some show it in what they say of it.
    .refine((value) => !/^https?:\/\/[^/]*@/.test(value), 'an address without a name or password in it');

const secret = z
  .string()
  .default('')
  .refine((value) => !/\s/.test(value), 'one word without spaces');

/** A token of a platform, which begins as the platform begins it. */
const token = (prefix: string, what: string) =>
  secret.refine((value) => value === '' || value.startsWith(prefix), `${what}, which begins with ${prefix}`);

const wholeNumber = (fallback: number, least: number, most: number) =>
  z
    .string()
    .default(String(fallback))
    .refine(
      (value) => /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most,
      `a whole number from ${least} to ${most}`,
    )
    .transform(Number);

const hostName = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .refine((value) => /^[\w.:-]*$/.test(value), 'an address or host name of this machine');

const commaSeparated = (value: string): string[] =>
  [...new Set(value.split(',').map((part) => part.trim()))].filter((part) => part !== '');

/** The folder that comes with Casebook, wherever it is started from. */
export const SHIPPED_PROMPTS = 'prompts';

/** Read from the working folder where it is there. */
export const DEFAULT_NEWS_FILE = 'news.yaml';

/** The schema reads raw strings; an empty string counts as not set wherever the default is not empty. */
export const settingsSchema = z.object({
  CASEBOOK_DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z
    .string()
    .default('')
    .refine(
      (value) => value === '' || (/^postgres(?:ql)?:\/\/[^\s]+$/.test(value) && URL.canParse(value)),
      'empty (a file in CASEBOOK_DATA_DIR), or postgres://name:password@host:5432/database, with %40 for an @ in the password',
    ),
  DATABASE_POOL_SIZE: wholeNumber(8, 1, 200),
  CORPUS_DIRS: z.string().default('corpus').transform(commaSeparated),
  FETCH_ALLOW: z
    .string()
    .default('')
    .transform((value, context) => {
      const allowed = parseFetchAllow(commaSeparated(value));
      if (allowed !== null) return allowed;
      context.addIssue({
        code: 'custom',
        message: 'hosts with their ports, comma-separated, such as wiki.internal:8080,10.0.0.7',
      });
      return z.NEVER;
    }),
  FETCH_CONTACT: z
    .string()
    .default('')
    .refine(
      (value) => /^(?:https?:\/\/|mailto:)?[\w.~/@:%+-]{0,200}$/.test(value),
      'an e-mail address or the address of a page, which web sites are told',
    ),
  CHAT_MODEL: z
    .string()
    .default('')
    .refine(
      (value) => value === '' || new RegExp(`^(${CHAT_PROVIDERS.join('|')}):\\S+$`).test(value),
      `empty (no model), or provider:model with one of the providers ${CHAT_PROVIDERS.join(', ')}`,
    ),
  EMBEDDING_MODEL: z
    .string()
    .default('')
    .refine(
      (value) =>
        value === '' ||
        value === 'embedded' ||
        new RegExp(`^(${EMBEDDING_PROVIDERS.join('|')}):\\S.*$`).test(value),
      `empty or "embedded" (the built-in one), or provider:model with one of the providers ${EMBEDDING_PROVIDERS.join(', ')}`,
    ),
  EMBEDDING_QUERY_PREFIX: z.string().max(500, 'up to 500 characters').default(''),
  EMBEDDING_PASSAGE_PREFIX: z.string().max(500, 'up to 500 characters').default(''),
  EMBEDDING_POOLING: z
    .enum(['', ...POOLINGS], `empty (as the model wants it), or one of ${POOLINGS.join(', ')}`)
    .default(''),
  MODEL_TOKENS_PER_DAY: wholeNumber(0, 0, 999_999_999),
  PROMPTS_DIR: z.string().default(SHIPPED_PROMPTS),
  OPENAI_API_KEY: secret,
  OPENAI_BASE_URL: url(''),
  ANTHROPIC_API_KEY: secret,
  MISTRAL_API_KEY: secret,
  OLLAMA_BASE_URL: url('http://127.0.0.1:11434'),
  WEB: z.enum(['auto', 'on', 'off'], 'auto, on or off').default('auto'),
  HOST: hostName('127.0.0.1'),
  PORT: wholeNumber(3000, 0, 65_535),
  SLACK_BOT_TOKEN: token('xoxb-', 'the Bot User OAuth Token'),
  SLACK_APP_TOKEN: token('xapp-', 'an app-level token with connections:write'),
  SLACK_SIGNING_SECRET: secret,
  SLACK_MODE: z.enum(['auto', 'socket', 'http'], 'auto, socket or http').default('auto'),
  SLACK_API_URL: url('https://slack.com/api/'),
  SLACK_PORT: z
    .string()
    .default('')
    .refine(
      (value) => value === '' || (/^\d{1,5}$/.test(value) && Number(value) <= 65_535),
      'empty (as PORT), or a whole number from 0 to 65535',
    ),
  DISCORD_TOKEN: secret,
  DISCORD_API_URL: url('https://discord.com/api'),
  DISCORD_GUILD_ID: z
    .string()
    .default('')
    .refine((value) => /^\d{0,20}$/.test(value), 'empty, or the id of a server (digits)'),
  DISCORD_MESSAGE_CONTENT: z.enum(['on', 'off'], 'on or off').default('off'),
  DISCORD_SHARDS: z
    .string()
    .default('auto')
    .refine((value) => /^(auto|[1-9]\d{0,3})$/.test(value), 'auto, or a whole number from 1 to 9999'),
  COMMAND_PREFIX: z
    .string()
    .default('')
    .refine((value) => /^[a-z0-9_-]{0,16}$/.test(value), 'up to 16 lower-case letters, digits, - or _'),
  RATE_LIMIT_USER: wholeNumber(30, 0, 1_000_000),
  RATE_LIMIT_CHANNEL: wholeNumber(300, 0, 1_000_000),
  CORRECTION_NOTICE_DAYS: wholeNumber(30, 0, 90),
  THREAD_MEMORY_HOURS: wholeNumber(24, 0, 720),
  NEWS: z.enum(['on', 'off'], 'on or off').default('on'),
  NEWS_FILE: z.string().default(DEFAULT_NEWS_FILE),
  NEWS_FULL_TEXT: z.enum(['on', 'off'], 'on or off').default('off'),
  NEWS_SOURCES_PER_DAY: wholeNumber(40, 0, 10_000),
  NEWS_SOURCES_SHARE: wholeNumber(25, 1, 100),
  LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`).optional(),
});

export type Settings = z.output<typeof settingsSchema>;
export type SettingName = keyof Settings;
export const SETTING_NAMES = Object.keys(settingsSchema.shape) as SettingName[];

/** Settings whose empty value says something ("none"); elsewhere an empty value counts as not set. */
export const EMPTY_MEANS_NONE: readonly SettingName[] = ['CORPUS_DIRS', 'CHAT_MODEL', 'EMBEDDING_MODEL'];

/** Settings of which blanks at the ends are kept. */
export const VERBATIM: readonly SettingName[] = ['EMBEDDING_QUERY_PREFIX', 'EMBEDDING_PASSAGE_PREFIX'];

/** Values that are never printed. */
export const SECRET_NAMES: readonly SettingName[] = [
  'DATABASE_URL',
  'OPENAI_API_KEY',
  'ANTHROPIC_API_KEY',
  'MISTRAL_API_KEY',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'DISCORD_TOKEN',
];

/** Known names that this version does not use yet. */
export const LATER_NAMES = ['OPS_PORT'] as const;

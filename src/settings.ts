/** Every setting: its name, what is allowed, and what it means when empty. */
import { z } from 'zod';

export const CHAT_PROVIDERS = ['openai', 'anthropic', 'mistral', 'ollama'] as const;
export type ChatProvider = (typeof CHAT_PROVIDERS)[number];

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const url = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .refine((value) => value === '' || /^https?:\/\/[^\s/]+/.test(value), 'an http or https address');

const secret = z
  .string()
  .default('')
  .refine((value) => !/\s/.test(value), 'one word without spaces');

/** The schema reads raw strings; an empty string counts as not set wherever the default is not empty. */
export const settingsSchema = z.object({
  CASEBOOK_DATA_DIR: z.string().default('.data'),
  CORPUS_DIRS: z
    .string()
    .default('corpus')
    .transform((value) =>
      [...new Set(value.split(',').map((part) => part.trim()))].filter((part) => part !== ''),
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
      (value) => value === '' || value === 'embedded',
      'empty or "embedded": this version has no other embedding model',
    ),
  OPENAI_API_KEY: secret,
  OPENAI_BASE_URL: url(''),
  ANTHROPIC_API_KEY: secret,
  MISTRAL_API_KEY: secret,
  OLLAMA_BASE_URL: url('http://127.0.0.1:11434'),
  WEB: z.enum(['auto', 'on', 'off'], 'auto, on or off').default('auto'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine((value) => /^[\w.:-]+$/.test(value), 'an address or host name of this machine'),
  PORT: z
    .string()
    .default('3000')
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, 'a whole number from 0 to 65535')
    .transform(Number),
  LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`).optional(),
});

export type Settings = z.output<typeof settingsSchema>;
export type SettingName = keyof Settings;
export const SETTING_NAMES = Object.keys(settingsSchema.shape) as SettingName[];

/** Settings whose empty value says something ("none"); elsewhere an empty value counts as not set. */
export const EMPTY_MEANS_NONE: readonly SettingName[] = ['CORPUS_DIRS', 'CHAT_MODEL', 'EMBEDDING_MODEL'];

/** Values that are never printed. */
export const SECRET_NAMES: readonly SettingName[] = [
  'OPENAI_API_KEY',
  'ANTHROPIC_API_KEY',
  'MISTRAL_API_KEY',
];

/** Known names that this version does not use yet. */
export const LATER_NAMES = [
  'DATABASE_URL',
  'DISCORD_API_URL',
  'DISCORD_TOKEN',
  'FETCH_ALLOW',
  'OPS_PORT',
  'SLACK_API_URL',
  'SLACK_APP_TOKEN',
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
] as const;

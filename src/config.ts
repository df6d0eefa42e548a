/** Settings from the environment and `.env`, checked as a whole. The one place that reads `process.env`. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'dotenv';
import { editDistance } from './core/edit-distance.ts';
import { errorMessage, OperatorError } from './core/errors.ts';
import { type DatabaseConfig, databaseOf, passwordsIn } from './database-config.ts';
import { type EmbeddingConfig, embeddingOf } from './embedding-config.ts';
import { missingKeyProblem } from './missing-key.ts';
import { type OperationConfig, operationOf, traceProblem, traceWarnings } from './operation-config.ts';
import {
  type DiscordConfig,
  discordOf,
  type LimitConfig,
  limitsOf,
  type SlackConfig,
  slackOf,
  slackProblem,
} from './platform-config.ts';
import { SECRET_FILE_NAMES, withSecretFiles } from './secret-files.ts';
import { type ChatProvider, SHIPPED_PROMPTS } from './settings/model-settings.ts';
import { DEFAULT_NEWS_FILE } from './settings/news-settings.ts';
import {
  EMPTY_MEANS_NONE,
  SECRET_NAMES,
  SETTING_NAMES,
  type SettingName,
  type Settings,
  settingsSchema,
  VERBATIM,
} from './settings.ts';
import { type WebConfig, webOf, webProblem } from './web-config.ts';

export interface Config extends DatabaseConfig, EmbeddingConfig, OperationConfig, WebConfig {
  /** Absolute path of the folder that holds the database and the lock. */
  readonly dataDir: string;
  /** Absolute paths of the folders that are kept in step with the index. */
  readonly corpusDirs: readonly string[];
  /** `host:port` that may be fetched although private. */
  readonly fetchAllow: ReadonlySet<string>;
  /** How sites reach the operator; null: they are not told. */
  readonly fetchContact: string | null;
  /** Null: answers are extractive. */
  readonly chatModel: ChatModelConfig | null;
  /** Tokens that the model may use a day; 0: no limit. */
  readonly modelTokensPerDay: number;
  /** Absolute path of the folder with the operator's own prompts; null: the shipped ones. */
  readonly promptsDir: string | null;
  /** Null: no token is set. */
  readonly slack: SlackConfig | null;
  readonly discord: DiscordConfig | null;
  /** Stands before each slash command's name. */
  readonly commandPrefix: string;
  readonly limits: LimitConfig;
  /** Conversations are told of corrections for as many days after an answer; 0: never. */
  readonly correctionNoticeDays: number;
  /** Hours for which a conversation is remembered, for follow-ups; 0: not at all. */
  readonly threadMemoryHours: number;
  readonly news: NewsConfig;
  /** Values that no log line, error or reply may show. */
  readonly secrets: readonly string[];
  /** Things worth saying at the start, one line each. */
  readonly warnings: readonly string[];
}

export interface NewsConfig {
  /** False: no feed is polled and nothing is posted. */
  readonly enabled: boolean;
  /** Absolute path of the file of feeds and subscriptions. */
  readonly file: string;
  /** True when the file must be there: somebody named it. */
  readonly fileNamed: boolean;
  /** Whether whole articles are fetched for feeds that people subscribe to and that hold teasers only. */
  readonly fullText: boolean;
  /** Sources that a feed may bring into the corpus in 24 hours; 0: none. */
  readonly sourcesPerDay: number;
  /** Share of one feed in all sources of feeds that nobody has reviewed, 0 to 1. */
  readonly sourcesShare: number;
}

export interface ChatModelConfig {
  readonly provider: ChatProvider;
  readonly model: string;
  readonly apiKey: string | null;
  /** Null: the provider's own address. */
  readonly baseUrl: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings of the process and of `.env` in `cwd`; the process wins.
 *
 * @throws OperatorError (exit code 2) that lists every problem, one line each.
 */
export function loadConfig(env: Environment = process.env, cwd: string = process.cwd()): Config {
  const { config, problems } = inspectConfig(env, cwd);
  if (problems.length > 0) throw new OperatorError(problems.join('\n'), { exitCode: 2 });
  return config;
}

/** Like `loadConfig`, but returns the problems, and a config in which each bad setting has its default. */
export function inspectConfig(
  variables: Environment = process.env,
  cwd: string = process.cwd(),
): { config: Config; problems: string[] } {
  const problems: string[] = [];
  const env = withSecretFiles(variables, cwd, {}, problems);
  const file = withSecretFiles(readEnvFile(join(cwd, '.env'), problems), cwd, env, problems);
  const given: Record<string, string> = {};
  for (const name of SETTING_NAMES) {
    const raw = env[name] ?? file[name];
    const value = VERBATIM.includes(name) ? raw : raw?.trim();
    if (value !== undefined && (value !== '' || EMPTY_MEANS_NONE.includes(name))) given[name] = value;
  }
  problems.push(...unknownNames(env, file));

  const refused: SettingName[] = [];
  const parsed = settingsSchema.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0]) as SettingName;
    // What was meant for an address may hold a password before the @, or a key after the question mark.
    const isSecret = SECRET_NAMES.includes(name) || /[@?]/.test(given[name] ?? '');
    const shown = isSecret ? 'has a value that' : `is "${given[name]}", which`;
    problems.push(`${name} ${shown} is not allowed; allowed: ${issue.message}`);
    delete given[name];
    refused.push(name);
  }
  const settings = parsed.success ? parsed.data : settingsSchema.parse(given);
  problems.push(
    ...[
      missingKeyProblem(settings, 'CHAT_MODEL'),
      missingKeyProblem(settings, 'EMBEDDING_MODEL'),
      // What was refused above is not empty, and what it would have meant is not known.
      refused.some((name) => /^SLACK_|^TOKEN_/.test(name)) ? null : slackProblem(settings),
      webProblem(settings),
      traceProblem(settings),
    ].filter((problem) => problem !== null),
  );
  return { config: toConfig(settings, cwd, traceWarnings(settings, variables)), problems };
}

function readEnvFile(path: string, problems: string[]): Record<string, string> {
  try {
    return parse(readFileSync(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      problems.push(
        `.env cannot be read (${errorMessage(error)}); make it a readable text file or remove it`,
      );
    return {};
  }
}

/** Names that no other program is likely to use, nor one like them. */
const OURS_ALONE = [...SETTING_NAMES, ...SECRET_FILE_NAMES].filter(
  (name) => name.length >= 10 && name !== 'DATABASE_URL',
);

/**
 * Names that look like a setting and are none. In `.env`, which is ours alone, any near miss counts; among the
 * variables of the process only near misses of names that no other program is likely to use.
 */
function unknownNames(env: Environment, file: Environment): string[] {
  const known: readonly string[] = [...SETTING_NAMES, ...SECRET_FILE_NAMES];
  const problems: string[] = [];
  for (const name of new Set([...Object.keys(env), ...Object.keys(file)])) {
    if (known.includes(name)) continue;
    const candidates = name in file ? known : OURS_ALONE;
    const meant = candidates.find((setting) => editDistance(name, setting) <= (setting.length >= 8 ? 2 : 1));
    if (meant !== undefined) problems.push(`${name} is not a setting; did you mean ${meant}?`);
    else if (name.startsWith('CASEBOOK_'))
      problems.push(`${name} is not a setting; .env.example lists every setting`);
  }
  return problems;
}

function toConfig(settings: Settings, cwd: string, warnings: readonly string[]): Config {
  return {
    dataDir: resolve(cwd, settings.CASEBOOK_DATA_DIR),
    ...databaseOf(settings),
    corpusDirs: settings.CORPUS_DIRS.map((dir) => resolve(cwd, dir)),
    fetchAllow: settings.FETCH_ALLOW,
    fetchContact: settings.FETCH_CONTACT || null,
    chatModel: chatModelOf(settings),
    ...embeddingOf(settings, cwd),
    modelTokensPerDay: settings.MODEL_TOKENS_PER_DAY,
    promptsDir: settings.PROMPTS_DIR === SHIPPED_PROMPTS ? null : resolve(cwd, settings.PROMPTS_DIR),
    ...webOf(settings),
    slack: slackOf(settings),
    discord: discordOf(settings),
    commandPrefix: settings.COMMAND_PREFIX,
    limits: limitsOf(settings),
    correctionNoticeDays: settings.CORRECTION_NOTICE_DAYS,
    threadMemoryHours: settings.THREAD_MEMORY_HOURS,
    news: {
      enabled: settings.NEWS === 'on',
      file: resolve(cwd, settings.NEWS_FILE),
      fileNamed: settings.NEWS_FILE !== DEFAULT_NEWS_FILE,
      fullText: settings.NEWS_FULL_TEXT === 'on',
      sourcesPerDay: settings.NEWS_SOURCES_PER_DAY,
      sourcesShare: settings.NEWS_SOURCES_SHARE / 100,
    },
    ...operationOf(settings),
    secrets: [
      ...SECRET_NAMES.map((name) => String(settings[name])),
      ...passwordsIn(settings.DATABASE_URL),
    ].filter((value) => value !== ''),
    warnings,
  };
}

function chatModelOf(settings: Settings): ChatModelConfig | null {
  if (settings.CHAT_MODEL === '') return null;
  const colon = settings.CHAT_MODEL.indexOf(':');
  const provider = settings.CHAT_MODEL.slice(0, colon) as ChatProvider;
  const [apiKey, baseUrl] = {
    openai: [settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL],
    anthropic: [settings.ANTHROPIC_API_KEY, ''],
    mistral: [settings.MISTRAL_API_KEY, ''],
    ollama: ['', settings.OLLAMA_BASE_URL],
  }[provider] as [string, string];
  return {
    provider,
    model: settings.CHAT_MODEL.slice(colon + 1),
    apiKey: apiKey || null,
    baseUrl: baseUrl || null,
  };
}

/**
 * Hands LangSmith's settings to its client, which reads the environment alone: what stands in `.env` or in a file of secrets
 * is not there yet. Without tracing nothing is changed.
 */
export function passToLangSmith(
  { langSmith }: Pick<Config, 'langSmith'>,
  env: NodeJS.ProcessEnv = process.env,
): void {
  Object.assign(env, langSmith);
}

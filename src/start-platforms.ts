/** Starts every platform that the settings name, with one bot behind them. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { SlackAdapterDeps } from './adapters/slack/slack-adapter.ts';
import type { RunningNews } from './app-news.ts';
import { statePlace } from './app-state.ts';
import { type Leaving, startLeaving } from './app-workspaces.ts';
import type { Bot } from './bot/bot.ts';
import type { BotLog } from './bot/bot-log.ts';
import type { BotStore } from './bot/bot-store.ts';
import { type Corrections, startCorrections } from './bot/corrections/run-corrections.ts';
import type { Config } from './config.ts';
import type { ChatAdapter } from './core/chat.ts';
import type { ReadOverview } from './core/corpus-overview.ts';
import { errorMessage, type OperatorError } from './core/errors.ts';
import type { NewsDesk } from './core/news-desk.ts';
import type { WorkCounts } from './core/work-counts.ts';
import type { IndexClient } from './index/index-ports.ts';
import type { SlackInstallConfig } from './platform-config.ts';
import type { NewsBooks, State } from './state/state.ts';

export interface PlatformParts {
  readonly config: Config;
  readonly index: Pick<IndexClient, 'listCases' | 'listSources' | 'ownersOf' | 'readSources' | 'remove'>;
  readonly log: BotLog;
  readonly newId: () => string;
  readonly readOverview: ReadOverview;
  /** Makes the bot over what is kept from one process to the next. */
  createBot(store: BotStore, news: NewsDesk | null): Promise<Bot>;
  /** Joins the news over what is kept of them; null where no news are read. */
  readonly createNews: ((books: NewsBooks) => Promise<RunningNews>) | null;
  /** The platform, with what it does not take counted. */
  readonly watched?: (adapter: ChatAdapter) => ChatAdapter;
  /** Told when a platform refuses to go on for good: a revoked token, an intent switched off. */
  onFatal(error: OperatorError): void;
}

export interface RunningPlatforms {
  /** Where people find the bot: the web chat's address, the names of the platforms. */
  readonly places: readonly string[];
  /** Address of the web chat; null when it is not served. */
  readonly webUrl: string | null;
  readonly health: ServingHealth;
  /** Reads the file of subscriptions again. @throws OperatorError with what is wrong with it. */
  reloadNews(): Promise<void>;
  /** Lets replies under way finish for `deadline` milliseconds. */
  stop(deadline: number): Promise<void>;
}

/** What probes and metrics ask. */
export interface ServingHealth {
  /** Whether the connection to each platform stands, by its name. */
  connected(): Readonly<Record<string, boolean>>;
  /** Resolves when the state's database answers. */
  ping(): Promise<void>;
  countWork(): Promise<WorkCounts>;
}

interface Platform {
  readonly adapter: ChatAdapter;
  place(): string;
  /** True when replies can still be given after the process was killed. */
  readonly resumes: boolean;
}

/** Milliseconds between two looks for messages that a server on the same database left unanswered when it was killed. */
const TAKE_OVER_INTERVAL = 15_000;

/** @throws OperatorError when one of them cannot be started; those started before it are stopped again. */
export async function startPlatforms(parts: PlatformParts): Promise<RunningPlatforms> {
  const { config, log } = parts;
  const { openState } = await import('./state/state.ts');
  const state = await openState({
    place: statePlace(config),
    processId: parts.newId(),
    now: () => Date.now(),
    log,
  });
  const news = (await parts.createNews?.(state.news)) ?? null;
  const bot = await parts.createBot(state, news?.desk ?? null);
  const leaving = startLeaving({ departures: state.departures, index: parts.index, log });
  const started: Platform[] = [];
  let corrections: Corrections | null = null;
  const resume = () => {
    for (const { adapter, resumes } of started) if (resumes) void bot.resume(adapter);
  };
  // Another server on the same database may end at any time.
  const resuming = config.databaseUrl === null ? undefined : setInterval(resume, TAKE_OVER_INTERVAL).unref();
  const stop = async (deadline: number) => {
    clearInterval(resuming);
    const newsEnded = Promise.race([news?.stop(), sleep(deadline, undefined, { ref: false })]);
    await Promise.all([
      corrections?.stop(),
      leaving.stop(),
      bot.stop(deadline),
      // A post under way needs its platform.
      newsEnded.then(() => Promise.all(started.map(({ adapter }) => adapter.stop()))),
    ]);
    await state.close();
  };
  try {
    for (const chosen of await choosePlatforms({ ...parts, state, leaving })) {
      const platform = { ...chosen, adapter: parts.watched?.(chosen.adapter) ?? chosen.adapter };
      await platform.adapter.start(bot.deskFor(platform.adapter));
      started.push(platform);
      if (platform.resumes) void bot.resume(platform.adapter);
      log.info({ platform: platform.adapter.platform }, 'receiving');
    }
  } catch (error) {
    await stop(0);
    throw error;
  }
  corrections = startCorrections({
    book: state.corrections,
    corpus: parts.index,
    days: config.correctionNoticeDays,
    platforms: started.map(({ adapter }) => adapter),
    log,
    now: () => Date.now(),
    secrets: config.secrets,
  });
  news?.start(started.map(({ adapter }) => adapter));
  const web = started.find(({ adapter }) => adapter.platform === 'web');
  const health: ServingHealth = {
    connected: () =>
      Object.fromEntries(started.map(({ adapter }) => [adapter.platform, adapter.connected?.() ?? true])),
    ping: () => state.ping(),
    countWork: () => state.countWork(),
  };
  return {
    places: started.map(({ place }) => place()),
    webUrl: web?.place() ?? null,
    health,
    reloadNews: async () => news?.reload(),
    stop,
  };
}

/** What platforms keep of the workspaces that they serve. */
interface KeptParts extends PlatformParts {
  readonly state: State;
  readonly leaving: Leaving;
}

async function choosePlatforms(parts: KeptParts): Promise<Platform[]> {
  const { config } = parts;
  const platforms: Platform[] = [];
  if (config.web) platforms.push(await webPlatform(parts));
  if (config.slack !== null) platforms.push(await slackPlatform(parts, config.slack));
  if (config.discord !== null) platforms.push(await discordPlatform(parts, config.discord));
  return platforms;
}

async function webPlatform({ config, index, log, newId, readOverview }: PlatformParts): Promise<Platform> {
  const { createWebAdapter } = await import('./adapters/web/web-adapter.ts');
  const about = async () => {
    const cases = await index.listCases();
    return { ...(await readOverview()), caseIds: [...new Set(cases.map(({ id }) => id))] };
  };
  const adapter = createWebAdapter({
    host: config.host,
    port: config.port,
    access: config.webAccess,
    about,
    newId,
    log,
  });
  return { adapter, place: () => adapter.url, resumes: false };
}

async function slackPlatform(
  { config, log, newId, state, leaving }: KeptParts,
  { host, port, install, ...slack }: NonNullable<Config['slack']>,
): Promise<Platform> {
  const { createSlackAdapter } = await import('./adapters/slack/slack-adapter.ts');
  const { commandPrefix } = config;
  const adapter = createSlackAdapter({
    ...slack,
    installing: install === null ? null : await slackInstalling(install, { state, leaving, log }),
    http: { host, port },
    commandPrefix,
    log,
    newId,
  });
  return { adapter, place: () => 'in Slack', resumes: true };
}

/** @throws OperatorError when a key is missing with which tokens were encrypted. */
async function slackInstalling(
  { keys, ...app }: SlackInstallConfig,
  { state, leaving, log }: Pick<KeptParts, 'state' | 'leaving' | 'log'>,
): Promise<NonNullable<SlackAdapterDeps['installing']>> {
  const shelf = state.installations('slack', keys);
  const resealed = await shelf.reseal();
  if (resealed > 0) log.info({ resealed }, 'tokens are encrypted with the first key now: the others may go');
  // Slack asks for prompt deletion.
  return { ...app, shelf, onDeparture: leaving.onDeparture('slack', 0) };
}

/** Milliseconds: people throw an app out and add it again, to repair its permissions. */
const DISCORD_GRACE = 7 * 24 * 60 * 60_000;

async function discordPlatform(
  { config, log, newId, onFatal, state, leaving }: KeptParts,
  discord: NonNullable<Config['discord']>,
): Promise<Platform> {
  const { createDiscordAdapter } = await import('./adapters/discord/discord-adapter.ts');
  const { commandPrefix } = config;
  const onDeparture = leaving.onDeparture('discord', DISCORD_GRACE);
  const onPresent = leaving.onPresent('discord');
  const adapter = createDiscordAdapter({
    ...discord,
    commandPrefix,
    log,
    newId,
    onFatal,
    leases: config.databaseUrl === null ? null : { ...state.news.leases, owner: newId() },
    onGuildGone: (workspaceId) =>
      void onDeparture({ workspaceId, at: Date.now() }).catch((error: unknown) =>
        log.warn({ workspaceId, error: errorMessage(error) }, 'that a server has left could not be noted'),
      ),
    onGuildsPresent: (ids) => void onPresent(ids),
  });
  return { adapter, place: () => 'in Discord', resumes: true };
}

/** Joins the bot: what it answers with, what it keeps, and how much it takes. */
import { createAsk } from './app-answering.ts';
import type { Telemetry } from './app-telemetry.ts';
import type { Bot } from './bot/bot.ts';
import type { BotLog } from './bot/bot-log.ts';
import type { BotStore } from './bot/bot-store.ts';
import type { Pictures } from './bot/pictures.ts';
import type { Config } from './config.ts';
import type { CaseBook } from './core/case-book.ts';
import type { ReadOverview } from './core/corpus-overview.ts';
import type { NewsDesk } from './core/news-desk.ts';
import type { IndexClient } from './index/index-ports.ts';

export interface BotParts {
  readonly config: Config;
  readonly index: IndexClient;
  readonly log: BotLog;
  readonly cases: CaseBook;
  readonly pictures: Pictures;
  readonly readOverview: ReadOverview;
  readonly newId: () => string;
  readonly telemetry: Telemetry | undefined;
}

export type MakeBot = (options: {
  readonly askerIsOperator: boolean;
  /** Null keeps nothing. */
  readonly store: BotStore | null;
  /** Null where no news are read. */
  readonly news: NewsDesk | null;
}) => Promise<Bot>;

/** Loads what the bot is made of when it is made. */
export function botMaker({ config, index, telemetry, ...parts }: BotParts): MakeBot {
  return async ({ askerIsOperator, store, news }) => {
    const [{ createBot }, ask] = await Promise.all([
      import('./bot/bot.ts'),
      createAsk(config, index, parts.log),
    ]);
    return createBot({
      ...parts,
      ask,
      store,
      ...(news === null ? {} : { news }),
      now: () => performance.now(),
      clock: () => new Date(),
      secrets: config.secrets,
      logText: config.logText,
      ...(telemetry === undefined || askerIsOperator ? {} : { observer: telemetry.messages }),
      limits: config.limits,
      threadMemoryHours: config.threadMemoryHours,
      askerIsOperator,
    });
  };
}

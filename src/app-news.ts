/** Runs the news in a process that serves: polling, judging and posting, each at its own pace. */
import { hostname } from 'node:os';
import { createNewsFile, systemTimeZone } from './app-news-file.ts';
import { createFindFeed } from './app-news-find.ts';
import { createPreview } from './app-news-preview.ts';
import { createNewsStages, type NewsParts, type NewsStages } from './app-news-stages.ts';
import { type Rounds, startRounds } from './app-rounds.ts';
import type { ChatAdapter } from './core/chat.ts';
import type { NewsDesk } from './core/news-desk.ts';
import type { NewsDelivery } from './news/deliver/delivery.ts';
import { createNewsDesk } from './news/desk/create-news-desk.ts';
import { reasonWords } from './news/relevance/phrases.ts';

export interface RunningNews {
  readonly desk: NewsDesk;
  /** Reads the file of subscriptions now, if it has changed. @throws OperatorError with what is wrong with it. */
  reload(): Promise<void>;
  /** Begins to poll, to judge and to post on those of the platforms that can. */
  start(platforms: readonly ChatAdapter[]): void;
  /** Lets the post under way end, and gives back all that this process has claimed. Never rejects. */
  stop(): Promise<void>;
}

/** What tells this process from others that share the database, its clock and its chance. */
export function thisProcess(newId: () => string): Pick<NewsParts, 'owner' | 'now' | 'random' | 'newId'> {
  return { owner: `${hostname()}:${process.pid}:${newId()}`, now: Date.now, random: Math.random, newId };
}

/** Milliseconds between two looks at whether there is something to judge; a look is one small query. */
const JUDGE_PAUSE = 5_000;
/** Milliseconds between two whole rounds of the newsroom, with digests and notices: a digest is that late at most. */
const WHOLE_ROUND = 30_000;
/** Milliseconds between two looks at what is to be posted. */
const DELIVER_PAUSE = 3_000;
/** Milliseconds between two looks at the file of subscriptions. */
const FILE_PAUSE = 60_000;

export function createNews(parts: NewsParts): RunningNews {
  const { config, books, log, now, random } = parts;
  const stages = createNewsStages(parts);
  const rounds: Rounds[] = [];
  let running: readonly ChatAdapter[] = [];
  let delivery: NewsDelivery | null = null;

  const begin = (name: string, pauseMs: number, round: (signal: AbortSignal) => Promise<void>): void => {
    const onError = (error: unknown) =>
      log.warn({ error: stages.describe(error) }, `${name} failed: it is tried again`);
    rounds.push(startRounds({ round, pauseMs, random, onError }));
  };

  const syncFile = createNewsFile({ news: config.news, lexicon: parts.lexicon, books, now });
  let reading: Promise<void> | null = null;
  const readFile = (): Promise<void> => {
    reading ??= syncFile()
      .then((synced) => {
        if (synced !== null) log.info({ ...synced }, 'read the file of subscriptions');
      })
      .finally(() => {
        reading = null;
      });
    return reading;
  };

  return {
    desk: createDesk(parts, stages, () => running),
    reload: readFile,
    start(platforms) {
      running = platforms;
      const posting = stages.delivery(() => running);
      delivery = posting;
      begin('reading the file of subscriptions', FILE_PAUSE, readFile);
      stages.poller.start();
      begin('judging news', JUDGE_PAUSE, judging(stages, parts));
      begin('posting news', DELIVER_PAUSE, async () => {
        const names = running.filter(({ publish }) => publish !== undefined).map(({ platform }) => platform);
        const next = names.length === 0 ? null : await books.deliveries.nextDue(names);
        if (next !== null && Date.parse(next) <= now()) await posting.round();
      });
    },
    async stop() {
      const ending = [stages.poller.stop(), ...rounds.map((one) => one.stop()), delivery?.stop()];
      for (const result of await Promise.allSettled(ending))
        if (result.status === 'rejected')
          log.warn({ error: stages.describe(result.reason) }, 'the news did not stop as they should');
      await stages.close().catch(() => undefined);
    },
  };
}

/** A whole round now and then, and whenever there is something to judge. */
function judging(
  stages: NewsStages,
  { books, config, now, watch }: Pick<NewsParts, 'books' | 'config' | 'now' | 'watch'>,
): (signal: AbortSignal) => Promise<void> {
  let wholeAt = Number.NEGATIVE_INFINITY;
  return async (signal) => {
    const due = now() - wholeAt >= WHOLE_ROUND;
    if (!due && (await books.stories.nextItems(1)).length === 0) return;
    wholeAt = now();
    const round = await stages.newsroom.round(signal);
    watch?.onJudged(round);
    if (round.mine && config.news.sourcesPerDay > 0) await stages.feedCorpus(signal);
  };
}

function createDesk(parts: NewsParts, stages: NewsStages, platforms: () => readonly ChatAdapter[]): NewsDesk {
  const { books, config, lexicon, log, now, newId } = parts;
  return createNewsDesk({
    books,
    lexicon,
    findFeed: createFindFeed(stages.fetch),
    previewOf: createPreview({ stages, books, log, now, newId }),
    reasonText: reasonWords,
    publishes: (name) =>
      platforms().some(({ platform, publish }) => platform === name && publish !== undefined),
    timeZone: systemTimeZone(),
    fullText: config.news.fullText,
    now,
    newId: () => shortId(parts.random),
  });
}

/** Without the letter that ids of the file begin with. */
const LETTERS = 'abcdeghjkmnpqrstuvwxyz23456789';

/** Six letters and digits that are not taken for one another: typed by hand, and unique with the look-up that follows. */
function shortId(random: () => number): string {
  return Array.from({ length: 6 }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('');
}

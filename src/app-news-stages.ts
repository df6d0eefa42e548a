/** Joins the stages of the news over one set of books: polling, judging and placing, the corpus, posting. */
import type { ArticleReader } from './app-claims.ts';
import { createAuthorityOf, createFeedCorpus } from './app-news-corpus.ts';
import { createArticleReader, createNewsFetch } from './app-news-fetch.ts';
import { createItemJudge } from './app-news-judge.ts';
import type { BotLog } from './bot/bot-log.ts';
import { describeError } from './bot/describe-error.ts';
import type { Config } from './config.ts';
import type { AnswerLang } from './core/answer.ts';
import type { Picture } from './core/picture.ts';
import type { Report } from './core/report.ts';
import type { IndexClient } from './index/index-ports.ts';
import { identifyLanguage } from './lexicon/identify-language.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { Outcome } from './news/deliver/deliver-one.ts';
import { createDelivery, type NewsDelivery } from './news/deliver/delivery.ts';
import type { NewsPlatform } from './news/deliver/delivery-ports.ts';
import { createRenderDelivery, type RenderDeps } from './news/deliver/render-delivery.ts';
import { findFeeds } from './news/feed/find-feeds.ts';
import { readFeed } from './news/feed/read-feed.ts';
import { feedCorpus } from './news/newsroom/feed-corpus.ts';
import { createNewsroom, type Newsroom, type NewsroomRound } from './news/newsroom/newsroom.ts';
import type { FullTextOf, JudgeItem } from './news/newsroom/newsroom-ports.ts';
import { createArticleFetcher } from './news/poll/article-fetcher.ts';
import { createHostGate } from './news/poll/host-gate.ts';
import type { NewsFetch } from './news/poll/news-fetch.ts';
import type { Polled } from './news/poll/polled.ts';
import { createPoller, type Poller } from './news/poll/poller.ts';
import { digestReport } from './news/render/digest-report.ts';
import { storyReport } from './news/render/story-report.ts';
import { updateReport } from './news/render/update-report.ts';
import { createPlaceReport } from './news/story/create-place-report.ts';
import type { PlaceReport } from './news/story/place-report.ts';
import { createSubscriptionRules, type SubscriptionRules } from './news/subscribe/subscription-rules.ts';
import type { NewsBooks } from './state/state.ts';

/** Whoever counts what the news do; must not throw. */
export interface NewsWatch {
  onPolled(polled: Pick<Polled, 'kind'>, fresh: number): void;
  onJudged(round: Pick<NewsroomRound, 'judged' | 'relevant'>): void;
  onOutcome(platform: string, outcome: Outcome): void;
}

export interface NewsParts {
  readonly config: Config;
  readonly index: IndexClient;
  readonly articles: Pick<ArticleReader, 'around'>;
  readonly lexicon: Lexicon;
  readonly books: NewsBooks;
  readonly log: BotLog;
  readonly watch?: NewsWatch;
  /** Never rejects; null where nothing can be drawn. */
  readonly draw: (report: Report) => Promise<Picture | null>;
  /** Unique for this process. */
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: () => number;
  readonly newId: () => string;
}

export interface NewsStages {
  readonly fetch: NewsFetch;
  readonly rules: SubscriptionRules;
  readonly judge: JudgeItem;
  readonly fullTextOf: FullTextOf;
  readonly place: PlaceReport;
  readonly render: Pick<RenderDeps, 'story' | 'update' | 'digest' | 'caseTitles'>;
  readonly poller: Poller;
  readonly newsroom: Newsroom;
  /** Takes reports of stories into the corpus. @returns how many. */
  feedCorpus(signal: AbortSignal): Promise<number>;
  delivery(platforms: () => readonly NewsPlatform[]): NewsDelivery;
  /** An error in one line, without secrets. */
  describe(error: unknown): string;
  close(): Promise<void>;
}

/** Characters of an error that are kept: a line for each mistake of a file. */
const LONGEST_ERROR = 1_000;
/** Milliseconds for which cases and sources are taken for what they were. */
const KNOWN_FOR = 60_000;

export function createNewsStages(parts: NewsParts): NewsStages {
  const { config, index, lexicon, books, log, owner, now, random, newId, watch } = parts;
  const clock = () => new Date(now());
  const fetch = createNewsFetch(config);
  const gate = createHostGate();
  const pages = createArticleReader(clock);
  const rules = createSubscriptionRules(lexicon);
  const judge = createItemJudge({ config, lexicon, listCases: () => index.listCases(), log, now });
  const place = createPlaceReport({ lexicon });
  const fullTextOf = createArticleFetcher({
    fetch,
    readArticle: (page) => pages.read(page),
    gate,
    now: clock,
    log,
  });
  const authorities = cached(async () => createAuthorityOf(await index.listSources()), now);
  const titles = cached(async () => index.listCases(), now);
  const corpus = createFeedCorpus(index, parts.articles);
  const render = {
    story: storyReport,
    update: updateReport,
    digest: digestReport,
    caseTitles: async (lang: AnswerLang) =>
      new Map((await titles()).map(({ id, title }) => [id, title[lang] ?? title.en])),
  };
  const describe = (error: unknown) => {
    const { message } = describeError(error, config.secrets);
    return message.replace(/\s*\n\s*/g, '; ').slice(0, LONGEST_ERROR);
  };
  return {
    fetch,
    rules,
    judge,
    fullTextOf,
    place,
    render,
    poller: createPoller({
      feeds: books.feeds,
      fetch,
      readFeed,
      findFeeds,
      gate,
      owner,
      log,
      now: clock,
      random,
      ...(watch === undefined ? {} : { onPolled: watch.onPolled }),
    }),
    newsroom: createNewsroom({
      books,
      rules,
      place,
      judge,
      fullTextOf,
      identifyLang: identifyLanguage,
      authorityOf: async (url) => (await authorities())(url),
      owner,
      now,
      newId,
      log,
    }),
    feedCorpus: (signal) =>
      feedCorpus(
        {
          stories: books.stories,
          corpus,
          caps: { perDay: config.news.sourcesPerDay, share: config.news.sourcesShare },
          now,
          log,
        },
        signal,
      ),
    delivery: (platforms) =>
      createDelivery({
        books,
        rules,
        render: createRenderDelivery({ ...books, ...render, wants: rules.wants, draw: parts.draw, now }),
        platforms,
        owner,
        now,
        random,
        log,
        describe,
        ...(watch === undefined ? {} : { onOutcome: watch.onOutcome }),
      }),
    describe,
    close: () => pages.close(),
  };
}

/** Asks anew when the last answer is a minute old. */
function cached<T>(ask: () => Promise<T>, now: () => number): () => Promise<T> {
  let known: Promise<T> | null = null;
  let askedAt = 0;
  return () => {
    if (known === null || now() - askedAt > KNOWN_FOR) {
      askedAt = now();
      known = ask();
      // What failed is asked again.
      known.catch(() => {
        known = null;
      });
    }
    return known;
  };
}

/** One round of the news by hand: polling, judging, the corpus; and, tried on a copy, what would be posted. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { NewsStages } from './app-news-stages.ts';
import { OperatorError } from './core/errors.ts';
import { reportText } from './core/report.ts';
import type { NewsPlatform } from './news/deliver/delivery-ports.ts';
import type { Judgement } from './news/judgement.ts';
import type { KeptItem, StoryBook } from './news/story-book.ts';
import type { NewsBooks } from './state/state.ts';

export interface JudgedLine {
  readonly feedId: string;
  readonly key: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly relevant: boolean;
  /** 0 to 1. */
  readonly score: number;
  readonly kinds: Judgement['kinds'];
  readonly storyId: string | null;
  /** True when it opened the story. */
  readonly opened: boolean;
}

export interface WouldPost {
  readonly platform: string;
  readonly channelId: string;
  readonly title: string;
  readonly text: string;
}

export interface RoundResult {
  readonly polled: number;
  readonly unchanged: number;
  readonly fresh: number;
  readonly failed: readonly { readonly feed: string; readonly reason: string }[];
  readonly judged: readonly JudgedLine[];
  /** Sources that joined the corpus; none in a dry run. */
  readonly sources: number;
  /** What would be posted now, in a dry run; null otherwise: the server posts. */
  readonly posts: readonly WouldPost[] | null;
}

export interface RoundOptions {
  /** Ids of feeds that are polled whether they are due or not; empty polls what is due. */
  readonly feeds: readonly string[];
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { readonly polled: number; readonly feed: string }) => void;
  /** True when the books are a copy. */
  readonly dry: boolean;
  readonly intoCorpus: boolean;
}

/** Milliseconds for which a server is waited for that judges at the moment. */
const PATIENCE = 120_000;
const LOOK_AGAIN = 500;

/** Books that tell what is recorded in them. */
export function tellingBooks(books: NewsBooks, tell: (line: JudgedLine) => void): NewsBooks {
  const items = new Map<string, KeptItem>();
  const idOf = ({ feedId, key }: Pick<KeptItem, 'feedId' | 'key'>) => JSON.stringify([feedId, key]);
  const stories: StoryBook = {
    ...books.stories,
    async nextItems(limit) {
      const next = await books.stories.nextItems(limit);
      for (const item of next) items.set(idOf(item), item);
      return next;
    },
    async record(verdict) {
      const recorded = await books.stories.record(verdict);
      const { judgement, story } = verdict;
      const item = items.get(idOf(verdict.item));
      items.delete(idOf(verdict.item));
      if (recorded && item !== undefined)
        tell({
          ...{ feedId: item.feedId, key: item.key, title: item.title, url: item.url },
          ...{ relevant: judgement.relevant, score: judgement.score, kinds: judgement.kinds },
          storyId: story?.id ?? null,
          opened: story?.reports.length === 1,
        });
      return recorded;
    },
  };
  return { ...books, stories };
}

/**
 * @param judged filled by the books of the stages: `tellingBooks`.
 * @throws the reason of the signal; OperatorError when another process does not stop judging.
 */
export async function newsRound(
  stages: NewsStages,
  books: NewsBooks,
  judged: readonly JudgedLine[],
  { feeds, signal, onProgress, dry, intoCorpus }: RoundOptions,
): Promise<RoundResult> {
  for (const id of feeds) await pollNow(books, id);
  const { polled, unchanged, fresh, failed } = await stages.poller.pollOnce(signal, onProgress);
  await judgeAll(stages, signal);
  const sources = dry || !intoCorpus ? 0 : await stages.feedCorpus(signal);
  const posts = dry ? await wouldPost(stages) : null;
  return { polled, unchanged, fresh, failed, judged, sources, posts };
}

async function pollNow(books: NewsBooks, id: string): Promise<void> {
  const feed = await books.feeds.find(id);
  if (feed === null) throw new OperatorError(`there is no feed ${id}: npm run news -- list shows them`);
  if (feed.disabledAt !== null)
    throw new OperatorError(
      `the feed ${id} is disabled: npm run news -- enable ${id} lets it be polled again`,
    );
  await books.feeds.enable(id);
}

/** Whoever judges at the moment is waited for: afterwards all is judged, by whomever. */
async function judgeAll(stages: NewsStages, signal: AbortSignal): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += LOOK_AGAIN) {
    if ((await stages.newsroom.round(signal)).mine) return;
    await sleep(LOOK_AGAIN, undefined, { signal }).catch(() => undefined);
    signal.throwIfAborted();
  }
  throw new OperatorError('another process has been judging news for two minutes: try again later');
}

/** Posts on platforms that only remember. */
async function wouldPost(stages: NewsStages): Promise<WouldPost[]> {
  const posts: WouldPost[] = [];
  const pretend = (platform: string): NewsPlatform => ({
    platform,
    async publish({ channelId }, { report }) {
      posts.push({ platform, channelId, title: report.title, text: reportText(report) });
      return `${platform}-${posts.length}`;
    },
    revise: async () => undefined,
  });
  const delivery = stages.delivery(() => [pretend('slack'), pretend('discord')]);
  await delivery.round();
  await delivery.stop();
  return posts;
}

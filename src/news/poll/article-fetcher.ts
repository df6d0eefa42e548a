/** Fetches the whole article of an item of which the feed holds only a teaser. */
import { createDeadline } from '../../core/deadline.ts';
import { errorMessage } from '../../core/errors.ts';
import type { FeedBytes } from '../feed-item.ts';
import type { KeptItem } from '../story-book.ts';
import { type HostGate, hostOf } from './host-gate.ts';
import { isWholeArticle } from './is-whole-article.ts';
import type { NewsFetch } from './news-fetch.ts';
import type { PollLog } from './poll-log.ts';

/** Milliseconds for an article, with the wait for its host: what is judged next waits as long. */
const TIMEOUT = 20_000;
/** Articles of one feed in any hour: a feed that brings more at once is judged by its teasers. */
const PER_HOUR = 30;
const HOUR = 3_600_000;
/** Code units: a teaser this long is the article, or as good as one. */
const WHOLE = 2_500;
/** Code units that are kept of an article, as of a feed's own texts. */
const LONGEST = 200_000;

export interface ArticleFetcherDeps {
  readonly fetch: NewsFetch;
  /** The article of a page as plain text; null when there is none. */
  readonly readArticle: (page: FeedBytes) => Promise<string | null>;
  /** Shared with the poller. */
  readonly gate: HostGate;
  readonly now: () => Date;
  readonly log: PollLog;
  /** Milliseconds; 20 s by default. */
  readonly timeoutMs?: number;
  /** Articles of a feed in any hour; 30 by default. */
  readonly perHour?: number;
}

/**
 * @returns the article; null when it is not asked for, not needed, or not to be had: then the teaser stays. Rejects only
 * with the reason of the signal.
 */
export type FullTextOf = (
  item: Pick<KeptItem, 'feedId' | 'fullText' | 'title' | 'teaser' | 'text' | 'url'>,
  signal: AbortSignal,
) => Promise<string | null>;

export function createArticleFetcher(deps: ArticleFetcherDeps): FullTextOf {
  const { timeoutMs = TIMEOUT, perHour = PER_HOUR, gate, log } = deps;
  /** Milliseconds since the epoch of each feed's fetches in the last hour. */
  const fetches = new Map<string, number[]>();

  function mayFetch(feedId: string): boolean {
    const time = deps.now().getTime();
    for (const [id, times] of fetches) {
      const recent = times.filter((one) => time - one < HOUR);
      if (recent.length === 0) fetches.delete(id);
      else fetches.set(id, recent);
    }
    const times = fetches.get(feedId) ?? [];
    if (times.length >= perHour) return false;
    fetches.set(feedId, [...times, time]);
    return true;
  }

  async function articleAt(url: string, signal: AbortSignal): Promise<string | null> {
    const host = hostOf(url);
    await gate.enter(host, signal);
    try {
      const page = await deps.fetch(url, { signal, want: 'page', timeoutMs });
      if (page.ok) return await Promise.race([deps.readArticle(page), aborted(signal)]);
      log.info({ host, reason: page.reason }, 'an article was not fetched: its teaser stays');
      return null;
    } finally {
      gate.leave(host);
    }
  }

  return async (item, signal) => {
    signal.throwIfAborted();
    const { url, text, teaser, feedId } = item;
    if (!item.fullText || text !== null || url === null || teaser.length >= WHOLE) return null;
    if (!mayFetch(feedId)) return null;
    const deadline = createDeadline(timeoutMs, signal);
    try {
      const article = await articleAt(url, deadline.signal);
      return article !== null && isWholeArticle(article, item) ? article.slice(0, LONGEST) : null;
    } catch (error) {
      signal.throwIfAborted();
      log.info(
        { host: hostOf(url), reason: errorMessage(error) },
        'an article was not fetched: its teaser stays',
      );
      return null;
    } finally {
      deadline.end();
    }
  };
}

/** Never resolves. Rejects with the reason of the signal. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** What a round of polls came to. */
import type { FeedRecord } from '../feed-book.ts';
import type { Polled } from './polled.ts';

export interface PollTally {
  readonly polled: number;
  /** Feeds of which nothing was read, since nothing had changed. */
  readonly unchanged: number;
  /** Items that are new and will be judged. */
  readonly fresh: number;
  readonly failed: readonly { readonly feed: string; readonly reason: string }[];
  /** Feeds that were not sent again, because the server was told what we have (304). */
  readonly requestsSaved: number;
}

export interface PollCount {
  add(feed: FeedRecord, polled: Polled, fresh: number): void;
  tally(): PollTally;
}

export function createPollCount(): PollCount {
  const counts = { polled: 0, unchanged: 0, fresh: 0, requestsSaved: 0 };
  const failures: { feed: string; reason: string }[] = [];
  return {
    add(feed, { kind, result }, fresh) {
      counts.polled += 1;
      counts.fresh += fresh;
      if (kind === 'not-modified' || kind === 'same') counts.unchanged += 1;
      if (kind === 'not-modified') counts.requestsSaved += 1;
      if (kind === 'failed') failures.push({ feed: feed.url, reason: result.trouble ?? '' });
    },
    tally: () => ({ ...counts, failed: [...failures] }),
  };
}

/** The feeds and their items, as they are kept: the port of the poller. */
import type { FeedItem } from './feed-item.ts';

export interface FeedRecord {
  readonly id: string;
  /** `global` for the operator's feeds, otherwise the workspace that added it. */
  readonly scope: string;
  /** Where it is polled; follows permanent redirects. */
  readonly url: string;
  /** As it was given first. */
  readonly givenUrl: string;
  readonly title: string | null;
  readonly siteUrl: string | null;
  /** ISO 639-1 code; null when unknown. */
  readonly lang: string | null;
  /** True: an item's whole article is fetched where the feed holds only a teaser. */
  readonly fullText: boolean;
  /** Times are ISO 8601 in UTC. */
  readonly addedAt: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** SHA-256 (hex) of the last body: an equal one is not read again. */
  readonly bodyHash: string | null;
  readonly nextPollAt: string;
  readonly lastPolledAt: string | null;
  readonly lastOkAt: string | null;
  /** Failed polls in a row. */
  readonly failures: number;
  /** Last failure, or why it is disabled; null when all is well. */
  readonly trouble: string | null;
  readonly disabledAt: string | null;
  /** True once a poll has succeeded: what stood in the feed then is never posted. */
  readonly seeded: boolean;
}

export interface NewFeed {
  readonly scope: string;
  readonly url: string;
  readonly fullText: boolean;
}

/** What a poll changes of a feed. What is left out stays. */
export interface PollResult {
  readonly url?: string;
  readonly title?: string | null;
  readonly siteUrl?: string | null;
  readonly lang?: string | null;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly bodyHash?: string;
  readonly nextPollAt: string;
  readonly ok: boolean;
  readonly failures: number;
  readonly trouble: string | null;
  /** True disables the feed until a person enables it. */
  readonly disable?: boolean;
}

export interface FeedBook {
  /** Adds the feed, or gives the one that the scope has at this address. Due at once. */
  add(feed: NewFeed): Promise<FeedRecord>;
  find(feedId: string): Promise<FeedRecord | null>;
  list(): Promise<FeedRecord[]>;
  /** With all its items; stories keep their reports. */
  remove(feedId: string): Promise<void>;
  setFullText(feedId: string, fullText: boolean): Promise<void>;
  /** Lets it be polled again, at once. */
  enable(feedId: string): Promise<void>;
  /**
   * Feeds that are due, the longest due first; each belongs to the owner until `leaseMs` have passed, after which
   * another may take it.
   */
  claimDue(owner: string, limit: number, leaseMs: number): Promise<FeedRecord[]>;
  /**
   * Ends a poll: what is new of the items and the feed's new state are stored in one transaction, or neither. An item is
   * new when its key is not known. Those of the first successful poll are kept as seen, and never judged.
   *
   * @returns how many were new; null when the owner no longer has the feed: then nothing was stored.
   */
  finishPoll(
    owner: string,
    feedId: string,
    result: PollResult,
    items: readonly FeedItem[],
  ): Promise<number | null>;
  /** When the next feed is due, ISO 8601; null when there is none. */
  nextDue(): Promise<string | null>;
}

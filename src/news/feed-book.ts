/** The feeds and their items, as they are kept: the port of the poller. */
import type { FeedItem } from './feed-item.ts';
import type { FeedTroubleCode } from './feed-trouble.ts';

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
  /** Last failure, or why it is disabled, in English with its details; null when all is well. */
  readonly trouble: string | null;
  /** What kind of trouble it is, for people: `feedTroubleText` has its words in three languages. */
  readonly troubleCode: FeedTroubleCode | null;
  readonly disabledAt: string | null;
  /** True once a poll has succeeded: what stood in the feed then is never posted. */
  readonly seeded: boolean;
  /** Minutes between two polls as they were last worked out; null before the first. */
  readonly intervalMinutes: number | null;
  /** Minutes that the feed itself asked to wait when it was last read; null when it did not. */
  readonly refreshMinutes: number | null;
  /** Where permanent redirects have led of late; null when they did not. */
  readonly movedTo: string | null;
  /** Polls in a row that they led there. */
  readonly movedPolls: number;
  /** True: the file of subscriptions brought it. */
  readonly fromFile: boolean;
}

/** An item as a poll saw it: what tells it from what is known, and whether it can be news. */
export interface SightedItem {
  readonly item: FeedItem;
  /** Hash of its link without what changes from poll to poll; null when it has none of its own. */
  readonly linkMark: string | null;
  /** Hash of title and date; null when one is missing or says too little. */
  readonly titleMark: string | null;
  /** False: kept as seen, never judged, such as an old item that a feed brings up again. */
  readonly news: boolean;
}

export interface NewFeed {
  readonly scope: string;
  readonly url: string;
  readonly fullText: boolean;
  /** Left out: false. A feed that is there already stays what it was. */
  readonly fromFile?: boolean;
}

/** What a poll changes of a feed. What is left out stays. */
export interface PollResult {
  /** It has moved for good. When the scope has another feed there, the address stays as it was. */
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
  readonly troubleCode: FeedTroubleCode | null;
  readonly intervalMinutes?: number;
  readonly refreshMinutes?: number | null;
  readonly movedTo?: string | null;
  readonly movedPolls?: number;
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
   * Ends a poll: what is new of the items and the feed's new state are stored in one transaction, or neither, and the
   * lease ends. An item is new when the feed has none with its key, its link mark (not null) or its title mark (not
   * null). Those of the first successful poll, and those that are no news, are kept as seen (`seed`) and never judged.
   * What stood in the feed when it was last read stays known, however old it is: forgotten, it would be new again.
   *
   * @returns how many were new and will be judged; null when the owner no longer has the feed: then nothing was stored.
   */
  finishPoll(
    owner: string,
    feedId: string,
    result: PollResult,
    items: readonly SightedItem[],
  ): Promise<number | null>;
  /** Gives back what the owner has claimed, at once: it stops. */
  release(owner: string): Promise<void>;
  /** When the next feed is due, ISO 8601; null when there is none. */
  nextDue(): Promise<string | null>;
}

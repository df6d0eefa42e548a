/** A feed and its items, as they were read: plain text, whole addresses, no markup. */

export interface FeedItem {
  /**
   * Tells the item from the others of its feed, and again when it is polled: its guid or id, else its address, else a
   * hash of title and text. At most 500 UTF-16 code units; a longer one is hashed.
   */
  readonly key: string;
  /** One line, at most 500 code units; empty when there is none. */
  readonly title: string;
  /** Description or summary, at most 5,000 code units; empty when there is none. */
  readonly teaser: string;
  /** The whole article where the feed carries it, at most 200,000 code units; null otherwise. */
  readonly text: string | null;
  /** Absolute, http or https, without tracking parameters; a fragment is kept. Null when there is none. */
  readonly url: string | null;
  /** ISO 8601 in UTC; that of the last change where no other is stated; null when none is or it is not readable. */
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  /** ISO 639-1 code as item or feed states it; null when neither does. */
  readonly lang: string | null;
  /** Where the feed took the item from (RSS `source`); null when it is the feed's own. */
  readonly publisher: string | null;
}

export const FEED_FORMATS = ['rss', 'atom', 'rdf', 'json', 'cdf'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

export interface Feed {
  readonly format: FeedFormat;
  readonly title: string | null;
  readonly siteUrl: string | null;
  /** Where the feed says that it is (`atom:link rel="self"`); a hint, never followed by itself. */
  readonly selfUrl: string | null;
  /** ISO 639-1 code; null when not stated. */
  readonly lang: string | null;
  /** Minutes that the publisher asks to wait between two polls (`ttl`, `sy:updatePeriod`); null when it does not. */
  readonly refreshMinutes: number | null;
  /** In the order of the feed. */
  readonly items: readonly FeedItem[];
  /** What was broken and read all the same, a line each, for operators; empty for a sound feed. */
  readonly problems: readonly string[];
}

export interface FeedBytes {
  readonly bytes: Uint8Array;
  /** Where it was fetched: relative addresses are resolved against it. */
  readonly url: string;
  /** Media type as the server states it, such as `application/rss+xml`; empty when it does not. */
  readonly contentType: string;
  /** As the server states it; null when it does not. */
  readonly charset: string | null;
}

/** Never throws. `reason` is one line that says what to do. */
export type ReadFeed = (
  input: FeedBytes,
) => { readonly ok: true; readonly feed: Feed } | { readonly ok: false; readonly reason: string };

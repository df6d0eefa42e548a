/** A channel's standing order for news. */
import type { AnswerLang } from './answer.ts';
import type { Place } from './chat.ts';
import type { NewsFilter } from './news-filter.ts';

export const NEWS_MODES = ['live', 'digest'] as const;
export type NewsMode = (typeof NEWS_MODES)[number];

/**
 * What is listened to: one feed, or words looked for in every feed that the workspace may see. No words let the filter
 * alone decide.
 */
export type NewsSubject =
  | { readonly type: 'feed'; readonly feedId: string; readonly url: string }
  | { readonly type: 'topic'; readonly words: string };

/** Times of day in the subscription's time zone, `22:00`; the span may pass midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

export interface Subscription {
  /** Unique in the installation, short enough to be typed. */
  readonly id: string;
  readonly place: Place;
  readonly subject: NewsSubject;
  /** Null lets everything pass that is about attribution. */
  readonly filter: NewsFilter | null;
  readonly mode: NewsMode;
  /** When digests are posted, as a cron pattern of five fields; null in `live`. */
  readonly schedule: string | null;
  /** IANA name, such as `Europe/Paris`. */
  readonly timeZone: string;
  readonly lang: AnswerLang;
  readonly quietHours: QuietHours | null;
  /** Posts in any sixty minutes, 1 to 60; edits of a post do not count. */
  readonly maxPerHour: number;
  /** ISO 8601 in UTC; stories that were opened before it are never posted. */
  readonly createdAt: string;
  /** Id of the person who made it, empty once she is forgotten; null for one from the file of subscriptions. */
  readonly createdBy: string | null;
  /** ISO 8601 in UTC; null while it is running. */
  readonly pausedAt: string | null;
  /** Why it was paused by itself, such as that the channel is gone; null otherwise. */
  readonly pausedReason: string | null;
}

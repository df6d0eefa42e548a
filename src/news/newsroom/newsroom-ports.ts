/** What the newsroom asks of the other parts of the news. */
import type { Subscription } from '../../core/subscription.ts';
import type { DeliveryBook } from '../delivery-book.ts';
import type { FeedBook } from '../feed-book.ts';
import type { Judgement, NewsText } from '../judgement.ts';
import type { StoryReport } from '../story.ts';
import type { KeptItem, StoryBook } from '../story-book.ts';
import type { StoryPosts } from '../story-posts.ts';
import type { LeaseBook, SubscriptionBook } from '../subscription-book.ts';

/** What a subscription says of reports and times. */
export interface SubscriptionRules {
  /** Whether subject and filter let the report pass; scopes are not looked at. */
  wants(subscription: Subscription, report: StoryReport): boolean;
  /** The moment itself, or the end of the quiet hours that it falls in. */
  afterQuiet(subscription: Subscription, at: Date): Date;
  /** The last digest time after `after` and not after `upTo`; null when there is none. */
  digestDue(subscription: Subscription, after: Date, upTo: Date): Date | null;
}

export interface NewsLog {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
}

export interface NewsroomBooks {
  readonly feeds: Pick<FeedBook, 'list'>;
  readonly stories: StoryBook;
  readonly posts: Pick<StoryPosts, 'postsOf'>;
  readonly subscriptions: Pick<SubscriptionBook, 'list' | 'lastDigest' | 'advanceDigest'>;
  readonly deliveries: Pick<DeliveryBook, 'ask'>;
  readonly leases: LeaseBook;
}

/** Judges one item; a model may have a say. */
export type JudgeItem = (text: NewsText, signal: AbortSignal) => Promise<Judgement>;

/** The whole article of an item that has only a teaser; null when it cannot be had. */
export type FullTextOf = (item: KeptItem, signal: AbortSignal) => Promise<string | null>;

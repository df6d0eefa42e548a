/** What the delivery asks of the other parts of the news. */
import type { ChatAdapter, NewsPost } from '../../core/chat.ts';
import type { Subscription } from '../../core/subscription.ts';
import type { Delivery, DeliveryBook } from '../delivery-book.ts';
import type { StoryPosts } from '../story-posts.ts';
import type { SubscriptionBook } from '../subscription-book.ts';

/** A platform that can post news. */
export type NewsPlatform = Pick<ChatAdapter, 'platform' | 'publish' | 'revise'>;

/** What is to be shown, as of now; null when there is nothing to show, with the reason for the log. */
export type RenderDelivery = (
  delivery: Delivery,
  subscription: Subscription,
) => Promise<Pick<NewsPost, 'report' | 'picture'> | { readonly nothing: string }>;

export interface DeliveryRules {
  /** The moment itself, or the end of the quiet hours that it falls in. */
  afterQuiet(subscription: Subscription, at: Date): Date;
  /** When the next post has room, so that no sixty minutes hold more than the subscription wants. */
  nextSlot(subscription: Subscription, posted: readonly string[], now: Date): Date;
}

export interface DeliveryBooks {
  readonly deliveries: Pick<
    DeliveryBook,
    'claim' | 'posted' | 'dropped' | 'putOff' | 'giveUp' | 'release' | 'postedSince'
  >;
  readonly subscriptions: Pick<SubscriptionBook, 'find' | 'list' | 'update'>;
  readonly posts: Pick<StoryPosts, 'giveUpWaiting'>;
}

export interface DeliveryLog {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

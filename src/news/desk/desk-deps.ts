/** What the desk asks of the other parts of the news. */
import type { AnswerLang } from '../../core/answer.ts';
import type { Report } from '../../core/report.ts';
import type { Subscription } from '../../core/subscription.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { DeliveryBook } from '../delivery-book.ts';
import type { FeedBook } from '../feed-book.ts';
import type { StoryBook } from '../story-book.ts';
import type { SubscriptionBook } from '../subscription-book.ts';

/** What stands at an address. */
export type FeedAtAddress =
  | { readonly type: 'feed'; readonly url: string; readonly title: string | null }
  /** A page that names several. */
  | {
      readonly type: 'several';
      readonly feeds: readonly { readonly url: string; readonly title: string | null }[];
    }
  /** `reason`: a sentence that says what to do, in the language asked for where there is one. */
  | { readonly type: 'none'; readonly reason: string };

export type FindFeed = (url: string, lang: AnswerLang, signal: AbortSignal) => Promise<FeedAtAddress>;

/**
 * What a subscription would post now; null when that is nothing. One that nobody has made has an empty id, and an empty
 * `feedId` where no feed of its address is kept: that is read there and then.
 */
export type PreviewOf = (subscription: Subscription, signal: AbortSignal) => Promise<Report | null>;

export interface DeskBooks {
  readonly feeds: Pick<FeedBook, 'add' | 'enable' | 'find' | 'list' | 'remove'>;
  readonly subscriptions: Pick<
    SubscriptionBook,
    'add' | 'find' | 'list' | 'remove' | 'update' | 'lastDigest'
  >;
  readonly stories: Pick<StoryBook, 'find' | 'findItem'>;
  readonly deliveries: Pick<DeliveryBook, 'deadLetters' | 'ofStory'>;
}

export interface DeskDeps {
  readonly books: DeskBooks;
  readonly lexicon: Lexicon;
  readonly findFeed: FindFeed;
  readonly previewOf: PreviewOf;
  /** A judgement's reason in words. */
  readonly reasonText: (code: string, lang: AnswerLang) => string;
  /** Whether the platform can post by itself. */
  readonly publishes: (platform: string) => boolean;
  /** Where none is given. */
  readonly timeZone: string;
  /** Whether articles are fetched whole for feeds that people add. */
  readonly fullText: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Short, of lower-case letters and digits; those of the file begin with `f` and have eight. */
  readonly newId: () => string;
}

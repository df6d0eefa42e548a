/** What a channel may ask of the news: the port of the `/news` command. */
import type { AnswerLang } from './answer.ts';
import type { Place } from './chat.ts';
import type { Report } from './report.ts';
import type { NewsMode, Subscription } from './subscription.ts';

/** As a person typed it: nothing is checked yet. */
export interface SubscribeRequest {
  readonly place: Place;
  readonly userId: string;
  /** Address of a feed or of a site that has one, or words to look for in every feed. */
  readonly subject: string;
  /** Such as `country:China AND (kind:denial OR kind:sanction) NOT publisher:"Global Times"`. */
  readonly filter?: string;
  readonly mode?: NewsMode;
  /** A cron pattern of five fields, or `daily 08:00`, `weekly mon 08:00`, `weekdays 08:00`. */
  readonly schedule?: string;
  readonly timeZone?: string;
  readonly lang: AnswerLang;
  /** `22:00-07:00`. */
  readonly quietHours?: string;
  readonly maxPerHour?: string;
}

/** Every `text` is in the language of the request, and says what to do where something is wrong. */
export type SubscribeOutcome =
  | { readonly type: 'subscribed'; readonly subscription: Subscription; readonly text: string }
  /** The site has several feeds: the person chooses one. */
  | {
      readonly type: 'choose';
      readonly feeds: readonly { readonly url: string; readonly title: string | null }[];
    }
  | { readonly type: 'refused'; readonly text: string };

export interface NewsDesk {
  /** Whether news can be posted there: not in the web chat, nor in a terminal. */
  posts(place: Place): boolean;
  subscribe(request: SubscribeRequest, signal: AbortSignal): Promise<SubscribeOutcome>;
  /** Subscriptions of the channel, a line each: what, filter, mode, times, state of the feed, next digest. */
  list(place: Place, lang: AnswerLang): Promise<readonly { readonly id: string; readonly text: string }[]>;
  /** Resuming also has a feed polled again that was disabled. @returns false when the channel has no such subscription. */
  pause(place: Place, id: string, paused: boolean): Promise<boolean>;
  /** `from-file`: it stands in the file of subscriptions, and would come back: it is left, and can be paused. */
  remove(place: Place, id: string): Promise<'removed' | 'unknown' | 'from-file'>;
  /** What a subscription of the channel would post now, or a feed or topic that nobody has subscribed to yet. */
  preview(
    place: Place,
    idOrSubject: string,
    lang: AnswerLang,
    signal: AbortSignal,
  ): Promise<
    { readonly type: 'report'; readonly report: Report } | { readonly type: 'text'; readonly text: string }
  >;
  /** Each stage's verdict on the item with this link; null when no feed of the workspace has brought it. */
  why(place: Place, link: string, lang: AnswerLang): Promise<Report | null>;
  /** What could not be posted or polled in the channel's subscriptions, a line each; empty when all is well. */
  troubles(place: Place, lang: AnswerLang): Promise<readonly string[]>;
}

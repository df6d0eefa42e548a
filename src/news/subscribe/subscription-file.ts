/** The file of subscriptions: feeds that everybody may listen to, and what channels are subscribed to. */
import { z } from 'zod';
import { ANSWER_LANGS } from '../../core/answer.ts';
import { NEWS_MODES, type Subscription } from '../../core/subscription.ts';
import type { NewFeed } from '../feed-book.ts';

/** Numbers come as `bigint`, and ids may be written without quotation marks. */
const text = z
  .union([z.string(), z.bigint().transform(String)], { error: 'must be text' })
  .transform((value) => value.trim())
  .refine((value) => value !== '', 'must not be empty');

const address = z
  .string({ error: 'must be the address of a feed' })
  .trim()
  .refine((value) => /^https?:$/.test(URL.parse(value)?.protocol ?? ''), 'must be an http or https address');

/** Those that can post by themselves. */
const PLATFORMS = ['slack', 'discord'] as const;

const oneOf = (values: readonly string[]) => `must be one of ${values.join(', ')}`;

const feed = z.strictObject({ url: address, fullText: z.boolean('must be true or false').default(false) });

const subscription = z
  .strictObject({
    platform: z.enum(PLATFORMS, { error: oneOf(PLATFORMS) }),
    workspace: text,
    channel: text,
    feed: address.optional(),
    topic: text.optional(),
    filter: text.optional(),
    mode: z.enum(NEWS_MODES, { error: oneOf(NEWS_MODES) }).optional(),
    schedule: text.optional(),
    timeZone: text.optional(),
    lang: z.enum(ANSWER_LANGS, { error: oneOf(ANSWER_LANGS) }).default('en'),
    quietHours: text.optional(),
    maxPerHour: text.optional(),
  })
  .refine(({ feed: url, topic }) => (url === undefined) !== (topic === undefined), {
    message: 'must have either feed or topic',
  });

export const fileSchema = z
  .strictObject({
    feeds: z.array(feed, 'must be a list').nullish(),
    subscriptions: z.array(subscription, 'must be a list').nullish(),
  })
  .nullable();

/** A subscription of the file: made when it is first read, and its feed is known by its address. */
export type FileSubscription = Omit<
  Subscription,
  'subject' | 'createdAt' | 'createdBy' | 'pausedAt' | 'pausedReason'
> & {
  readonly subject:
    | { readonly type: 'feed'; readonly url: string }
    | { readonly type: 'topic'; readonly words: string };
};

export interface SubscriptionFile {
  /** All feeds, also those that only a subscription names; each once. */
  readonly feeds: readonly Pick<NewFeed, 'url' | 'fullText'>[];
  readonly subscriptions: readonly FileSubscription[];
}

/** What a subscription says of reports and of times, for those who judge and deliver. */
import type { NewsFilter } from '../../core/news-filter.ts';
import type { Subscription } from '../../core/subscription.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { StoryReport } from '../story.ts';
import { missedDigest } from './next-digest.ts';
import { type Decisive, type FilteredReport, passes } from './passes.ts';
import { allowedAt, nextSlot } from './quiet-hours.ts';
import { topicFilter } from './topic-filter.ts';

type Judged = FilteredReport & Pick<StoryReport, 'feedId'>;

/** Why a report is wanted or not. */
export interface Wanting {
  readonly wanted: boolean;
  /** Whether it is of the feed, or has the words of the topic. */
  readonly subject: boolean;
  /** The conditions of topic and filter that decided. */
  readonly why: readonly Decisive[];
}

export interface SubscriptionRules {
  wants(subscription: Subscription, report: Judged): boolean;
  explain(subscription: Subscription, report: Judged): Wanting;
  /** The moment itself, or the end of the quiet hours that it falls in. */
  afterQuiet(subscription: Subscription, at: Date): Date;
  /** When the next post has room, so that no sixty minutes hold more than the subscription wants. */
  nextSlot(subscription: Subscription, posted: readonly string[], now: Date): Date;
  /** The last digest time after `after` and not after `upTo`; null when there is none, and for a live subscription. */
  digestDue(subscription: Subscription, after: Date, upTo: Date): Date | null;
}

export function createSubscriptionRules(lexicon: Lexicon): SubscriptionRules {
  /** By subscription: its topic is read once, as long as it is the same object. */
  const topics = new WeakMap<Subscription, NewsFilter | null>();
  const topicOf = (subscription: Subscription): NewsFilter | null => {
    const { subject, lang } = subscription;
    if (subject.type === 'feed') return null;
    const known = topics.get(subscription);
    if (known !== undefined) return known;
    const read = topicFilter(subject.words, lang, lexicon);
    topics.set(subscription, read);
    return read;
  };
  const explain = (subscription: Subscription, report: Judged): Wanting => {
    const { subject, filter } = subscription;
    if (subject.type === 'feed' && subject.feedId !== report.feedId)
      return { wanted: false, subject: false, why: [] };
    const words = topicOf(subscription);
    // Words that name nothing want nothing: they were let through by an older version at most.
    if (subject.type === 'topic' && subject.words !== '' && words === null)
      return { wanted: false, subject: false, why: [] };
    const topic = passes(words, report);
    if (!topic.passes) return { wanted: false, subject: false, why: topic.why };
    const filtered = passes(filter, report);
    return { wanted: filtered.passes, subject: true, why: filtered.why };
  };
  return {
    explain,
    wants: (subscription, report) => explain(subscription, report).wanted,
    afterQuiet: ({ quietHours, timeZone }, at) => allowedAt(at, quietHours, timeZone),
    nextSlot: ({ maxPerHour }, posted, now) => nextSlot(posted, now, maxPerHour),
    digestDue: ({ schedule, timeZone }, after, upTo) =>
      schedule === null ? null : missedDigest({ schedule, timeZone }, after, upTo),
  };
}

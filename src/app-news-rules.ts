/** What subscriptions say of reports and times, joined from filters, topics and schedules. */
import type { NewsFilter } from './core/news-filter.ts';
import type { Subscription } from './core/subscription.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { DeliveryRules } from './news/deliver/delivery-ports.ts';
import type { SubscriptionRules } from './news/newsroom/newsroom-ports.ts';
import { missedDigest } from './news/subscribe/next-digest.ts';
import { passes } from './news/subscribe/passes.ts';
import { allowedAt, nextSlot } from './news/subscribe/quiet-hours.ts';
import { topicFilter } from './news/subscribe/topic-filter.ts';

/** Topics are read once: reading their words takes some milliseconds, and there may be hundreds. */
export function createRules(lexicon: Lexicon): SubscriptionRules & DeliveryRules {
  const topics = new Map<string, NewsFilter | null>();
  const topicOf = (words: string, lang: Subscription['lang']): NewsFilter | null => {
    const key = `${lang} ${words}`;
    const known = topics.get(key);
    if (known !== undefined) return known;
    const filter = topicFilter(words, lang, lexicon);
    topics.set(key, filter);
    return filter;
  };
  return {
    wants({ subject, filter, lang }, report) {
      if (subject.type === 'feed' && subject.feedId !== report.feedId) return false;
      if (subject.type === 'topic') {
        const topic = topicOf(subject.words, lang);
        if (topic === null || !passes(topic, report).passes) return false;
      }
      return passes(filter, report).passes;
    },
    afterQuiet: ({ quietHours, timeZone }, at) => allowedAt(at, quietHours, timeZone),
    digestDue: ({ schedule, timeZone }, after, upTo) =>
      schedule === null ? null : missedDigest({ schedule, timeZone }, after, upTo),
    nextSlot: ({ maxPerHour }, posted, now) => nextSlot(posted, now, maxPerHour),
  };
}

/** A subscription in one line: what, filter, mode, times, state of the feed, next digest. */
import type { AnswerLang } from '../../core/answer.ts';
import type { Subscription } from '../../core/subscription.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { FeedRecord } from '../feed-book.ts';
import { feedTroubleText } from '../feed-trouble.ts';
import { formatFilter } from '../subscribe/format-filter.ts';
import { nextDigest } from '../subscribe/next-digest.ts';
import { describeSchedule } from '../subscribe/read-schedule.ts';
import { DESK_PHRASES } from './desk-phrases.ts';

/** Code units of what a site calls its feed. */
const MAX_TITLE = 100;

/** @param feed null for a topic, and for a feed that is gone. */
export function showSubscription(
  subscription: Subscription,
  feed: FeedRecord | null,
  { lang, lexicon, now }: { readonly lang: AnswerLang; readonly lexicon: Lexicon; readonly now: Date },
): string {
  const phrases = DESK_PHRASES[lang];
  const { subject, filter, mode, schedule, timeZone, quietHours, maxPerHour, pausedAt } = subscription;
  const digest = schedule === null ? null : nextDigest({ schedule, timeZone }, now);
  return [
    ...pauseOf(subscription, lang),
    subject.type === 'topic'
      ? phrases.topic(subject.words)
      : phrases.feed(titleOf(feed), feed?.url ?? subject.url),
    ...(filter === null ? [] : [phrases.filter(formatFilter(filter, lang, lexicon))]),
    mode === 'live'
      ? phrases.live(maxPerHour)
      : phrases.digest(schedule === null ? phrases.never : describeSchedule(schedule, lang)),
    ...(quietHours === null ? [] : [phrases.quiet(quietHours.from, quietHours.to)]),
    timeZone,
    phrases.languages[subscription.lang],
    ...(subject.type === 'topic' ? [] : feedState(feed, lang)),
    ...(digest === null || pausedAt !== null ? [] : [phrases.digestAt(showTime(digest, lang, timeZone))]),
    ...(subscription.createdBy === null ? [phrases.fromFile] : []),
  ].join(phrases.join);
}

/** One line: what a site calls its feed must not look like a line of ours. */
function titleOf(feed: FeedRecord | null): string {
  return (feed?.title ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE).toWellFormed();
}

/** Whether it is paused, and why; empty while it runs. */
export function pauseOf({ pausedAt, pausedReason }: Subscription, lang: AnswerLang): string[] {
  if (pausedAt === null) return [];
  const { paused, pausedBecause } = DESK_PHRASES[lang];
  return [pausedReason === null ? paused : pausedBecause(pausedReason)];
}

/** What is the matter with a feed; empty when nothing is. */
export function feedState(feed: FeedRecord | null, lang: AnswerLang): string[] {
  const phrases = DESK_PHRASES[lang];
  if (feed === null) return [phrases.feedGone];
  const { troubleCode, trouble, disabledAt, lastPolledAt } = feed;
  const reason = troubleCode === null ? trouble : feedTroubleText(troubleCode, lang);
  if (disabledAt !== null) return [phrases.feedDisabled(reason ?? '')];
  if (reason !== null) return [phrases.feedTrouble(reason)];
  return lastPolledAt === null ? [phrases.feedNew] : [];
}

export function showTime(at: Date, lang: AnswerLang, timeZone: string): string {
  const time = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    at,
  );
  return `${time} (${timeZone})`;
}

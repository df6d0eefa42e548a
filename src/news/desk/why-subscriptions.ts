/** Which of a channel's subscriptions an item passes, and what keeps it from the others. */
import type { NewsFilter } from '../../core/news-filter.ts';
import type { ReportLine } from '../../core/report.ts';
import { isOlderStory } from '../newsroom/visible-reports.ts';
import type { Story } from '../story.ts';
import type { ItemRecord } from '../story-book.ts';
import { formatFilter } from '../subscribe/format-filter.ts';
import type { Decisive, FilteredReport } from '../subscribe/passes.ts';
import { createSubscriptionRules } from '../subscribe/subscription-rules.ts';
import type { DeskDeps } from './desk-deps.ts';
import { pauseOf } from './show-subscription.ts';
import { line, reportOf, type WhyQuestion } from './why-line.ts';
import { WHY_PHRASES } from './why-phrases.ts';

export async function subscriptionLines(
  { item, place, lang }: WhyQuestion,
  story: Story | null,
  deps: DeskDeps,
): Promise<ReportLine[]> {
  const phrases = WHY_PHRASES[lang];
  const subscriptions = await deps.books.subscriptions.list(place);
  if (subscriptions.length === 0) return [line(lang, phrases.noSubscription)];
  const rules = createSubscriptionRules(deps.lexicon);
  const report = reportOf(item, story) ?? judgedItem(item);
  const condition = ({ condition: leaf, holds }: Decisive) =>
    (holds ? phrases.had : phrases.lacked)(formatFilter(leaf satisfies NewsFilter, lang, deps.lexicon));
  return subscriptions.map((subscription) => {
    const tell = (text: string, notes: readonly string[] = []) =>
      line(lang, text, { label: subscription.id, notes });
    if (subscription.pausedAt !== null) return tell(phrases.isPaused, pauseOf(subscription, lang));
    if (report === null || item.state !== 'story') return tell(phrases.notRelevant);
    const { wanted, subject, why } = rules.explain(subscription, report);
    const conditions = why.map(condition);
    if (!subject)
      return subscription.subject.type === 'feed'
        ? tell(phrases.otherFeed)
        : tell(phrases.otherTopic, conditions);
    if (!wanted) return tell(phrases.filtered, conditions);
    if (story !== null && isOlderStory(subscription, story)) return tell(phrases.older);
    return tell(subscription.mode === 'live' ? phrases.passes : phrases.passesDigest, conditions);
  });
}

/** An item as filters look at it; null when it was not judged. */
function judgedItem(item: ItemRecord): (FilteredReport & { readonly feedId: string }) | null {
  const { feedId, title, teaser, lang, publisher, feedTitle, url, judgement } = item;
  if (judgement === null) return null;
  return { feedId, title, teaser, lang: lang ?? '', publisher: publisher ?? feedTitle, url, judgement };
}

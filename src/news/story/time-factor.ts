/** What time does to a likeness: reports of one event come within days, answers and what follows from it later, too. */
import type { NewsKind } from '../../core/news-kind.ts';
import type { StoryReport } from '../story.ts';

const HOUR_MS = 3_600_000;
/** Reports of an event come within three days of each other. */
const SAME_NEWS_HOURS = 72;
/** Kinds that speak of what was reported before. */
const FOLLOWS: ReadonlySet<NewsKind> = new Set([
  'denial',
  'counter-accusation',
  'no-comment',
  'retraction',
  'contest',
  'correction',
]);
/** Hours after which the factor is halved, beyond the first three days. */
const HALVED_AFTER = { again: 48, follows: 240 } as const;

/** Whether the report is first of all a word on what was reported before. */
export function follows([kind]: readonly NewsKind[]): boolean {
  return kind !== undefined && FOLLOWS.has(kind);
}

/** 0 to 1. @param at milliseconds since 1970. */
export function timeFactor(at: number, reports: readonly StoryReport[], kinds: readonly NewsKind[]): number {
  const hours = Math.min(
    ...reports.map(({ publishedAt, seenAt }) => {
      const other = Math.min(Date.parse(publishedAt ?? seenAt), Date.parse(seenAt));
      return Math.abs(at - other) / HOUR_MS;
    }),
  );
  if (!(hours > SAME_NEWS_HOURS)) return 1;
  return 0.5 ** ((hours - SAME_NEWS_HOURS) / HALVED_AFTER[follows(kinds) ? 'follows' : 'again']);
}

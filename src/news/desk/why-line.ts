/** What somebody asked why about, and a line of the reply. */
import type { AnswerLang } from '../../core/answer.ts';
import type { Place } from '../../core/chat.ts';
import type { ReportLine } from '../../core/report.ts';
import type { Story, StoryReport } from '../story.ts';
import type { ItemRecord } from '../story-book.ts';

export interface WhyQuestion {
  readonly item: ItemRecord;
  readonly place: Place;
  readonly lang: AnswerLang;
}

export function line(lang: AnswerLang, text: string, more: Partial<ReportLine> = {}): ReportLine {
  return { date: null, label: null, text, lang, notes: [], citations: [], ...more };
}

/** The story's report of the item; null when it is in none. */
export function reportOf(item: ItemRecord, story: Story | null): StoryReport | null {
  return story?.reports.find(({ feedId, itemKey }) => feedId === item.feedId && itemKey === item.key) ?? null;
}

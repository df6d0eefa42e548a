/** Adds a report to its story, or opens one with it. */
import type { Judgement } from '../judgement.ts';
import type { Story, StoryPlacement, StoryReport } from '../story.ts';
import type { ReportItem } from './place-report.ts';

export interface PlacedReport {
  readonly item: ReportItem;
  readonly judgement: Judgement;
  readonly placement: StoryPlacement;
}

/**
 * @param story the one of `placement.storyId`; null opens one. A report that is in it already is replaced where it stands.
 * @param newId makes the id of a story that is opened.
 */
export function joinStory(
  story: Story | null,
  { item, judgement, placement }: PlacedReport,
  { now, newId }: { readonly now: Date; readonly newId: () => string },
): Story {
  const { copyOf, agency, newClaims } = placement;
  const report: StoryReport = { ...item, judgement, copyOf, agency, newClaims };
  const at = now.toISOString();
  if (story === null)
    return { id: newId(), openedAt: at, updatedAt: at, caseId: caseOfMost([report]), reports: [report] };
  const isSame = (other: StoryReport) => other.feedId === item.feedId && other.itemKey === item.itemKey;
  const reports = story.reports.some(isSame)
    ? story.reports.map((other) => (isSame(other) ? report : other))
    : [...story.reports, report];
  return { ...story, updatedAt: at, caseId: caseOfMost(reports), reports };
}

/** The case that most reports belong to first; copies do not vote, and of equals the one that was named first wins. */
function caseOfMost(reports: readonly StoryReport[]): string | null {
  const votes = new Map<string, number>();
  for (const { copyOf, judgement } of reports) {
    const [best] = judgement.cases;
    if (copyOf === null && best !== undefined) votes.set(best.id, (votes.get(best.id) ?? 0) + 1);
  }
  let chosen: string | null = null;
  for (const [id, count] of votes) if (chosen === null || count > (votes.get(chosen) ?? 0)) chosen = id;
  return chosen;
}

/** What a report adds to its story. */
import type { Judgement } from '../judgement.ts';
import type { StoryReport } from '../story.ts';
import type { ReportItem } from './place-report.ts';

/** Keys of claims that matter and that no earlier report held. */
export function findNewClaims(
  _item: ReportItem,
  _judgement: Judgement,
  _earlier: readonly StoryReport[],
): string[] {
  return [];
}

/** Where a new report goes: the port of the newsroom. */
import type { Judgement } from '../judgement.ts';
import type { Story, StoryPlacement, StoryReport } from '../story.ts';

/** An item with its publisher, before it is placed. */
export type ReportItem = Omit<StoryReport, 'judgement' | 'copyOf' | 'agency' | 'newClaims'>;

/**
 * Stories whose last report is older than this are not joined: ask for no older ones. Days; an answer may come after
 * weeks, a correction, too, and what comes later is news of its own.
 */
export const STORY_WINDOW_DAYS = 30;

/**
 * Chooses the story of a report, tells copies, and says which of its claims are new. Never throws. The same input gives the
 * same placement.
 *
 * @param recent stories with a report within `STORY_WINDOW_DAYS`, in any order, of all scopes: a report is compared, and its
 * claims for being new, with those only that everybody who sees it sees, too; a story without one is as if it were not.
 */
export type PlaceReport = (
  item: ReportItem,
  judgement: Judgement,
  recent: readonly Story[],
) => StoryPlacement;

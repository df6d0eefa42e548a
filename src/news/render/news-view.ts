/** For whom news is rendered, and the reports of stories as functions of it. */
import type { AnswerLang } from '../../core/answer.ts';
import type { Report } from '../../core/report.ts';
import type { Story, StoryReport } from '../story.ts';

export interface NewsView {
  readonly lang: AnswerLang;
  /** Whether whoever reads it may see the report: scopes of other workspaces are not shown, nor told of. */
  readonly maySee: (report: Pick<StoryReport, 'scope'>) => boolean;
  /** Title of a case in `lang`; null when there is none of this id. */
  readonly caseTitle: (caseId: string) => string | null;
  /** Reports seen later are left out: a digest made again says what it said. */
  readonly now: Date;
}

/** The story's post; null when no report of it may be seen. */
export type StoryToReport = (story: Story, view: NewsView) => Report | null;

/** What an update of a story says: the claims of these keys. Null when no visible report brought one of them. */
export type UpdateToReport = (story: Story, newClaims: readonly string[], view: NewsView) => Report | null;

/**
 * A digest of what was reported after `since` (null: of all that is given) up to `view.now`; null when that is nothing.
 *
 * @param stories in any order; those without news since are passed over.
 */
export type StoriesToDigest = (
  stories: readonly Story[],
  since: Date | null,
  view: NewsView,
) => Report | null;

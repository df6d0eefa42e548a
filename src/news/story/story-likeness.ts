/** How alike a report is to a story. */
import type { Judgement } from '../judgement.ts';
import type { StoryReport } from '../story.ts';
import type { Likeness } from './compare-reports.ts';
import type { TargetRelation } from './compare-targets.ts';
import type { ReportSigns } from './report-signs.ts';
import { follows, timeFactor } from './time-factor.ts';

/** Shares of a story's likeness. */
const NEAREST_SHARE = 0.85;
const MEAN_SHARE = 0.15;
/** An answer answers something: of the stories in which the speaker is accused it belongs to the nearest. */
const ANSWER_BONUS = 0.15;
/** No more than that, where another target is named: less than what joins. */
const OTHER_TARGET_AT_MOST = 0.25;

const APART = { 'other-target': 'other target', 'other-victim': 'other victim' } as const;

/**
 * Mostly that to the report which is most alike; a little that to the others, so that stories do not grow in chains. Where
 * the report names a target, and the story others alone, it is another event, however alike the words are.
 */
export function likenessTo(
  { reports, relation }: { readonly reports: readonly StoryReport[]; readonly relation: TargetRelation },
  { own, kinds }: { readonly own: ReportSigns; readonly kinds: Judgement['kinds'] },
  compare: (report: StoryReport) => Likeness,
): Likeness {
  const compared = reports
    .filter(({ copyOf }) => copyOf === null)
    .map(compare)
    .sort((a, b) => b.score - a.score);
  const [first] = compared;
  if (first === undefined) return { score: 0, reasons: [] };
  const isApart = relation === 'other-target' || relation === 'other-victim';
  if (first.reasons.includes('same address') || (first.score === 1 && !isApart)) return first;
  const mean = compared.reduce((sum, { score }) => sum + score, 0) / compared.length;
  const factor = timeFactor(own.at, reports, kinds);
  const nearest = NEAREST_SHARE * first.score + MEAN_SHARE * mean;
  const answers = follows(kinds) && first.reasons.includes('same accused') ? ANSWER_BONUS : 0;
  const score = Math.min(1, (nearest + answers) * factor);
  if (!isApart) return { score, reasons: first.reasons };
  return { score: Math.min(score, OTHER_TARGET_AT_MOST), reasons: [...first.reasons, APART[relation]] };
}

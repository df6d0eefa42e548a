/** The buttons under a report of one case, by which the case is shown otherwise. */
import type { Report } from '../../../core/report.ts';
import { ACTIONS, LONGEST_VALUE, plainText } from './answer-actions.ts';
import { CASE_VIEWS, type CaseView } from './case-views.ts';
import type { Block } from './slack-message.ts';
import { SLACK_PHRASES } from './slack-phrases.ts';
import { jsonLength } from './split-text.ts';

/** The other views of the report's case; none where it is about several, or none. The buttons' value is the case's id. */
export function viewButtons({ kind, lang, cases }: Report): Block[] {
  const [only, another] = cases;
  if (only === undefined || another !== undefined || !fitsValue(only.id)) return [];
  const elements = CASE_VIEWS.filter((view) => view !== kind).map((view) => ({
    type: 'button' as const,
    action_id: `${ACTIONS.view}${view}`,
    text: plainText(SLACK_PHRASES[lang].views[view]),
    value: only.id,
  }));
  return [{ type: 'actions', elements }];
}

/** Which view a button with this action id asks for; null when it is none of these buttons. */
export function readView(actionId: string): CaseView | null {
  return CASE_VIEWS.find((view) => actionId === `${ACTIONS.view}${view}`) ?? null;
}

/** An id that Slack would change or refuse would show another case, or none. */
function fitsValue(id: string): boolean {
  return id.trim() !== '' && id.isWellFormed() && jsonLength(id) <= LONGEST_VALUE;
}

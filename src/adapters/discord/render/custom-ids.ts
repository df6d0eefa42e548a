/** What a button carries: what to do, with which answer and which of its suggestions, or which view of which case. */
import type { ReportKind } from '../../../core/report.ts';

export const BUTTON_ACTIONS = ['sources', 'excerpts', 'cite', 'up', 'down', 'error', 'ask'] as const;
export type ButtonAction = (typeof BUTTON_ACTIONS)[number];

export interface PressedButton {
  readonly action: ButtonAction;
  readonly answerId: string;
  /** Place in the answer's suggestions, from 0; null where the action needs none. */
  readonly index: number | null;
  /** The server in which the answer was given, where its buttons stand elsewhere. */
  readonly guildId?: string;
}

/** The views that every case has. */
export const CASE_VIEWS = ['case', 'timeline', 'sides'] as const satisfies readonly ReportKind[];
export type CaseView = (typeof CASE_VIEWS)[number];

export interface PressedView {
  readonly view: CaseView;
  readonly caseId: string;
}

/** Discord's limit of a custom id («Component Reference»). */
const CUSTOM_ID_LIMIT = 100;

/**
 * `action:answerId` or `action:answerId:index`; of a button, and of the form that one opens.
 *
 * @param index at least 0.
 * @returns null where the answer's id does not fit, or could not be read back: then nothing can be offered.
 */
export function writeCustomId(action: ButtonAction, answerId: string, index?: number): string | null {
  const id = [action, answerId, ...(index === undefined ? [] : [index])].join(':');
  return /^[\w.-]+$/.test(answerId) && id.length <= CUSTOM_ID_LIMIT ? id : null;
}

/** @returns null for an id that is none of ours. */
export function readCustomId(customId: string): PressedButton | null {
  const match = /^(\w+):([\w.-]+)(?::(\d{1,3}))?(?:@(\d+))?$/.exec(customId);
  const action = BUTTON_ACTIONS.find((known) => known === match?.[1]);
  const [, , answerId, index, guildId] = match ?? [];
  if (action === undefined || answerId === undefined) return null;
  const place = index === undefined ? null : Number(index);
  return { action, answerId, index: place, ...(guildId === undefined ? {} : { guildId }) };
}

/** The id of a button that stands outside of the server where the answer was given: `…@guildId`. */
export function abroad(customId: string, guildId: string): string {
  const id = `${customId}@${guildId}`;
  return readCustomId(customId) !== null && id.length <= CUSTOM_ID_LIMIT ? id : customId;
}

/** `view:kind:caseId`. @returns null where the case's id does not fit, or could not be read back. */
export function writeViewId(view: CaseView, caseId: string): string | null {
  const id = `view:${view}:${caseId}`;
  return /^[\w.-]+$/.test(caseId) && id.length <= CUSTOM_ID_LIMIT ? id : null;
}

/** @returns null for an id that opens no view. */
export function readViewId(customId: string): PressedView | null {
  const match = /^view:(\w+):([\w.-]+)$/.exec(customId);
  const view = CASE_VIEWS.find((known) => known === match?.[1]);
  const caseId = match?.[2];
  return view === undefined || caseId === undefined ? null : { view, caseId };
}

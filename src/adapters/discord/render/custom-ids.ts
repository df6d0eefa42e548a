/** What a button carries: what to do, with which answer, and with which of its suggestions. */

export const BUTTON_ACTIONS = ['sources', 'excerpts', 'up', 'down', 'ask'] as const;
export type ButtonAction = (typeof BUTTON_ACTIONS)[number];

export interface PressedButton {
  readonly action: ButtonAction;
  readonly answerId: string;
  /** Place in the answer's suggestions, from 0; null where the action needs none. */
  readonly index: number | null;
}

/** Discord's limit of a custom id («Component Reference»). */
const CUSTOM_ID_LIMIT = 100;

/**
 * `action:answerId` or `action:answerId:index`.
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
  const match = /^(\w+):([\w.-]+)(?::(\d{1,3}))?$/.exec(customId);
  const action = BUTTON_ACTIONS.find((known) => known === match?.[1]);
  const [, , answerId, index] = match ?? [];
  if (action === undefined || answerId === undefined) return null;
  return { action, answerId, index: index === undefined ? null : Number(index) };
}

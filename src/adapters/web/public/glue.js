/** French sets a space inside its quotation marks and before some signs; a line must not break there. */
import { el } from './dom.js';

/** A word with the sign that is spaced from it; longer ones may break, or a narrow screen could not hold them. */
const TIED = /« ?[^\s«»]{1,20}(?: [»?!;:]+)?|[^\s«»]{1,20} [»?!;:]+(?=\s|$|\p{P})/gu;

/**
 * The text, unchanged, with what belongs together on one line.
 *
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function glued(text) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let from = 0;
  for (const { 0: tied, index } of text.matchAll(TIED)) {
    if (!tied.includes(' ')) continue;
    parts.push(text.slice(from, index), el('span', { class: 'tied' }, tied));
    from = index + tied.length;
  }
  return [...parts, text.slice(from)];
}

/** What a reader must know of an answer as a whole. */
import { el, icon } from './dom.js';

/** @typedef {import('../../../core/answer.ts').Answer} Answer */
/** @typedef {import('../../../core/answer.ts').Notice} Notice */

/** What takes something away from a source: nobody may read past it. */
const GRAVE = ['source-withdrawn', 'source-corrected'];
/** What the question was taken for is read before the answer. */
const FIRST = ['understood-as'];

/**
 * @param {Answer} answer
 * @returns {{ first: HTMLElement[], after: HTMLElement[] }} what stands above the answer, and below it.
 */
export function noticesOf({ notices, lang }) {
  const isFirst = (/** @type {Notice} */ { code }) => FIRST.includes(code);
  const isGrave = (/** @type {Notice} */ { code }) => GRAVE.includes(code);
  const rest = notices.filter((notice) => !isFirst(notice));
  return {
    first: notices.filter(isFirst).map(({ text }) => el('p', { class: 'notice notice-first', lang }, text)),
    after: [
      ...rest
        .filter(isGrave)
        .map(({ text }) =>
          el('p', { class: 'notice notice-grave', lang }, icon('alert'), el('span', {}, text)),
        ),
      ...rest
        .filter((notice) => !isGrave(notice))
        .map(({ text }) => el('p', { class: 'notice', lang }, text)),
    ],
  };
}

/** The number of a source in running text: it opens the source below what cites it. */
import { el } from './dom.js';
import { lang, t } from './i18n.js';
import { sourceLabel } from './labels.js';
import { toggleSource } from './source-panel.js';

/** @typedef {import('./render-source.js').CitedSource} CitedSource */

/**
 * @param {CitedSource} source
 * @param {HTMLElement} anchor the element that the source opens below.
 * @param {string} [words] of the source that stand there, marked in its passage.
 */
export function citationButton(source, anchor, words = '') {
  const name = t('sourceNumber', { n: source.n, source: sourceLabel(source, lang()) });
  const button = el(
    'button',
    { type: 'button', class: 'cite', 'aria-expanded': 'false', 'aria-label': name, title: name },
    String(source.n),
  );
  button.addEventListener('click', () => toggleSource(button, source, anchor, { withTitle: true, words }));
  return button;
}

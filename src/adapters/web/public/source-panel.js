/** The open source: one at a time, below what it belongs to; Escape closes it and gives the focus back. */
import { el, icon } from './dom.js';
import { t } from './i18n.js';
import { sourceDetails } from './render-source.js';

/** @typedef {import('./render-source.js').CitedSource} CitedSource */

/** @type {{ button: HTMLElement, panel: HTMLElement } | null} */
let open = null;
let panels = 0;

/** @param {{ focus?: boolean }} [options] `focus` gives the focus back to the button that opened the source. */
export function closeSource({ focus = false } = {}) {
  if (open === null) return;
  const { button, panel } = open;
  open = null;
  panel.remove();
  button.setAttribute('aria-expanded', 'false');
  button.removeAttribute('aria-controls');
  if (focus) button.focus();
}

/**
 * Opens the source below `anchor`, or closes it when `button` has opened it already.
 *
 * @param {HTMLElement} button
 * @param {CitedSource} citation
 * @param {HTMLElement} anchor
 * @param {{ withTitle: boolean, words?: string }} options `withTitle` is false where the button shows the title already;
 *   `words` are marked in the passage.
 */
export function toggleSource(button, citation, anchor, { withTitle, words = '' }) {
  const wasOpen = open?.button === button;
  closeSource();
  if (wasOpen) return;
  const id = `source-${++panels}`;
  const panel = el(
    'aside',
    {
      class: 'source-panel',
      id,
      'aria-live': 'off',
      'aria-label': t('sourceNumber', { n: citation.n, source: citation.title }),
    },
    sourceDetails(citation, { withTitle, words }),
    el(
      'button',
      {
        type: 'button',
        class: 'icon-button source-close',
        'aria-label': t('close'),
        title: t('close'),
        onclick: () => closeSource({ focus: true }),
      },
      icon('close'),
    ),
  );
  anchor.after(panel);
  // The question box lies over the lower edge: its scroll margin keeps the source above it.
  panel.scrollIntoView({ block: 'nearest' });
  button.setAttribute('aria-expanded', 'true');
  button.setAttribute('aria-controls', id);
  open = { button, panel };
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && open !== null) {
    event.preventDefault();
    closeSource({ focus: true });
  }
});

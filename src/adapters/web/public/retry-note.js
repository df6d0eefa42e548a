/** What the page says when the server could not be reached, with a button to try again. */
import { el, icon } from './dom.js';
import { t } from './i18n.js';

/**
 * @param {string} words
 * @param {() => void} onRetry
 */
export function retryNote(words, onRetry) {
  return el(
    'div',
    { class: 'broken', role: 'alert' },
    el('p', {}, words),
    el('button', { type: 'button', class: 'quiet-button', onclick: onRetry }, icon('retry'), t('retry')),
  );
}

/** Two buttons that tell whoever runs Casebook what a reader thought of an answer. */
import { el, icon } from './dom.js';
import { t } from './i18n.js';
import { postJson } from './post-json.js';

/**
 * The last verdict counts; a status beside the buttons tells screen readers that it was taken.
 *
 * @param {string} answerId
 */
export function ratingButtons(answerId) {
  const status = el('span', { class: 'rating-status', role: 'status' });
  const up = ratingButton('up');
  const down = ratingButton('down');
  /** @param {'up' | 'down'} verdict */
  const choose = async (verdict) => {
    const stored = await send(answerId, verdict);
    status.textContent = stored ? t('rated') : t('rateFailed');
    if (!stored) return;
    up.setAttribute('aria-pressed', String(verdict === 'up'));
    down.setAttribute('aria-pressed', String(verdict === 'down'));
  };
  up.addEventListener('click', () => choose('up'));
  down.addEventListener('click', () => choose('down'));
  return el('span', { class: 'rating' }, up, down, status);
}

/** @param {'up' | 'down'} verdict */
function ratingButton(verdict) {
  const name = t(verdict === 'up' ? 'rateUp' : 'rateDown');
  return el(
    'button',
    { type: 'button', class: 'quiet-button', 'aria-pressed': 'false', 'aria-label': name, title: name },
    icon(verdict),
  );
}

/**
 * @param {string} answerId
 * @param {'up' | 'down'} verdict
 */
async function send(answerId, verdict) {
  try {
    const response = await postJson('/api/rate', { answerId, verdict });
    return response.ok && (await response.json()).stored === true;
  } catch {
    return false;
  }
}

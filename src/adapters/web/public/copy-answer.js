/** The answer as text with numbered sources, for a note or a mail. */
import { el, icon } from './dom.js';
import { lang, t } from './i18n.js';
import { sourceLabel } from './labels.js';

/** @typedef {import('../../../core/answer.ts').Answer} Answer */

/**
 * @param {string} question
 * @param {Answer} answer
 */
export function answerAsText(question, answer) {
  const sentences = answer.sentences.map(
    ({ text, citations }) => `${text} ${citations.map((n) => `[${n}]`).join('')}`,
  );
  const sources = answer.citations.map((citation) => {
    const parts = [citation.title, sourceLabel(citation, lang()), citation.url];
    return `[${citation.n}] ${parts.filter((part) => part !== null).join('. ')}`;
  });
  const notices = answer.notices.map(({ text }) => text);
  return [question, '', ...sentences, '', ...notices, ...(notices.length > 0 ? [''] : []), ...sources].join(
    '\n',
  );
}

/**
 * A button that copies what `text` gives and shows for a moment that it did; a status beside it tells screen readers.
 *
 * @param {() => string} text
 */
export function copyButton(text) {
  const words = el('span', {}, t('copy'));
  const status = el('span', { class: 'hidden', role: 'status' });
  const button = el('button', { type: 'button', class: 'quiet-button' }, icon('copy'), words);
  button.addEventListener('click', async () => {
    const copied = await copy(text());
    words.textContent = copied ? t('copied') : t('copyFailed');
    status.textContent = words.textContent;
    button.replaceChildren(icon(copied ? 'done' : 'close'), words);
    setTimeout(() => {
      words.textContent = t('copy');
      status.textContent = '';
      button.replaceChildren(icon('copy'), words);
    }, 2_500);
  });
  return el('span', {}, button, status);
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Over plain HTTP from another machine the clipboard is closed; the old way is still open.
    const area = el('textarea', { class: 'hidden', readonly: true, 'aria-hidden': 'true', tabindex: -1 });
    area.value = text;
    document.body.append(area);
    const focused = document.activeElement;
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return copied;
  }
}

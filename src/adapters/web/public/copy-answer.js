/** A button that puts a text on the clipboard, such as an answer with its numbered sources. */
import { el, icon } from './dom.js';
import { t } from './i18n.js';

/**
 * A button that copies what `text` gives and shows for a moment that it did; a status beside it tells screen readers.
 *
 * @param {string} text
 * @param {'copy' | 'copySource'} name what the button says.
 */
export function copyButton(text, name) {
  const words = el('span', {}, t(name));
  const status = el('span', { class: 'hidden', role: 'status' });
  const button = el('button', { type: 'button', class: 'quiet-button' }, icon('copy'), words);
  button.addEventListener('click', async () => {
    const copied = await copy(text);
    words.textContent = copied ? t('copied') : t('copyFailed');
    status.textContent = words.textContent;
    button.replaceChildren(icon(copied ? 'done' : 'close'), words);
    setTimeout(() => {
      words.textContent = t(name);
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

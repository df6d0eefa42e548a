/** The question box: Enter sends, Shift and Enter make a new line, and the button stops while an answer is made. */
import { byId, icon } from './dom.js';
import { onLangChange, t } from './i18n.js';

/**
 * @param {{ onSend: (question: string) => void, onStop: () => void }} actions
 * @returns {{ setBusy: (busy: boolean) => void, focus: () => void }}
 */
export function startComposer({ onSend, onStop }) {
  const form = byId('composer', HTMLFormElement);
  const box = byId('question', HTMLTextAreaElement);
  const button = byId('send', HTMLButtonElement);
  let busy = false;
  // The hint, hidden there by the style, is about a keyboard.
  if (matchMedia('(pointer: coarse)').matches) box.removeAttribute('aria-describedby');

  const fit = () => {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
  };
  const relabel = () => {
    const words = t(busy ? 'stop' : 'send');
    button.setAttribute('aria-label', words);
    button.title = words;
    button.replaceChildren(icon(busy ? 'stop' : 'send'));
    button.classList.toggle('busy', busy);
    box.placeholder = t('placeholder');
  };
  const send = () => {
    const question = box.value.trim();
    if (busy || question === '') return;
    box.value = '';
    fit();
    onSend(question);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (busy) onStop();
    else send();
  });
  box.addEventListener('keydown', (event) => {
    // While an input method composes, Enter picks a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  box.addEventListener('input', fit);
  onLangChange(relabel);
  relabel();
  return {
    setBusy(now) {
      busy = now;
      relabel();
    },
    // The box is always on the screen: to scroll to it would only hide the title.
    focus: () => box.focus({ preventScroll: true }),
  };
}

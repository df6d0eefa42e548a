/** A small form below an answer: what is wrong in it, for whoever runs Casebook. */
import { el } from './dom.js';
import { t } from './i18n.js';
import { postJson } from './post-json.js';

/** @typedef {import('../../../core/answer.ts').AnswerSentence} AnswerSentence */

/** Code units, as the server takes them. */
const MAX_TEXT = 1000;
/** Characters of a sentence that tell it from the others in a list. */
const SHOWN = 80;

let forms = 0;

/**
 * Closed until it is wanted; the browser's own disclosure, so that it works with the keyboard and is announced.
 *
 * @param {{ id: string, lang: string, sentences: readonly AnswerSentence[] }} answer
 */
export function errorReportForm(answer) {
  const id = `report-${++forms}`;
  const text = el('textarea', { id: `${id}-text`, rows: 3, maxlength: MAX_TEXT, required: true });
  const where = el(
    'select',
    { id: `${id}-where` },
    el('option', { value: '' }, t('reportWhole')),
    ...answer.sentences.map((sentence, i) =>
      el('option', { value: i + 1, lang: answer.lang }, `${i + 1}. ${shortened(sentence.text)}`),
    ),
  );
  const status = el('p', { class: 'report-error-status', role: 'status' });
  const send = el('button', { type: 'submit', class: 'quiet-button' }, t('reportSend'));
  const form = el(
    'form',
    { class: 'report-error-form' },
    el('label', { for: where.id }, t('reportWhere')),
    where,
    el('label', { for: text.id }, t('reportText')),
    text,
    send,
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (text.value.trim() === '') {
      // Blanks are no report: the browser then says that the field is to be filled in.
      text.value = '';
      text.reportValidity();
      return;
    }
    send.disabled = true;
    const { kept, words } = await post(answer.id, text.value, where.value);
    send.disabled = false;
    status.textContent = words;
    status.classList.toggle('report-error-failed', !kept);
    if (!kept) return;
    text.value = '';
    details.open = false;
    summary.focus();
  });
  const summary = el('summary', {}, t('reportError'));
  const details = el('details', {}, summary, form);
  return el('div', { class: 'report-error' }, details, status);
}

/** @param {string} text */
function shortened(text) {
  const signs = [...text];
  return signs.length <= SHOWN ? text : `${signs.slice(0, SHOWN).join('')}…`;
}

/**
 * @param {string} answerId
 * @param {string} text
 * @param {string} sentence empty for the whole answer.
 * @returns {Promise<{ kept: boolean, words: string }>} `words` tell the reader what became of it.
 */
async function post(answerId, text, sentence) {
  const body = { answerId, text, ...(sentence === '' ? {} : { sentence: Number(sentence) }) };
  try {
    const response = await postJson('/api/report-error', body);
    if (response.status === 401) return { kept: false, words: t('errorLogin') };
    if (!response.ok) return { kept: false, words: t('errorOther', { status: response.status }) };
    const kept = (await response.json()).stored === true;
    return { kept, words: t(kept ? 'reportKept' : 'reportFailed') };
  } catch {
    return { kept: false, words: t('errorGone') };
  }
}

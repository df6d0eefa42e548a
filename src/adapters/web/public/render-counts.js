/** Lines that state amounts: name, bar and amount, so that they can be compared at a glance. */
import { el } from './dom.js';
import { formatDate } from './format.js';

/** @typedef {import('../../../core/answer.ts').AnswerLang} Lang */
/** @typedef {import('../../../core/report.ts').ReportLine} ReportLine */

/**
 * @param {ReportLine} line
 * @returns {boolean} true for a name or a date with its amount, and no source.
 */
export function isCount({ label, date, count, citations }) {
  return count !== undefined && (label === null) !== (date === null) && citations.length === 0;
}

/**
 * @param {readonly ReportLine[]} lines counts, of which the greatest has the whole bar.
 * @param {Lang} lang
 */
export function countList(lines, lang) {
  const most = Math.max(1, ...lines.map(({ count = 0 }) => count));
  return el('dl', { class: 'counts' }, ...lines.map((line) => countRow(line, most, lang)));
}

/**
 * @param {ReportLine} line
 * @param {number} most
 * @param {Lang} lang
 */
function countRow({ label, date, text, lang: textLang, notes, count = 0 }, most, lang) {
  const bar = el('span', { class: 'count-bar' });
  bar.style.inlineSize = `${(100 * count) / most}%`;
  return el(
    'div',
    { class: 'count-row' },
    el('dt', {}, date === null ? label : el('time', { datetime: date }, formatDate(date, lang))),
    el(
      'dd',
      {},
      el('span', { class: 'count-track', 'aria-hidden': 'true' }, bar),
      el('span', { class: 'count-text', lang: textLang }, text),
      notes.length > 0 && el('span', { class: 'line-notes' }, notes.join(' · ')),
    ),
  );
}

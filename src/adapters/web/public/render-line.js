/** One line of a report: who, when, what, in small print how sure, and the numbers of its sources. */
import { citationButton } from './citation-button.js';
import { el } from './dom.js';
import { formatDate } from './format.js';
import { glued } from './glue.js';
import { splitEnd } from './sentence-parts.js';

/** @typedef {import('../../../core/answer.ts').AnswerLang} Lang */
/** @typedef {import('../../../core/report.ts').ReportLine} ReportLine */
/** @typedef {import('../../../core/report.ts').ReportSource} ReportSource */
/** @typedef {{ lang: Lang, sources: ReadonlyMap<number, ReportSource>, dateFirst: boolean, sided: boolean }} LineContext */

/**
 * @param {ReportLine} line
 * @param {LineContext} context `lang` is the report's; `dateFirst` sets the date apart, as on a time line;
 *   `sided` shows of each line by itself which side it takes.
 */
export function lineItem(line, { lang, sources, dateFirst, sided }) {
  const date =
    line.date !== null &&
    el('p', { class: 'line-date' }, el('time', { datetime: line.date }, formatDate(line.date, lang)));
  const label = line.label !== null && el('p', { class: 'line-label' }, line.label);
  const [start, end] = splitEnd(line.text);
  const cites = el('span', { class: 'cites' }, el('span', { lang: line.lang }, ...glued(end)));
  const text = el('p', { class: 'line-text' }, el('span', { lang: line.lang }, ...glued(start)), cites);
  const notes = line.notes.length > 0 && el('p', { class: 'line-notes' }, line.notes.join(' · '));
  for (const n of line.citations) {
    const source = sources.get(n);
    if (source !== undefined) cites.append(citationButton(source, notes || text));
  }
  const rests = line.citations.join(' ');
  const tone = sided && line.tone !== 'plain' && line.tone;
  if (dateFirst)
    return el(
      'li',
      { class: 'line', 'data-cites': rests, 'data-tone': tone },
      date,
      el('div', { class: 'line-body' }, label, text, notes),
    );
  const head = (label || date) && el('div', { class: 'line-head' }, label, date);
  return el('li', { class: 'line', 'data-cites': rests, 'data-tone': tone }, head, text, notes);
}

/**
 * What follows from the case as a whole, as names and values.
 *
 * @param {readonly ReportLine[]} lines
 */
export function factList(lines) {
  return el(
    'dl',
    { class: 'case-facts' },
    ...lines.map(({ label, text, lang, notes }) =>
      el(
        'div',
        {},
        el('dt', {}, label),
        el(
          'dd',
          {},
          el('span', { lang }, text),
          notes.length > 0 && el('span', { class: 'line-notes' }, notes.join(' · ')),
        ),
      ),
    ),
  );
}

/**
 * @param {ReportLine} line
 * @returns {boolean} true for a name and its value, without date and source.
 */
export function isFact({ date, label, citations }) {
  return date === null && label !== null && citations.length === 0;
}

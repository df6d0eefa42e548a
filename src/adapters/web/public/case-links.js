/** Addresses of the cases' own pages. */
import { el, icon } from './dom.js';
import { t } from './i18n.js';

/** @typedef {import('../../../core/report.ts').CaseView} CaseView */

/** @type {ReadonlySet<string>} */
let known = new Set();

/** @param {readonly string[]} caseIds the cases that have a page. */
export function setKnownCases(caseIds) {
  known = new Set(caseIds);
}

/**
 * @param {string} caseId
 * @param {CaseView} [view]
 */
export function casePath(caseId, view = 'case') {
  const path = `/cases/${encodeURIComponent(caseId.toWellFormed())}`;
  return view === 'case' ? path : `${path}/${view}`;
}

/**
 * A link to a case's page, in a tab of its own: the conversation is kept by the page that it is on.
 *
 * @param {string} caseId
 * @param {{ view?: CaseView, words?: string }} [options]
 */
export function caseLink(caseId, { view = 'case', words = t('openCase') } = {}) {
  return pageLink(casePath(caseId, view), words);
}

/**
 * @param {string} href of a page of this server.
 * @param {string} words
 */
export function pageLink(href, words) {
  return el('a', { class: 'case-link', href, target: '_blank' }, words, icon('open'));
}

/**
 * The link to what the case that a source belongs to takes from it; null when it belongs to none that is known.
 *
 * @param {string} sourceId `<case-id>/s1` for a case's source.
 */
export function caseOfSource(sourceId) {
  const end = Math.max(0, sourceId.lastIndexOf('/'));
  const caseId = sourceId.slice(0, end);
  if (!known.has(caseId)) return null;
  const place = encodeURIComponent(sourceId.slice(end + 1).toWellFormed());
  return el('p', { class: 'source-link' }, pageLink(`${casePath(caseId)}#${place}`, t('openCase')));
}

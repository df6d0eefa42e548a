/** The words that all platforms share about sources, as the server sends them. */
import { formatDate } from './format.js';

/** @typedef {import('../../../core/answer.ts').AnswerLang} Lang */
/** @typedef {import('../../../core/answer.ts').Citation} Citation */
/** @typedef {Record<Lang, import('../../../core/labels.ts').Labels>} AllLabels */

/** @type {AllLabels | null} */
let all = null;

/** @param {AllLabels} received */
export function setLabels(received) {
  all = received;
}

/**
 * @param {Lang} lang
 * @returns {import('../../../core/labels.ts').Labels}
 */
export function labels(lang) {
  if (all === null) throw new Error('the labels have not arrived');
  return all[lang];
}

/**
 * Publisher and date.
 *
 * @param {{ publisher: string | null, date: string | null }} source
 * @param {Lang} lang
 */
export function sourceLabel(source, lang) {
  const words = labels(lang);
  const date = source.date === null ? words.dateUnknown : formatDate(source.date, lang);
  return `${source.publisher ?? words.publisherUnknown}${words.comma}${date}`;
}

/**
 * Whose words the excerpt is.
 *
 * @param {Citation} citation
 * @param {Lang} lang
 */
export function excerptLabel(citation, lang) {
  return labels(lang).excerpt[citation.excerptKind].replace('{source}', () => sourceLabel(citation, lang));
}

/**
 * The excerpt as it may be shown: only the publisher's own words stand in quotation marks.
 *
 * @param {Citation} citation
 * @param {Lang} lang
 */
export function shownExcerpt(citation, lang) {
  if (citation.excerptKind !== 'original') return citation.excerpt;
  const [open, close] = labels(lang).quotes;
  return `${open}${citation.excerpt}${close}`;
}

/** The words that all platforms share about sources, as the server sends them. */
import { formatDate, LOCALES } from './format.js';

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

/** The server's `also-published.ts` says the same on the other platforms. */
const MOST_NAMED = 4;

/**
 * Who else printed the report, in pieces to be shown one after the other: a name has the address of that publication.
 * Empty when nobody did.
 *
 * @param {Pick<Citation, 'alsoPublished'>} source
 * @param {Lang} lang
 * @returns {{ text: string, url: string | null }[]}
 */
export function alsoPublishedPieces({ alsoPublished = [] }, lang) {
  if (alsoPublished.length === 0) return [];
  const { before, after, others } = labels(lang).alsoPublished;
  const named = alsoPublished.length > MOST_NAMED ? alsoPublished.slice(0, MOST_NAMED - 1) : alsoPublished;
  const rest = alsoPublished.length - named.length;
  /** @type {{ text: string, url: string | null }[]} */
  const names = named.map(({ publisher, url }) => ({ text: publisher, url }));
  if (rest > 0) names.push({ text: others.replace('{n}', String(rest)), url: null });
  const list = new Intl.ListFormat(LOCALES[lang], { type: 'conjunction' });
  return [
    { text: before, url: null },
    ...list
      .formatToParts(names.map((_, i) => String(i)))
      .flatMap(({ type, value }) =>
        type === 'element' ? (names[Number(value)] ?? []) : { text: value, url: null },
      ),
    ...(after === '' ? [] : [{ text: after, url: null }]),
  ];
}

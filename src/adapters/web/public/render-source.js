/** One source: what it is, who published it and when, and the words that the answer rests on. */
import { caseOfSource } from './case-links.js';
import { copyButton } from './copy-answer.js';
import { el, icon } from './dom.js';
import { formatDate, languageName, webAddress } from './format.js';
import { glued } from './glue.js';
import { lang, t } from './i18n.js';
import { alsoPublishedPieces, excerptLabel, labels, shownExcerpt, sourceLabel } from './labels.js';
import { bareWords } from './sentence-parts.js';

/** @typedef {import('../../../core/answer.ts').Citation} Citation */
/** @typedef {import('../../../core/answer.ts').NearestSource} NearestSource */
/** @typedef {import('../../../core/report.ts').ReportSource} ReportSource */
/** @typedef {import('../wire-event.ts').WireCitation} WireCitation */
/** @typedef {Citation | WireCitation | ReportSource} CitedSource an answer cites a passage, a report the source as a whole. */

/**
 * @param {CitedSource} citation
 * @param {{ withTitle: boolean, words: string }} options
 */
export function sourceDetails(citation, { withTitle, words: cited }) {
  const words = labels(lang());
  const { authority } = citation;
  return el(
    'div',
    { class: 'source-details' },
    withTitle &&
      el(
        'p',
        { class: 'source-title' },
        el('span', { class: 'badge', 'aria-hidden': 'true' }, String(citation.n)),
        el('span', {}, titleText(citation), ' ', descriptiveTag(citation)),
      ),
    el(
      'dl',
      { class: 'facts' },
      ...fact(t('published'), citation.publisher ?? words.publisherUnknown, publicationDate(citation)),
      ...fact(t('authority'), authority === null ? words.authorityUnknown : words.authority[authority]),
      ...fact(t('publicationLanguage'), languageName(citation.lang, lang())),
    ),
    'excerpt' in citation && passage(citation, cited),
    publicationLink(citation.url),
    alsoPublished(citation),
    caseOfSource(citation.sourceId),
    'copy' in citation && copyButton(citation.copy, 'copySource'),
  );
}

/**
 * The passage, labelled as what it is: quoted only when these are the publisher's own words.
 *
 * @param {Citation} citation
 * @param {string} cited what of it stands in the answer; nothing is marked where it is all, or not in it.
 */
function passage(citation, cited) {
  const label = excerptLabel(citation, lang());
  const text = shownExcerpt(citation, lang());
  const isQuote = citation.excerptKind === 'original';
  return el(
    'figure',
    { class: `passage passage-${citation.excerptKind}` },
    el('figcaption', { class: 'passage-label' }, isQuote ? t('passage') : label),
    el(
      isQuote ? 'blockquote' : 'p',
      { class: 'passage-text', lang: citation.excerptLang },
      ...marked(text, cited),
    ),
  );
}

/**
 * @param {string} text
 * @param {string} words
 */
function marked(text, words) {
  const at = words === '' ? -1 : text.indexOf(words);
  if (at < 0 || bareWords(text) === words) return glued(text);
  const end = at + words.length;
  return [...glued(text.slice(0, at)), el('mark', {}, ...glued(words)), ...glued(text.slice(end))];
}

/**
 * A link to the stored address; text when there is none that a browser may open.
 *
 * @param {string | null} url
 */
export function publicationLink(url) {
  const href = webAddress(url);
  if (href === null) return el('p', { class: 'source-link faint' }, url ?? t('noLink'));
  return el(
    'p',
    { class: 'source-link' },
    el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, t('openPublication'), icon('open')),
    el('span', { class: 'host' }, new URL(href).hostname),
  );
}

/**
 * Who else printed the report, each name with a link to that publication; nothing when nobody did.
 *
 * @param {CitedSource} source
 */
export function alsoPublished(source) {
  const pieces = alsoPublishedPieces(source, lang());
  return pieces.length > 0 && el('p', { class: 'meta also-published' }, ...pieces.map(namedPiece));
}

/** @param {{ text: string, url: string | null }} piece */
function namedPiece({ text, url }) {
  const href = webAddress(url);
  return href === null ? text : el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, text);
}

/**
 * @param {NearestSource} source
 * @returns {HTMLLIElement}
 */
export function nearestItem(source) {
  const href = webAddress(source.url);
  const title =
    href === null
      ? el('span', {}, source.title)
      : el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, source.title);
  return el(
    'li',
    { class: 'nearest-item' },
    el('span', { class: 'nearest-title' }, title, ' ', descriptiveTag(source)),
    el('span', { class: 'meta' }, sourceLabel(source, lang())),
  );
}

/**
 * The title in its language: a descriptive one was written with the digest, in a language that a report does not tell.
 *
 * @param {CitedSource} source
 */
export function titleText(source) {
  const ofDigest = 'excerptLang' in source ? source.excerptLang : '';
  return el('span', { lang: source.titleIsDescriptive ? ofDigest : source.lang }, source.title);
}

/** @param {{ titleIsDescriptive: boolean }} source */
export function descriptiveTag(source) {
  return source.titleIsDescriptive && el('span', { class: 'tag' }, labels(lang()).descriptiveTitle);
}

/** @param {{ date: string | null }} source */
function publicationDate({ date }) {
  if (date === null) return el('span', {}, labels(lang()).dateUnknown);
  return el('time', { datetime: date }, formatDate(date, lang()));
}

/**
 * @param {string} name
 * @param {...(string | Node)} values
 */
function fact(name, ...values) {
  return [
    el(
      'div',
      {},
      el('dt', {}, name),
      el('dd', {}, ...values.flatMap((v, i) => (i === 0 ? [v] : [labels(lang()).comma, v]))),
    ),
  ];
}

/** A report of the case book on the page: card, time line, both sides, summary, two cases compared. */
import { caseLink } from './case-links.js';
import { el, icon } from './dom.js';
import { lang, t } from './i18n.js';
import { factList, isFact, lineItem } from './render-line.js';
import { reportSourceList } from './report-sources.js';

/** @typedef {import('../shown-picture.ts').ShownReport} Report */
/** @typedef {import('../../../core/report.ts').ReportSection} ReportSection */
/** @typedef {import('./render-line.js').LineContext} LineContext */
/** @typedef {1 | 3} Level of the title's heading. */

/** @type {Partial<Record<ReportSection['tone'], 'accusation' | 'reply' | 'measure' | 'contest'>>} */
const ICONS = { accusation: 'accusation', reply: 'reply', measure: 'measure', contest: 'contest' };

/**
 * @param {Report} report
 * @param {{ level: Level, withLinks: boolean }} options `withLinks` leads from a conversation to the cases' own pages.
 */
export function reportView(report, { level, withLinks }) {
  /** @type {LineContext} */
  const context = {
    lang: report.lang,
    sources: new Map(report.sources.map((source) => [source.n, source])),
    dateFirst: report.kind === 'timeline',
  };
  const sections = report.sections.map((section, i) =>
    sectionView(report, i, { section, context, level, withLinks }),
  );
  const notices = report.notices.map((text) => el('p', { class: 'notice' }, text));
  return el(
    'div',
    { class: `report report-${report.kind}`, lang: report.lang },
    el(level === 1 ? 'h1' : 'h3', { class: 'report-title' }, report.title),
    sections.length > 0 && el('div', { class: 'report-sections' }, ...sections),
    report.picture !== undefined && pictureView(report.picture),
    ...notices,
    withLinks && caseLinks(report),
    report.sources.length > 0 && reportSourceList(report, level === 1 ? 'h2' : 'h4'),
  );
}

/**
 * @param {Report} report
 * @param {number} i place of the section.
 * @param {{ section: ReportSection, context: LineContext, level: Level, withLinks: boolean }} parts
 */
function sectionView(report, i, { section, context, level, withLinks }) {
  const { heading, tone, lines } = section;
  const mark = ICONS[tone];
  const words = headingWords(report, i, heading, withLinks);
  return el(
    'section',
    { class: 'report-section', 'data-tone': tone },
    el(level === 1 ? 'h2' : 'h4', { class: 'section-heading' }, mark !== undefined && icon(mark), ...words),
    linesView(report.kind, lines, context),
  );
}

/**
 * The heading: of a comparison, the case's name in smaller letters; of a summary, a link to the case.
 *
 * @param {Report} report
 * @param {number} i
 * @param {string} heading
 * @param {boolean} withLinks
 * @returns {Node[]}
 */
function headingWords({ kind, cases }, i, heading, withLinks) {
  const own = kind === 'compare' ? cases[i % 2] : cases[i];
  const end = own === undefined ? '' : ` — ${own.title}`;
  if (kind === 'compare' && end !== '' && heading.endsWith(end)) {
    const what = heading.slice(0, -end.length);
    return [el('span', {}, what, ' ', el('span', { class: 'heading-case' }, own?.title))];
  }
  if (kind === 'summary' && withLinks && own?.title === heading)
    return [caseLink(own.id, { words: heading })];
  return [el('span', {}, heading)];
}

/**
 * @param {Report['kind']} kind
 * @param {ReportSection['lines']} lines
 * @param {LineContext} context
 */
function linesView(kind, lines, context) {
  if (lines.length === 0) {
    // Where two stand beside each other, an empty place would look like an omission of the page.
    const isBeside = kind === 'sides' || kind === 'compare';
    return isBeside && el('p', { class: 'line-notes', lang: lang() }, t('sideEmpty'));
  }
  if (lines.every(isFact)) return factList(lines);
  const list = kind === 'timeline' ? 'ol' : 'ul';
  return el(list, { class: 'lines' }, ...lines.map((line) => lineItem(line, context)));
}

/**
 * Links to the pages of the cases that no section of the report leads to.
 *
 * @param {Report} report
 */
function caseLinks({ kind, cases, sections }) {
  const view = kind === 'timeline' || kind === 'sides' ? kind : 'case';
  const left = kind === 'summary' ? cases.filter(({ title }, i) => sections[i]?.heading !== title) : cases;
  if (left.length === 0) return null;
  const oneView = left.length === 1 && kind !== 'summary';
  return el(
    'ul',
    { class: 'case-links', lang: oneView && lang() },
    ...left.map(({ id, title }) => el('li', {}, caseLink(id, oneView ? { view } : { words: title }))),
  );
}

/**
 * The report's picture, to be sent on: it is fetched when it is scrolled to, and its place is kept until then.
 *
 * @param {import('../shown-picture.ts').ShownPicture} picture
 */
function pictureView({ src, alt, width, height }) {
  return el(
    'p',
    { class: 'report-picture' },
    el(
      'a',
      { href: src, target: '_blank' },
      el('img', { src, alt, width, height, loading: 'lazy', decoding: 'async' }),
    ),
  );
}

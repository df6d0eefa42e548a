/** A report on the page: card, time line, both sides, summary, two cases compared; a story of the news, a digest. */
import { caseLink, pageLink } from './case-links.js';
import { el, icon } from './dom.js';
import { glued } from './glue.js';
import { lang, t } from './i18n.js';
import { labels } from './labels.js';
import { countList, isCount } from './render-counts.js';
import { factList, isFact, lineItem } from './render-line.js';
import { pictureView } from './render-picture.js';
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
    sided: isNews(report.kind),
  };
  const sections = report.sections.map((section, i) =>
    sectionView(report, i, { section, context, level, withLinks }),
  );
  const notices = report.notices.map((text) => el('p', { class: 'notice' }, text));
  return el(
    'div',
    { class: `report report-${report.kind}`, lang: report.lang },
    isNews(report.kind) && el('p', { class: 'eyebrow' }, labels(report.lang).news[report.kind]),
    el(level === 1 ? 'h1' : 'h3', { class: 'report-title' }, ...glued(report.title)),
    sections.length > 0 && el('div', { class: 'report-sections' }, ...sections),
    report.picture !== undefined && pictureView(report.picture),
    ...notices,
    withLinks && caseLinks(report),
    report.sources.length > 0 && reportSourceList(report, level === 1 ? 'h2' : 'h4'),
  );
}

/**
 * @param {Report['kind']} kind
 * @returns {kind is 'news' | 'digest'}
 */
function isNews(kind) {
  return kind === 'news' || kind === 'digest';
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
    { class: 'report-section', 'data-tone': tone, 'data-counts': lines.length > 0 && lines.every(isCount) },
    el(level === 1 ? 'h2' : 'h4', { class: 'section-heading' }, mark !== undefined && icon(mark), ...words),
    linesView(report.kind, lines, context),
  );
}

/**
 * The heading: of a comparison, the case's name in smaller letters; of a summary or a digest, a link to the case.
 *
 * @param {Report} report
 * @param {number} i
 * @param {string} heading
 * @param {boolean} withLinks
 * @returns {Node[]}
 */
function headingWords({ kind, cases }, i, heading, withLinks) {
  const grouped = kind === 'digest' ? cases.find(({ title }) => title === heading) : cases[i];
  const own = kind === 'compare' ? cases[i % 2] : grouped;
  const end = own === undefined ? '' : ` — ${own.title}`;
  if (kind === 'compare' && end !== '' && heading.endsWith(end)) {
    const what = heading.slice(0, -end.length);
    return [el('span', {}, what, ' ', el('span', { class: 'heading-case' }, own?.title))];
  }
  if ((kind === 'summary' || kind === 'digest') && withLinks && own?.title === heading)
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
  if (lines.every(isCount)) return countList(lines, context.lang);
  if (lines.every(isFact)) return factList(lines);
  const list = kind === 'timeline' ? 'ol' : 'ul';
  return el(list, { class: 'lines' }, ...lines.map((line) => lineItem(line, context)));
}

/**
 * Links to the pages of the cases that no section of the report leads to, or to the report's own.
 *
 * @param {Report} report
 */
function caseLinks({ kind, cases, sections }) {
  if (kind === 'sources' && cases.length === 0)
    return el('p', { class: 'case-links', lang: lang() }, pageLink('/sources', t('openPage')));
  const view = kind === 'timeline' || kind === 'sides' ? kind : 'case';
  const named = kind === 'summary' || kind === 'digest';
  const left = cases.filter(({ title }, i) =>
    kind === 'digest'
      ? sections.every(({ heading }) => heading !== title)
      : kind !== 'summary' || sections[i]?.heading !== title,
  );
  if (left.length === 0) return null;
  const oneView = left.length === 1 && !named;
  return el(
    'ul',
    { class: 'case-links', lang: oneView && lang() },
    ...left.map(({ id, title }) => el('li', {}, caseLink(id, oneView ? { view } : { words: title }))),
  );
}

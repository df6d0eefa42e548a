/** The numbered sources below a report, each with its link. */
import { el, icon } from './dom.js';
import { webAddress } from './format.js';
import { lang, t } from './i18n.js';
import { labels, sourceLabel } from './labels.js';
import { alsoPublished, descriptiveTag, titleText } from './render-source.js';

/** @typedef {import('../../../core/report.ts').Report} Report */
/** @typedef {import('../../../core/report.ts').ReportSource} ReportSource */

/**
 * @param {Report} report
 * @param {'h2' | 'h4'} heading
 */
export function reportSourceList({ sources }, heading) {
  return el(
    'section',
    { class: 'sources report-sources', 'aria-live': 'off', lang: lang() },
    el(heading, { class: 'eyebrow' }, t('sources')),
    el('ol', {}, ...sources.map(sourceItem)),
  );
}

/** @param {ReportSource} source */
function sourceItem(source) {
  const words = labels(lang());
  const { n, url, authority } = source;
  const href = webAddress(url);
  const title = titleText(source);
  return el(
    'li',
    { class: 'report-source' },
    el('span', { class: 'badge' }, String(n)),
    el(
      'div',
      { class: 'source-words' },
      el(
        'p',
        {},
        href === null
          ? title
          : el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, title, icon('open')),
        ' ',
        descriptiveTag(source),
      ),
      el(
        'p',
        { class: 'meta' },
        `${sourceLabel(source, lang())} · ${authority === null ? words.authorityUnknown : words.authority[authority]}`,
      ),
      el('p', { class: 'meta host' }, href === null ? (url ?? t('noLink')) : new URL(href).hostname),
      alsoPublished(source),
    ),
  );
}

/** The first screen: what this is, what the corpus holds, and questions to begin with. */
import { byId, el, icon } from './dom.js';
import { EXAMPLES } from './examples.js';
import { formatNumber, languageName } from './format.js';
import { lang, t } from './i18n.js';
import { questionItem } from './render-answer.js';

/** @typedef {import('../web-app.ts').WebAbout} WebAbout */

/**
 * @param {WebAbout} about
 * @param {(question: string) => void} onAsk
 */
export function renderWelcome(about, onAsk) {
  const figures = byId('figures', HTMLDListElement);
  const languages = about.languages.map(({ lang: code }) => languageName(code, lang()));
  figures.replaceChildren(
    ...(about.sources === 0
      ? [
          el(
            'div',
            { class: 'figure-empty' },
            el('dt', { class: 'hidden' }, t('sources')),
            el('dd', {}, t('corpusEmpty')),
          ),
        ]
      : [
          figure(t('figureSources'), formatNumber(about.sources, lang())),
          figure(t('figurePassages'), formatNumber(about.passages, lang())),
          figure(
            t('figureLanguages'),
            formatNumber(languages.length, lang()),
            languages.join(lang() === 'zh' ? '、' : ', '),
          ),
        ]),
  );
  figures.hidden = false;
  const cases = about.caseIds.length;
  const allCases = byId('all-cases', HTMLParagraphElement);
  allCases.hidden = cases === 0;
  allCases.replaceChildren(
    el('a', { href: '/cases' }, t('allCases', { count: formatNumber(cases, lang()) }), icon('arrow')),
  );
  const examples = EXAMPLES.filter(({ caseId }) => about.caseIds.includes(caseId));
  byId('examples', HTMLDivElement).hidden = examples.length === 0;
  byId('example-list', HTMLUListElement).replaceChildren(
    ...examples.map((example) => questionItem(example[lang()], onAsk, lang())),
  );
}

/**
 * @param {string} name
 * @param {string} value
 * @param {string} [detail]
 */
function figure(name, value, detail) {
  return el('div', { title: detail }, el('dt', {}, name), el('dd', {}, value));
}

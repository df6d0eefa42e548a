/** The page of one case: its card, its time line, or both sides, each at an address of its own. */
import { casePath } from './case-links.js';
import { byId, el } from './dom.js';
import { t } from './i18n.js';
import { showReportPage } from './report-page.js';

/** @typedef {import('../../../core/report.ts').CaseView} CaseView */

/** @type {readonly { view: CaseView, words: 'viewCase' | 'viewTimeline' | 'viewSides' }[]} */
const VIEWS = [
  { view: 'case', words: 'viewCase' },
  { view: 'timeline', words: 'viewTimeline' },
  { view: 'sides', words: 'viewSides' },
];

// The server gives this page only where there is such a case.
const [, id = '', shown = 'case'] = location.pathname.split('/').filter((part) => part !== '');
const caseId = decodeURIComponent(id);

function renderViews() {
  byId('views', HTMLElement).replaceChildren(
    el(
      'ul',
      {},
      ...VIEWS.map(({ view, words }) =>
        el(
          'li',
          {},
          el('a', { href: casePath(caseId, view), 'aria-current': view === shown && 'page' }, t(words)),
        ),
      ),
    ),
  );
}

await showReportPage(renderViews);

/** The page of one case: its card, its time line, or both sides, each at an address of its own. */
import { casePath } from './case-links.js';
import { byId, el } from './dom.js';
import { fetchJson } from './fetch-json.js';
import { applyLang, lang, onLangChange, t } from './i18n.js';
import { setLabels } from './labels.js';
import { reportView } from './render-report.js';
import { retryNote } from './retry-note.js';
import { startSettings } from './settings.js';
import { closeSource } from './source-panel.js';

/** @typedef {import('../shown-picture.ts').ShownReport} Report */
/** @typedef {import('../../../core/report.ts').CaseView} CaseView */
/** @typedef {{ labels: import('./labels.js').AllLabels }} Labelled */

/** @type {readonly { view: CaseView, words: 'viewCase' | 'viewTimeline' | 'viewSides' }[]} */
const VIEWS = [
  { view: 'case', words: 'viewCase' },
  { view: 'timeline', words: 'viewTimeline' },
  { view: 'sides', words: 'viewSides' },
];

// The server gives this page only where there is such a case.
const [, id = '', shown = 'case'] = location.pathname.split('/').filter((part) => part !== '');
const caseId = decodeURIComponent(id);
const content = byId('content', HTMLDivElement);
let loads = 0;

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

async function load() {
  const turn = ++loads;
  const path = `/api${location.pathname.replace(/\/+$/, '')}?${new URLSearchParams({ lang: lang() })}`;
  /** @type {[import('./fetch-json.js').Fetched<Labelled>, import('./fetch-json.js').Fetched<Report>]} */
  const [labelled, fetched] = await Promise.all([fetchJson('/api/about'), fetchJson(path)]);
  if (turn !== loads) return;
  closeSource();
  if (labelled.data === null || fetched.data === null) {
    const words = 'words' in fetched ? fetched.words : 'words' in labelled ? labelled.words : '';
    // The button goes: the focus moves to what comes in its place.
    content.replaceChildren(retryNote(words, () => void load().then(() => content.focus())));
    return;
  }
  setLabels(labelled.data.labels);
  const report = fetched.data;
  document.title = `${report.title} · Casebook`;
  content.replaceChildren(reportView(report, { level: 1, withLinks: false }));
}

onLangChange(() => {
  renderViews();
  void load();
});

applyLang();
startSettings();
renderViews();
await load();

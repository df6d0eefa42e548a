/** A page that shows one report: it is fetched from the page's own address, and anew in each language. */
import { byId } from './dom.js';
import { fetchJson } from './fetch-json.js';
import { applyLang, lang, onLangChange } from './i18n.js';
import { setLabels } from './labels.js';
import { pointOut } from './point-out.js';
import { reportView } from './render-report.js';
import { retryNote } from './retry-note.js';
import { startSettings } from './settings.js';
import { closeSource } from './source-panel.js';

/** @typedef {import('../shown-picture.ts').ShownReport} Report */
/** @typedef {{ labels: import('./labels.js').AllLabels }} Labelled */

let loads = 0;

/** @param {() => void} [renderFrame] draws what stands around the report, in the language of the page. */
export async function showReportPage(renderFrame = () => undefined) {
  onLangChange(() => {
    renderFrame();
    void load();
  });
  applyLang();
  startSettings();
  renderFrame();
  await load();
}

async function load() {
  const content = byId('content', HTMLDivElement);
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
  // Another language is no reason to leave the place that one reads.
  pointOut(report, content, { scroll: turn === 1 });
}

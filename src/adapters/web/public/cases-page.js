/** The list of all cases, searched while one types; also what an address shows where there is no page. */
import { casePath } from './case-links.js';
import { byId, el } from './dom.js';
import { fetchJson } from './fetch-json.js';
import { formatNumber } from './format.js';
import { applyLang, lang, onLangChange, t } from './i18n.js';
import { retryNote } from './retry-note.js';
import { startSettings } from './settings.js';

/** @typedef {{ id: string, title: string }} ListedCase */

/** Milliseconds without a key after which the search begins: shorter than the pause between two words. */
const PAUSE = 120;

const main = byId('content', HTMLElement);
const box = byId('typed', HTMLInputElement);
const count = byId('count', HTMLElement);
const found = byId('found', HTMLUListElement);
const isMissing = main.dataset.title === 'missingTitle';
let searches = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/** @returns {Promise<number | null>} how many were found; null when a later search has overtaken this one, or none was. */
async function search() {
  clearTimeout(waiting);
  const turn = ++searches;
  const query = new URLSearchParams({ q: box.value.trim(), lang: lang() });
  /** @type {import('./fetch-json.js').Fetched<ListedCase[]>} */
  const fetched = await fetchJson(`/api/cases?${query}`);
  if (turn !== searches) return null;
  document.querySelector('.broken')?.remove();
  if (fetched.data === null) {
    found.replaceChildren();
    count.textContent = '';
    found.before(retryNote(fetched.words, () => void search().then(() => box.focus())));
    return null;
  }
  found.replaceChildren(...fetched.data.map(caseItem));
  count.textContent = countWords(fetched.data.length);
  return fetched.data.length;
}

/** @param {number} cases */
function countWords(cases) {
  if (cases > 0) return t('casesCount', { count: formatNumber(cases, lang()) });
  return box.value.trim() === '' ? t('casesEmpty') : t('casesNone');
}

/** @param {ListedCase} listed */
function caseItem({ id, title }) {
  const year = /^\d{4}(?=-)/.exec(id)?.[0] ?? '';
  return el(
    'li',
    {},
    el(
      'a',
      { class: 'case-row', href: casePath(id) },
      // Titles tell the year themselves; this one is for the eye that runs down the list.
      el('span', { class: 'case-year', 'aria-hidden': 'true' }, year),
      el('span', { class: 'case-name' }, title),
    ),
  );
}

function relabel() {
  box.placeholder = t('casesPlaceholder');
  document.title = `${t(isMissing ? 'missingTitle' : 'casesTitle')} · Casebook`;
}

function keepAddress() {
  const typed = box.value.trim();
  // A wrong address stays for whoever wants to correct it.
  if (!isMissing)
    history.replaceState(null, '', typed === '' ? '/cases' : `/cases?${new URLSearchParams({ q: typed })}`);
}

/** What was typed at the address: a search that was shared, or the name of a case that is not there. */
function typedInAddress() {
  const { pathname, search: query } = location;
  if (!isMissing) return new URLSearchParams(query).get('q') ?? '';
  const [folder, id = ''] = pathname.split('/').filter((part) => part !== '');
  if (folder !== 'cases') return '';
  try {
    return decodeURIComponent(id).replaceAll('-', ' ').slice(0, box.maxLength);
  } catch {
    return '';
  }
}

byId('search', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  void search();
});
box.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    keepAddress();
    void search();
  }, PAUSE);
});
onLangChange(() => {
  relabel();
  void search();
});

applyLang();
startSettings();
relabel();
box.value = typedInAddress();
if ((await search()) === 0 && isMissing) {
  box.value = '';
  await search();
}

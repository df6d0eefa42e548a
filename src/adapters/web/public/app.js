/** The page: asks, shows what comes, and keeps the conversation. */
import { setKnownCases } from './case-links.js';
import { startComposer } from './composer.js';
import { byId } from './dom.js';
import { Exchange } from './exchange.js';
import { applyLang, lang, onLangChange, t } from './i18n.js';
import { setLabels } from './labels.js';
import { retryNote } from './retry-note.js';
import { startSettings } from './settings.js';
import { AskError, ask } from './stream.js';
import { renderWelcome } from './welcome.js';

/** @typedef {import('../web-app.ts').WebAbout & { labels: import('./labels.js').AllLabels }} About */

const threadId = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
  byte.toString(16).padStart(2, '0'),
).join('');
const welcome = byId('welcome', HTMLElement);
const conversation = byId('conversation', HTMLDivElement);
/** @type {Exchange[]} */
const exchanges = [];
/** @type {AbortController | null} */
let underWay = null;
/** @type {About | null} */
let about = null;

const composer = startComposer({
  onSend: (question) => void askQuestion(question, { keepFocus: true }),
  onStop: () => underWay?.abort(),
});

/**
 * Fetches, once, what every answer needs.
 *
 * @returns {Promise<boolean>} false when the server could not be reached.
 */
async function loadAbout() {
  if (about !== null) return true;
  const response = await fetch('/api/about').catch(() => null);
  if (!response?.ok) return false;
  about = /** @type {About} */ (await response.json());
  setLabels(about.labels);
  setKnownCases(about.caseIds);
  renderWelcome(about, clickQuestion);
  return true;
}

/** @param {string} question */
function clickQuestion(question) {
  void askQuestion(question, { keepFocus: false });
}

/**
 * @param {string} question
 * @param {{ keepFocus: boolean }} options `keepFocus`: the asker types on; else the focus goes to the new exchange.
 */
async function askQuestion(question, { keepFocus }) {
  if (underWay !== null) return;
  const controller = new AbortController();
  underWay = controller;
  composer.setBusy(true);
  welcome.hidden = true;
  const exchange = new Exchange({ question, onAsk: clickQuestion });
  exchanges.push(exchange);
  conversation.append(exchange.root);
  if (!keepFocus) exchange.heading.focus({ preventScroll: true });
  exchange.root.scrollIntoView({ block: 'start' });
  try {
    if (!(await loadAbout())) throw new AskError('Gone');
    for await (const event of ask({ text: question, threadId, lang: lang() }, controller.signal))
      exchange.show(event);
  } catch (error) {
    exchange.breakOff(brokenWords(error, controller.signal));
  } finally {
    underWay = null;
    composer.setBusy(false);
  }
}

/**
 * @param {unknown} error
 * @param {AbortSignal} signal
 * @returns {() => string}
 */
function brokenWords(error, signal) {
  if (signal.aborted) return () => t('stopped');
  if (error instanceof AskError) return () => t(`error${error.reason}`, { status: error.status });
  // A defect of the page: its cause belongs in the console, the reader gets a way on.
  console.error(error);
  return () => t('errorCut');
}

function showUnreachable() {
  const retry = async () => {
    if (await loadAbout()) note.remove();
  };
  const note = retryNote(t('errorGone'), () => void retry());
  welcome.append(note);
}

onLangChange(() => {
  if (about !== null) renderWelcome(about, clickQuestion);
  // The same words in another language are no news to a screen reader.
  conversation.setAttribute('aria-live', 'off');
  for (const exchange of exchanges) exchange.render();
  setTimeout(() => conversation.setAttribute('aria-live', 'polite'), 200);
});

applyLang();
startSettings();
if (!(await loadAbout())) showUnreachable();
if (matchMedia('(pointer: fine)').matches) composer.focus();

/** The language of the page: chosen, remembered, and put on everything that carries words. */
import { messages as en } from './messages-en.js';
import { messages as fr } from './messages-fr.js';
import { messages as zh } from './messages-zh.js';
import { recall, remember } from './remember.js';

/** @typedef {import('../../../core/answer.ts').AnswerLang} Lang */
/** @typedef {keyof import('./messages-fr.js').Messages} MessageKey */

/** @type {Record<Lang, import('./messages-fr.js').Messages>} */
const MESSAGES = { fr, en, zh };

/**
 * @param {unknown} value
 * @returns {value is Lang}
 */
export function isLang(value) {
  return value === 'fr' || value === 'en' || value === 'zh';
}

/** @returns {Lang} the remembered language, else the browser's, else English. */
function firstLang() {
  const remembered = recall('lang');
  if (isLang(remembered)) return remembered;
  const known = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLang);
  return known ?? 'en';
}

let current = firstLang();
/** @type {(() => void)[]} */
const listeners = [];

/** @returns {Lang} */
export function lang() {
  return current;
}

/**
 * The words for `key`, with `{name}` replaced.
 *
 * @param {MessageKey} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  return MESSAGES[current][key].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** @param {Lang} chosen */
export function setLang(chosen) {
  current = chosen;
  remember('lang', chosen);
  applyLang();
  for (const listener of listeners) listener();
}

/** @param {() => void} listener called after each change. */
export function onLangChange(listener) {
  listeners.push(listener);
}

/** Puts the words on the parts of the page that are always there. */
export function applyLang() {
  document.documentElement.lang = current;
  for (const element of document.querySelectorAll('[data-i18n]')) {
    element.textContent = t(/** @type {MessageKey} */ (element.getAttribute('data-i18n')));
  }
  for (const element of document.querySelectorAll('[data-i18n-label]')) {
    const key = /** @type {MessageKey} */ (element.getAttribute('data-i18n-label'));
    element.setAttribute('aria-label', t(key));
  }
}

/** The reader's choices: language and theme. */
import { byId, icon } from './dom.js';
import { isLang, lang, onLangChange, setLang, t } from './i18n.js';
import { recall, remember } from './remember.js';

/** @typedef {'auto' | 'light' | 'dark'} Theme */

/** @type {Record<Theme, { next: Theme, words: 'themeAuto' | 'themeLight' | 'themeDark' }>} */
const THEMES = {
  auto: { next: 'light', words: 'themeAuto' },
  light: { next: 'dark', words: 'themeLight' },
  dark: { next: 'auto', words: 'themeDark' },
};

export function startSettings() {
  startLanguages(byId('languages', HTMLFieldSetElement));
  startTheme(byId('theme', HTMLButtonElement));
}

/** @param {HTMLElement} group */
function startLanguages(group) {
  const buttons = [...group.querySelectorAll('button')];
  const mark = () => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.lang === lang()));
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      if (isLang(button.dataset.lang)) setLang(button.dataset.lang);
    });
  }
  onLangChange(mark);
  mark();
}

/** @param {HTMLButtonElement} button */
function startTheme(button) {
  const remembered = recall('theme');
  /** @type {Theme} */
  let theme = remembered === 'light' || remembered === 'dark' ? remembered : 'auto';
  const show = () => {
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    const words = t(THEMES[theme].words);
    button.setAttribute('aria-label', words);
    button.title = words;
    button.replaceChildren(icon(theme));
  };
  button.addEventListener('click', () => {
    theme = THEMES[theme].next;
    remember('theme', theme);
    show();
  });
  onLangChange(show);
  show();
}

/** What every page has: title and description, bar, language, theme, styles, and one script. */
import { html } from 'hono/html';
import type { AnswerLang } from '../../core/answer.ts';
import { PAGE_WORDS } from './page-words.ts';

/** Markup whose foreign text is escaped already: hono's `html` tag makes it. */
export type Markup = ReturnType<typeof html>;

export interface Page {
  readonly lang: AnswerLang;
  readonly title: string;
  readonly description: string;
  /** Names of files in `public`, without their endings. */
  readonly script: string;
  readonly styles: readonly string[];
  /** Where the first link leads for those who skip the bar: an element's id and words. */
  readonly skip: { readonly id: string; readonly key: 'skip' | 'skipContent' };
  /** The entry of the bar that this page is, or belongs to; `chat` keeps a conversation that a link must not end. */
  readonly at: 'chat' | 'cases' | 'sources' | null;
  readonly content: Markup;
}

const PLACES = [
  { name: 'cases', key: 'placeCases' },
  { name: 'sources', key: 'placeSources' },
] as const;
const TAB = html` target="_blank"`;
const HERE = html` aria-current="page"`;

export function pageFrame({ lang, title, description, script, styles, skip, at, content }: Page): Markup {
  const words = PAGE_WORDS[lang];
  return html`<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="description" content="${description}">
    <meta property="og:site_name" content="Casebook">
    <meta property="og:title" content="${title}">
    <meta property="og:description" content="${description}">
    <title>${title}</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    ${styles.map((name) => html`<link rel="stylesheet" href="/${name}.css">`)}
    <script src="/theme-boot.js"></script>
    <script type="module" src="/${script}.js"></script>
  </head>
  <body>
    <a class="skip" href="#${skip.id}" data-i18n="${skip.key}">${words[skip.key]}</a>
    <header class="bar">
      <div class="bar-inner">
        <a class="brand" href="/">
          <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M5 3.5h10.5L19 7v13.5H5z" />
            <path d="M8.5 10h7M8.5 13.5h7M8.5 17h4" />
          </svg>
          <span>Casebook</span>
        </a>
        <nav class="places" data-i18n-label="places" aria-label="${words.places}">
          ${PLACES.map(
            ({ name, key }) =>
              html`<a href="/${name}" data-i18n="${key}"${at === 'chat' ? TAB : at === name ? HERE : ''}>${words[key]}</a>`,
          )}
        </nav>
        <div class="tools">
          <fieldset class="segments" id="languages">
            <legend class="hidden" data-i18n="language">${words.language}</legend>
            <button type="button" data-lang="fr" lang="fr" aria-label="FR Français">FR</button>
            <button type="button" data-lang="en" lang="en" aria-label="EN English">EN</button>
            <button type="button" data-lang="zh" lang="zh">中文</button>
          </fieldset>
          <button type="button" class="icon-button" id="theme"></button>
        </div>
      </div>
    </header>
    ${content}
    <noscript><p class="noscript">${words.noScript}</p></noscript>
  </body>
</html>
`;
}

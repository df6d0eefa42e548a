/** The pages beside the chat: the list of cases, one case, what the corpus holds, and what a wrong address shows. */
import { html } from 'hono/html';
import type { AnswerLang } from '../../core/answer.ts';
import type { Report } from '../../core/report.ts';
import { type Markup, pageFrame } from './page-frame.ts';
import { PAGE_WORDS } from './page-words.ts';

const STYLES = ['base', 'page', 'answer', 'source', 'report', 'counts', 'cases'];
const SKIP = { id: 'content', key: 'skipContent' } as const;
/** Characters of a description that services show of a shared address. */
const MAX_DESCRIPTION = 300;

/** @param missing true where the address that was asked for holds nothing. */
export function casesPage(lang: AnswerLang, { missing }: { readonly missing: boolean }): Markup {
  const words = PAGE_WORDS[lang];
  const [title, lead] = missing
    ? (['missingTitle', 'missing'] as const)
    : (['casesTitle', 'casesLead'] as const);
  return pageFrame({
    lang,
    title: `${words[title]} · Casebook`,
    description: words[lead],
    script: 'cases-page',
    styles: STYLES,
    skip: SKIP,
    at: missing ? null : 'cases',
    content: html`<main id="content" class="cases" tabindex="-1" data-title="${title}">
      <h1 class="cases-title" data-i18n="${title}">${words[title]}</h1>
      <p class="lead" data-i18n="${lead}">${words[lead]}</p>
      <form class="cases-search" id="search" role="search">
        <label class="eyebrow" for="typed" data-i18n="casesSearch">${words.casesSearch}</label>
        <input type="search" id="typed" name="q" autocomplete="off" spellcheck="false" maxlength="200">
      </form>
      <p class="meta" id="count" role="status"></p>
      <ul class="case-list" id="found"></ul>
      <p class="page-links">
        ${missing && html`<a href="/cases" data-i18n="backToCases">${words.backToCases}</a>`}
        <a href="/" data-i18n="askQuestion">${words.askQuestion}</a>
      </p>
    </main>`,
  });
}

export function casePage(report: Report): Markup {
  const words = PAGE_WORDS[report.lang];
  return pageFrame({
    lang: report.lang,
    title: `${report.title} · Casebook`,
    description: describe(report) || words.casesLead,
    script: 'case-page',
    styles: STYLES,
    skip: SKIP,
    at: null,
    content: html`<main class="case-page">
      <nav class="page-links" data-i18n-label="casesTitle" aria-label="${words.casesTitle}">
        <a href="/cases" data-i18n="backToCases">${words.backToCases}</a>
        <a href="/" data-i18n="askQuestion">${words.askQuestion}</a>
      </nav>
      <nav class="views" id="views" data-i18n-label="views" aria-label="${words.views}"></nav>
      <div id="content" tabindex="-1" aria-live="off"><p class="status" data-i18n="loading">${words.loading}</p></div>
    </main>`,
  });
}

export function sourcesPage(report: Report): Markup {
  const words = PAGE_WORDS[report.lang];
  return pageFrame({
    lang: report.lang,
    title: `${report.title} · Casebook`,
    description: describe(report) || words.casesLead,
    script: 'sources-page',
    styles: STYLES,
    skip: SKIP,
    at: 'sources',
    content: html`<main class="case-page">
      <div id="content" tabindex="-1" aria-live="off"><p class="status" data-i18n="loading">${words.loading}</p></div>
      <p class="page-links sources-links">
        <a href="/cases" data-i18n="backToCases">${words.backToCases}</a>
        <a href="/" data-i18n="askQuestion">${words.askQuestion}</a>
      </p>
    </main>`,
  });
}

/** The first lines, as far as they fit: whom it hit, when, who is accused. */
function describe({ sections }: Report): string {
  const lines = (sections[0]?.lines ?? []).map(({ label, text }) =>
    label === null ? text : `${label} – ${text}`,
  );
  const whole = lines.join(' · ');
  return whole.length <= MAX_DESCRIPTION ? whole : `${[...whole].slice(0, MAX_DESCRIPTION - 1).join('')}…`;
}

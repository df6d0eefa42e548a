/** The page that asks for the token, and the one that ends a session. They work without a script. */
import { html } from 'hono/html';
import type { AnswerLang } from '../../core/answer.ts';
import { type Markup, pageFrame } from './page-frame.ts';
import { PAGE_WORDS } from './page-words.ts';

export interface LoginPage {
  /** Where to go on: a path on this server. */
  readonly to: string;
  /** What was wrong with the last attempt. */
  readonly trouble: 'loginWrong' | 'loginOften' | null;
}

export function loginPage(lang: AnswerLang, { to, trouble }: LoginPage): Markup {
  const words = PAGE_WORDS[lang];
  return page(
    lang,
    html`<form class="cases-search" method="post" action="/login">
        <input type="hidden" name="to" value="${to}">
        <label class="eyebrow" for="token" data-i18n="loginLabel">${words.loginLabel}</label>
        <input type="password" id="token" name="token" autocomplete="current-password" maxlength="1000" required autofocus>
        ${trouble !== null && html`<p class="broken" role="alert" data-i18n="${trouble}">${words[trouble]}</p>`}
        <p><button type="submit" class="quiet-button" data-i18n="loginSend">${words.loginSend}</button></p>
      </form>`,
  );
}

/** @param proof what shows that the form is ours. */
export function logoutPage(lang: AnswerLang, proof: string): Markup {
  const words = PAGE_WORDS[lang];
  return page(
    lang,
    html`<form class="cases-search" method="post" action="/logout">
        <input type="hidden" name="proof" value="${proof}">
        <p><button type="submit" class="quiet-button" data-i18n="logoutSend">${words.logoutSend}</button></p>
      </form>`,
  );
}

function page(lang: AnswerLang, form: Markup): Markup {
  const words = PAGE_WORDS[lang];
  return pageFrame({
    lang,
    title: `${words.loginTitle} · Casebook`,
    description: words.loginLead,
    script: 'login-page',
    styles: ['base', 'page', 'answer', 'cases'],
    skip: { id: 'content', key: 'skipContent' },
    at: null,
    content: html`<main id="content" class="cases" tabindex="-1">
      <h1 class="cases-title" data-i18n="loginTitle">${words.loginTitle}</h1>
      <p class="lead" data-i18n="loginLead">${words.loginLead}</p>
      ${form}
    </main>`,
  });
}

/** The page of the chat. */
import { html } from 'hono/html';
import type { AnswerLang } from '../../core/answer.ts';
import { type Markup, pageFrame } from './page-frame.ts';
import { PAGE_WORDS } from './page-words.ts';

export function chatPage(lang: AnswerLang): Markup {
  const words = PAGE_WORDS[lang];
  return pageFrame({
    lang,
    title: 'Casebook',
    description: words.lead,
    script: 'app',
    styles: ['base', 'page', 'composer', 'answer', 'after-answer', 'source', 'report', 'counts'],
    skip: { id: 'question', key: 'skip' },
    at: 'chat',
    content: html`<main>
      <h1 class="hidden">Casebook</h1>
      <section class="welcome" id="welcome" aria-labelledby="welcome-title">
        <h2 class="welcome-title" id="welcome-title" data-i18n="title">${words.title}</h2>
        <p class="lead" data-i18n="lead">${words.lead}</p>
        <dl class="figures" id="figures" hidden></dl>
        <p class="all-cases" id="all-cases" hidden></p>
        <div id="examples" hidden>
          <h3 class="eyebrow" data-i18n="examples">${words.examples}</h3>
          <ul class="questions" id="example-list"></ul>
        </div>
      </section>
      <div id="conversation" role="log" aria-live="polite" data-i18n-label="conversation"></div>
    </main>
    <form class="composer" id="composer" autocomplete="off" data-i18n-label="questionLabel">
      <div class="composer-inner">
        <div class="composer-box">
          <label class="hidden" for="question" data-i18n="questionLabel">${words.questionLabel}</label>
          <textarea id="question" rows="1" maxlength="4000" enterkeyhint="send" aria-describedby="hint"></textarea>
          <button type="submit" class="send" id="send"></button>
        </div>
        <p class="hint" id="hint" data-i18n="hint">${words.hint}</p>
      </div>
    </form>`,
  });
}

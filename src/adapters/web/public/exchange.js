/** One question and its reply on the page, from the first event to the last. */
import { copyButton } from './copy-answer.js';
import { el, icon } from './dom.js';
import { t } from './i18n.js';
import { ratingButtons } from './rate-answer.js';
import { answerTail, sentenceBlock } from './render-answer.js';
import { noticesOf } from './render-notice.js';
import { reportView } from './render-report.js';
import { errorReportForm } from './report-error.js';
import { closeSource } from './source-panel.js';

/** @typedef {import('../wire-event.ts').WireEvent} WireEvent */
/** @typedef {import('../../../core/answer.ts').AnswerSentence} AnswerSentence */
/** @typedef {import('../../../core/answer.ts').Citation} Citation */
/** @typedef {Exclude<WireEvent, { type: 'status' | 'sentence' }>} FinalEvent */
/** @typedef {{ question: string, onAsk: (question: string) => void }} ExchangeOptions */

export class Exchange {
  /** @type {AnswerSentence[]} */
  #sentences = [];
  /** @type {Map<number, Citation>} */
  #citations = new Map();
  /** @type {FinalEvent | null} */
  #final = null;
  /** @type {(() => string) | null} words of an error or of the reader's own stop, after which one may try again. */
  #broken = null;
  /** @type {'searching' | 'writing' | null} */
  #status = 'searching';
  #body = el('div', { class: 'answer' });

  /** @param {ExchangeOptions} options */
  constructor({ question, onAsk }) {
    this.question = question;
    this.onAsk = onAsk;
    this.heading = el('h2', { class: 'asked', tabindex: -1 }, question);
    this.root = el('article', { class: 'exchange' }, this.heading, this.#body);
    this.render();
  }

  /** @param {WireEvent} event */
  show(event) {
    if (event.type === 'status') {
      this.#setStatus(event.status);
    } else if (event.type === 'sentence') {
      for (const citation of event.newCitations) this.#citations.set(citation.n, citation);
      this.#sentences.push(event.sentence);
      this.#addSentence(event.sentence);
      this.#setStatus('writing');
    } else {
      this.#finish(event);
    }
  }

  /** @param {() => string} words in the language of the page at the time. */
  breakOff(words) {
    this.#broken = words;
    this.#setStatus(null);
    this.#body.append(this.#brokenNote(words));
  }

  /** Puts everything anew, in the language of the page. */
  render() {
    closeSource();
    this.#body.replaceChildren();
    for (const sentence of this.#sentences) this.#addSentence(sentence);
    if (this.#final !== null) this.#addFinal(this.#final);
    if (this.#broken !== null) this.#body.append(this.#brokenNote(this.#broken));
    this.#setStatus(this.#status);
  }

  /** @param {FinalEvent} final */
  #finish(final) {
    this.#final = final;
    this.#setStatus(null);
    if (final.type === 'answer') {
      const { sentences, citations } = final.answer;
      const shown = this.#sentences;
      const isContinuation = shown.every((sentence, i) => sentence.text === sentences[i]?.text);
      this.#sentences = [...sentences];
      this.#citations = new Map(citations.map((citation) => [citation.n, citation]));
      // What is shown already stays: the reader may have opened a source in it, and it has been read out.
      if (!isContinuation) return this.render();
      for (const sentence of sentences.slice(shown.length)) this.#addSentence(sentence);
    }
    this.#addFinal(final);
  }

  /** @param {FinalEvent} final */
  #addFinal(final) {
    if (final.type === 'answer') {
      const { answer } = final;
      this.#body.lang = answer.lang;
      const actions = el(
        'span',
        { class: 'answer-actions' },
        copyButton(final.copy, 'copy'),
        ratingButtons(answer.id),
      );
      const report = errorReportForm(answer);
      const tail = answerTail(answer, { onAsk: this.onAsk, actions, report });
      this.#body.prepend(...noticesOf(answer).first);
      this.#body.append(el('div', { class: 'tail', lang: document.documentElement.lang }, ...tail));
    } else if (final.type === 'report') {
      this.#body.append(reportView(final.report, { level: 3, withLinks: true }));
    } else {
      const kind = final.type === 'failure' ? 'failure' : 'own-text';
      this.#body.append(el('p', { class: kind }, final.text));
      if (final.type === 'failure') this.#body.append(this.#retryButton());
    }
  }

  /** @param {AnswerSentence} sentence */
  #addSentence(sentence) {
    const status = this.#body.querySelector(':scope > .status');
    const block = sentenceBlock(sentence, this.#citations);
    if (status === null) this.#body.append(block);
    else status.before(block);
  }

  /** @param {'searching' | 'writing' | null} status */
  #setStatus(status) {
    const words = status === null ? '' : t(status);
    const shown = this.#body.querySelector(':scope > .status');
    this.#status = status;
    if (status === null) shown?.remove();
    else if (shown === null) this.#body.append(el('p', { class: 'status' }, words));
    else if (shown.textContent !== words) shown.textContent = words;
  }

  /** @param {() => string} words */
  #brokenNote(words) {
    return el('div', { class: 'broken' }, el('p', {}, words()), this.#retryButton());
  }

  #retryButton() {
    const again = () => this.onAsk(this.question);
    return el('button', { type: 'button', class: 'quiet-button', onclick: again }, icon('retry'), t('retry'));
  }
}

/** An answer on the page: its sentences, its sources, and what to do when there is no answer. */
import { citationButton } from './citation-button.js';
import { el, icon } from './dom.js';
import { formatDate, formatNumber } from './format.js';
import { glued } from './glue.js';
import { lang, t } from './i18n.js';
import { alsoPublishedPieces, labels, sourceLabel } from './labels.js';
import { noticesOf } from './render-notice.js';
import { descriptiveTag, nearestItem, titleText } from './render-source.js';
import { bareWords, splitEnd, splitLead } from './sentence-parts.js';
import { toggleSource } from './source-panel.js';

/** @typedef {import('../../../core/answer.ts').Answer} Answer */
/** @typedef {import('../../../core/answer.ts').AnswerSentence} AnswerSentence */
/** @typedef {import('../../../core/answer.ts').Citation} Citation */

/**
 * One sentence with its numbers; each number opens its source below the sentence.
 *
 * @param {AnswerSentence} sentence
 * @param {ReadonlyMap<number, Citation>} citations
 */
export function sentenceBlock(sentence, citations) {
  const { kind, speaker, text } = sentence;
  const label = kind === 'context' ? null : labels(lang()).kind[kind];
  const cited = sentence.citations.flatMap((n) => citations.get(n) ?? []);
  const { lead, words, lang: wordsLang } = splitLead(text, cited);
  const [start, end] = splitEnd(words);
  const cites = el('span', { class: 'cites' }, el('span', { lang: wordsLang }, ...glued(end)));
  const body = el(
    'p',
    { class: 'sentence-text' },
    lead !== '' && el('span', { class: 'lead-in' }, lead),
    el('span', { lang: wordsLang }, ...glued(start)),
    cites,
  );
  const bare = bareWords(words);
  for (const citation of cited) cites.append(citationButton(citation, body, bare));
  return el(
    'div',
    { class: 'sentence', 'data-kind': kind },
    label !== null &&
      el(
        'p',
        { class: 'kind' },
        el('span', { class: 'kind-name' }, label),
        speaker !== null && el('span', { class: 'speaker', lang: cited[0]?.excerptLang }, speaker),
      ),
    body,
  );
}

/**
 * The numbered list below the answer.
 *
 * @param {readonly Citation[]} citations
 */
export function sourceList(citations) {
  return el(
    'section',
    { class: 'sources', 'aria-live': 'off' },
    el('h3', { class: 'eyebrow' }, t('sources')),
    el('ol', {}, ...citations.map(sourceItem)),
  );
}

/** @param {Citation} citation */
function sourceItem(citation) {
  const words = labels(lang());
  const { authority } = citation;
  // The links are in the opened source: this row is a button.
  const also = alsoPublishedPieces(citation, lang())
    .map(({ text }) => text)
    .join('');
  const button = el(
    'button',
    { type: 'button', class: 'source-row', 'aria-expanded': 'false' },
    el('span', { class: 'badge' }, String(citation.n)),
    el(
      'span',
      { class: 'source-words' },
      el('span', { class: 'row-title' }, titleText(citation), ' ', descriptiveTag(citation)),
      el(
        'span',
        { class: 'meta' },
        `${sourceLabel(citation, lang())} · ${authority === null ? words.authorityUnknown : words.authority[authority]}`,
      ),
      also !== '' && el('span', { class: 'meta' }, also),
    ),
  );
  const item = el('li', {}, button);
  button.addEventListener('click', () => toggleSource(button, citation, button, { withTitle: false }));
  return item;
}

/**
 * What stands below the sentences of a complete answer.
 *
 * @param {Answer} answer
 * @param {{ onAsk: (question: string) => void, actions: Node, report: Node }} parts
 * @returns {Node[]}
 */
export function answerTail(answer, { onAsk, actions, report }) {
  const notices = noticesOf(answer).after;
  if (answer.status === 'unanswered') return [...unanswered(answer, onAsk), ...notices];
  const method = answer.method === 'model' ? t('methodModel') : t('methodExtractive');
  const foot = `${method} · ${asOf(answer)}`;
  return [
    ...notices,
    el('div', { class: 'answer-foot', 'aria-live': 'off' }, actions, el('p', { class: 'method' }, foot)),
    report,
    sourceList(answer.citations),
  ];
}

/**
 * @param {Answer} answer
 * @param {(question: string) => void} onAsk
 */
function unanswered(answer, onAsk) {
  const { searched, nearest, suggestions, lead, lang: answerLang } = answer;
  // The answer's own words are in its language, which may not be the page's.
  const title =
    lead === undefined
      ? el('p', { class: 'unanswered-title' }, t('unanswered'))
      : el('p', { class: 'unanswered-title', lang: answerLang }, lead);
  const block = el('div', { class: 'unanswered' }, title);
  if (searched !== null) {
    const sources = formatNumber(searched.sources, lang());
    const passages = formatNumber(searched.passages, lang());
    block.append(el('p', { class: 'meta' }, `${t('searched', { sources, passages })} · ${asOf(answer)}`));
  }
  if (nearest.length > 0) {
    block.append(
      el('h3', { class: 'eyebrow' }, t('nearest')),
      el('ul', { class: 'nearest' }, ...nearest.map(nearestItem)),
    );
  }
  if (suggestions.length > 0) {
    block.append(
      el('h3', { class: 'eyebrow' }, t('suggestions')),
      questionList(suggestions, onAsk, answerLang),
    );
  }
  return [block];
}

/** @param {Answer} answer */
function asOf(answer) {
  return t('asOf', { date: formatDate(answer.asOf, lang()) });
}

/**
 * Questions to click.
 *
 * @param {readonly string[]} questions
 * @param {(question: string) => void} onAsk
 * @param {string} questionLang
 */
export function questionList(questions, onAsk, questionLang) {
  return el(
    'ul',
    { class: 'questions' },
    ...questions.map((question) => questionItem(question, onAsk, questionLang)),
  );
}

/**
 * @param {string} question
 * @param {(question: string) => void} onAsk
 * @param {string} questionLang
 */
export function questionItem(question, onAsk, questionLang) {
  return el(
    'li',
    {},
    el(
      'button',
      { type: 'button', class: 'question-button', lang: questionLang, onclick: () => onAsk(question) },
      el('span', {}, ...glued(question)),
      icon('arrow'),
    ),
  );
}

/** An answer, or one source of it, as text that can be pasted into an article: numbered, with its references. */
import { alsoPublishedLine } from './also-published.ts';
import type { Answer, AnswerLang, Citation } from './answer.ts';
import { formatDate } from './format-date.ts';
import { excerptLabel, LABELS, shownExcerpt } from './labels.ts';
import type { TextKind } from './source.ts';

/** `markdown` escapes foreign text, so that it comes out as the same text; `plain` is for everything else. */
export type CitationStyle = 'plain' | 'markdown';

interface Words {
  readonly sources: string;
  readonly textKind: Record<TextKind, string | null>;
  readonly unanswered: string;
  /** @param date in words. */
  readonly reference: (date: string, id: string) => string;
}

const WORDS: Record<AnswerLang, Words> = {
  fr: {
    sources: 'Sources',
    textKind: { original: null, digest: 'résumé de Casebook', teaser: 'texte d’annonce' },
    unanswered: 'Le corpus de Casebook ne contenait pas la réponse à la question.',
    reference: (date, id) => `Casebook, réponse du ${date}, référence ${id}`,
  },
  en: {
    sources: 'Sources',
    textKind: { original: null, digest: 'Casebook’s digest', teaser: 'teaser text' },
    unanswered: 'Casebook’s corpus did not hold the answer to the question.',
    reference: (date, id) => `Casebook, answer of ${date}, reference ${id}`,
  },
  zh: {
    sources: '来源',
    textKind: { original: null, digest: 'Casebook 摘要', teaser: '导语' },
    unanswered: 'Casebook 的语料库中没有该问题的答案。',
    reference: (date, id) => `Casebook，${date}的回答，编号 ${id}`,
  },
};

/**
 * The sentences with their numbers, what the reader must know of the answer as a whole, the sources, and under which
 * reference the answer was given on which day (UTC).
 *
 * @param lang of the words around the sentences, which stay in the answer's language.
 */
export function citationText(answer: Answer, lang: AnswerLang, style: CitationStyle = 'plain'): string {
  const words = WORDS[lang];
  const safe = SAFE[style];
  const sentences = answer.sentences.map(({ text, citations }) =>
    `${safe(text)} ${citations.map((n) => numberOf(n, style)).join('')}`.trim(),
  );
  const said = sentences.length > 0 ? sentences : [safe(answer.lead ?? words.unanswered)];
  const sources = answer.citations.map((c) => `${numberOf(c.n, style)} ${reference(c, lang, style)}`);
  const date = formatDate(answer.asOf.slice(0, 10), lang);
  return (
    [
      said,
      answer.notices.map(({ text }) => safe(text)),
      sources.length === 0 ? [] : [`${words.sources}${lang === 'fr' ? ' ' : ''}:`, ...sources],
      [safe(words.reference(date, answer.id))],
    ]
      .filter((block) => block.length > 0)
      // Markdown joins lines that no blank line parts.
      .map((block) => block.join(style === 'markdown' ? '\n\n' : '\n'))
      .join('\n\n')
  );
}

/** The words that the answer rests on, labelled as whose they are, with the reference of their publication. */
export function sourceText(citation: Citation, lang: AnswerLang, style: CitationStyle = 'plain'): string {
  const safe = SAFE[style];
  const whose =
    citation.excerptKind === 'original' ? '' : `${safe(excerptLabel(citation, lang))}${COLON[lang]}`;
  return `${whose}${safe(shownExcerpt(citation, lang))}\n\n${reference(citation, lang, style)}`;
}

const COLON: Record<AnswerLang, string> = { fr: ' : ', en: ': ', zh: '：' };

/** «Publisher, “Title”, 28 May 2025 (Casebook’s digest). https://… Also published by A and B.» */
function reference(citation: Citation, lang: AnswerLang, style: CitationStyle): string {
  const labels = LABELS[lang];
  const safe = SAFE[style];
  const [open, close] = labels.quotes;
  const { title, titleIsDescriptive, publisher, date, url, excerptKind } = citation;
  // Only a publisher's own headline stands in quotation marks.
  const headline = titleIsDescriptive ? `${title} (${labels.descriptiveTitle})` : `${open}${title}${close}`;
  const kind = WORDS[lang].textKind[excerptKind];
  const parts = [
    publisher ?? labels.publisherUnknown,
    headline,
    date === null ? labels.dateUnknown : formatDate(date, lang),
  ];
  const written = safe(`${parts.join(labels.comma)}${kind === null ? '' : ` (${kind})`}${STOP[lang]}`);
  const also = alsoPublishedLine(citation, lang);
  const pieces = [
    written,
    ...(url === null ? [] : [ADDRESS[style](url)]),
    ...(also === null ? [] : [safe(`${also}${STOP[lang]}`)]),
  ];
  return pieces.join(' ');
}

const STOP: Record<AnswerLang, string> = { fr: '.', en: '.', zh: '。' };

const numberOf = (n: number, style: CitationStyle): string =>
  style === 'markdown' ? `\\[${n}\\]` : `[${n}]`;

/** Controls and the marks that turn the direction of writing would change what is read where it is pasted. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();

const SAFE: Record<CitationStyle, (text: string) => string> = {
  plain: oneLine,
  // The blank of no width keeps a mention from being one, and an address that we did not store from being a link.
  markdown: (text) =>
    oneLine(text)
      .replace(/[\\`*_{}[\]()<>#+\-.!|~&^=]/g, '\\$&')
      .replace(/@|:(?=\/\/)|\bwww(?=\\\.)/gi, '$&\u200b'),
};

const ADDRESS: Record<CitationStyle, (url: string) => string> = {
  plain: oneLine,
  markdown: (url) => `<${oneLine(url).replace(/[<>\s]/g, (sign) => encodeURIComponent(sign))}>`,
};

/** The answer to a question: sentences, each with the numbers of the sources it rests on. */
import type { ClaimKind } from './case-record.ts';
import type { Authority, Republication, TextKind } from './source.ts';

/** Languages that Casebook speaks itself; the sources may be in any. */
export const ANSWER_LANGS = ['fr', 'en', 'zh'] as const;
export type AnswerLang = (typeof ANSWER_LANGS)[number];

export interface AnswerSentence {
  /** One or two sentences without citation markers. Foreign text inside it is data: adapters escape it. */
  readonly text: string;
  /** Citation numbers, in order of importance; never empty in an answered Answer. */
  readonly citations: readonly number[];
  readonly kind: ClaimKind;
  /** Who says so, as the source names them; null when the source speaks for itself. */
  readonly speaker: string | null;
}

export interface Citation {
  /** 1..n in order of first use. */
  readonly n: number;
  readonly sourceId: string;
  readonly title: string;
  readonly titleIsDescriptive: boolean;
  readonly publisher: string | null;
  readonly date: string | null;
  /** From the stored source, never from a model. */
  readonly url: string | null;
  /** Language of the publication. */
  readonly lang: string;
  readonly authority: Authority | null;
  /** Other publishers that print the same report: no further witnesses. Oldest first; absent where none is known. */
  readonly alsoPublished?: readonly Republication[];
  /** Verbatim substring of the source's stored text. */
  readonly excerpt: string;
  readonly excerptKind: TextKind;
  readonly excerptLang: string;
}

/** What the reader must know about the answer as a whole. */
export const NOTICE_CODES = [
  'no-denial-found',
  'one-side-only',
  'model-unavailable',
  'model-unsupported',
  'reports-claims',
  'corpus-empty',
  /** A follow-up, and the question it was taken for. */
  'understood-as',
  /** Every source of the answer passes on the report of one agency. */
  'one-wire',
  /** Those who accuse do not accuse the same. */
  'attributions-differ',
  'source-corrected',
  'source-withdrawn',
  /** A source joined the corpus by itself, and nobody has looked at it. */
  'source-unreviewed',
  'model-over-budget',
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

export interface Notice {
  readonly code: NoticeCode;
  /** In the answer's language. */
  readonly text: string;
}

/** A source near to the question, shown when the corpus does not hold the answer. */
export interface NearestSource {
  readonly sourceId: string;
  readonly title: string;
  readonly titleIsDescriptive: boolean;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly url: string | null;
}

export interface Answer {
  /** Reference id under which the log has the whole story. */
  readonly id: string;
  readonly status: 'answered' | 'unanswered';
  readonly method: 'extractive' | 'model';
  readonly lang: AnswerLang;
  /** When the answer was given, ISO 8601 in UTC. */
  readonly asOf: string;
  readonly sentences: readonly AnswerSentence[];
  readonly citations: readonly Citation[];
  readonly notices: readonly Notice[];
  /** Only when unanswered: the sources that came nearest. */
  readonly nearest: readonly NearestSource[];
  /** Only when unanswered: how much was searched. */
  readonly searched: { readonly sources: number; readonly passages: number } | null;
  /** Only when unanswered: questions that the corpus can answer, in the answer's language. */
  readonly suggestions: readonly string[];
  /** The question as it was understood, when that is not how it was put: a follow-up made whole. */
  readonly asked?: string;
  /**
   * Only when unanswered: what the bot says in place of «the corpus does not hold the answer», for a greeting or a request
   * that no corpus answers. In the answer's language.
   */
  readonly lead?: string;
}

/** The answer's sentences joined, each followed by its `[n]` markers. */
export function answerText(answer: Pick<Answer, 'sentences'>): string {
  return answer.sentences
    .map(({ text, citations }) => `${text} ${citations.map((n) => `[${n}]`).join('')}`.trim())
    .join('\n');
}

/**
 * Checks the promises that every Answer keeps, against the stored texts.
 *
 * @param storedText gives the stored text of a source id, or undefined when there is none.
 * @returns one sentence for each broken promise; an empty list for a sound answer.
 */
export function brokenPromises(
  answer: Answer,
  storedText: (sourceId: string) => string | undefined,
): string[] {
  const broken: string[] = [];
  const used: number[] = [];
  for (const [i, sentence] of answer.sentences.entries()) {
    if (sentence.citations.length === 0) broken.push(`sentence ${i + 1} has no citation`);
    for (const n of sentence.citations) {
      if (!answer.citations.some((c) => c.n === n))
        broken.push(`sentence ${i + 1} cites [${n}], which does not exist`);
      if (!used.includes(n)) used.push(n);
    }
  }
  if (used.some((n, i) => n !== i + 1)) broken.push(`numbers are first used in the order ${used.join(', ')}`);
  if (answer.citations.some((c, i) => c.n !== i + 1)) broken.push('citations are not listed as 1..n');
  if (answer.citations.length > used.length) broken.push('a listed citation is not used');
  for (const citation of answer.citations) {
    const text = storedText(citation.sourceId);
    if (text === undefined) broken.push(`[${citation.n}] points to the unknown source ${citation.sourceId}`);
    else if (!text.includes(citation.excerpt))
      broken.push(`the excerpt of [${citation.n}] is not in the stored text`);
  }
  if (answer.status === 'answered' && answer.sentences.length === 0)
    broken.push('answered without a sentence');
  if (answer.status === 'unanswered' && answer.sentences.length > 0) broken.push('unanswered with sentences');
  return broken;
}

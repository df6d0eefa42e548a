/** Judges one question: what retrieval found and what the answer held. */
import { type Answer, answerText } from '../core/answer.ts';
import { isReplyKind } from '../core/case-record.ts';
import type { Hit } from '../core/retrieval.ts';
import { fold } from '../lexicon/fold.ts';
import type { VerifySentence } from '../verify/verify-sentence.ts';
import { type CitationJudgement, judgeCitations } from './judge-citations.ts';
import type { Reply } from './put-question.ts';
import type { EvaluationQuestion } from './question-file.ts';

export interface Judgement {
  readonly id: string;
  readonly lang: string;
  readonly answerable: boolean;
  readonly hard: boolean;
  /** Rank of the first hit from a right article and of the first right passage, from 1; null when not found. */
  readonly articleRank: number | null;
  readonly passageRank: number | null;
  readonly answered: boolean;
  /** Of the golden set: `follow-up`, `near-miss` …; null elsewhere. */
  readonly kind: string | null;
  /** The answer shows the reply that a right answer must show; null where none must be shown, or nothing was answered. */
  readonly denial: boolean | null;
  /** The answer names whom it must name as the one who says it; null likewise. */
  readonly attributor: boolean | null;
  /** The answer holds every keyword; null for an unanswerable question. */
  readonly keywords: boolean | null;
  /** The answer shows an accusation and also a reply, or says that none was found; null where no accusation is shown. */
  readonly bothSides: boolean | null;
  readonly citations: CitationJudgement;
  readonly milliseconds: number;
  /** Milliseconds to the first sentence; null when there was none. */
  readonly firstSentence: number | null;
}

/** What an answer is held against. */
export interface Evidence {
  readonly verify: VerifySentence;
  readonly storedText: (sourceId: string) => string | undefined;
}

/**
 * Judges hits and answer against the gold of the question.
 *
 * @param hits in order of rank; articles are counted once each for the article rank.
 * @param reply the answer, and how long it took.
 */
export function judge(
  question: EvaluationQuestion,
  hits: readonly Hit[],
  { answer, milliseconds, firstSentence }: Omit<Reply, 'audit'>,
  { verify, storedText }: Evidence,
): Judgement {
  const gold = [
    ...(question.gold_article === null
      ? []
      : [{ article: question.gold_article, sentence: question.gold_sentence ?? '' }]),
    ...question.also_ok,
  ];
  const articles = [...new Set(hits.map(({ source }) => source.id))];
  const right = new Set(gold.map(({ article }) => article));
  const articleRank = rank(articles.findIndex((id) => right.has(id)));
  const passageRank = rank(
    hits.findIndex(({ passage, source }) =>
      gold.some(
        ({ article, sentence }) => article === source.id && normal(passage.text).includes(normal(sentence)),
      ),
    ),
  );
  const text = normal(answerText(answer));
  const kinds = answer.sentences.map(({ kind }) => kind);
  const answered = answer.status === 'answered' && !isWordOfCaution(question, answer);
  return {
    id: question.id,
    lang: question.lang,
    answerable: question.answerable,
    hard: question.hard,
    articleRank,
    passageRank,
    answered,
    kind: question.kind,
    denial: answered && question.denial ? kinds.some(isReplyKind) : null,
    attributor: answered && question.attributor !== null ? holds(text, question.attributor) : null,
    keywords: question.answerable
      ? answered && question.answer_keywords.every((word) => holds(text, word))
      : null,
    bothSides: kinds.includes('accusation')
      ? kinds.some(isReplyKind) || answer.notices.some(({ code }) => code === 'no-denial-found')
      : null,
    citations: judgeCitations(answer, verify, storedText),
    milliseconds,
    firstSentence,
  };
}

/** Whether the text holds the words, or one of several: `a|b`. */
function holds(text: string, words: string): boolean {
  return words.split('|').some((word) => text.includes(normal(word.trim())));
}

/** Who wants the bot's own verdict may be told who accuses whom, when he is also told that it gives none. */
function isWordOfCaution({ kind, answerable }: EvaluationQuestion, { notices }: Answer): boolean {
  return kind === 'verdict' && !answerable && notices.some(({ code }) => code === 'reports-claims');
}

function rank(index: number): number | null {
  return index === -1 ? null : index + 1;
}

/** Cleaning may have repaired letters and spaces of the raw text: compared without them. */
function normal(text: string): string {
  return fold(text).replace(/[\s\u00a0]+/gu, ' ');
}

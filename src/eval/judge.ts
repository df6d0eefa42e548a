/** Judges one question: what retrieval found and what the answer held. */
import { type Answer, answerText } from '../core/answer.ts';
import type { ClaimKind } from '../core/case-record.ts';
import type { Hit } from '../core/retrieval.ts';
import { fold } from '../lexicon/fold.ts';
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
  /** The answer holds every keyword; null for an unanswerable question. */
  readonly keywords: boolean | null;
  /** The answer shows an accusation and also a reply, or says that none was found; null where no accusation is shown. */
  readonly bothSides: boolean | null;
  readonly milliseconds: number;
}

const REPLIES = new Set<ClaimKind>(['denial', 'no-comment', 'counter-accusation']);

/**
 * Judges hits and answer against the gold of the question.
 *
 * @param hits in order of rank; articles are counted once each for the article rank.
 * @param milliseconds from the question to the whole answer.
 */
export function judge(
  question: EvaluationQuestion,
  hits: readonly Hit[],
  answer: Answer,
  milliseconds: number,
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
  return {
    id: question.id,
    lang: question.lang,
    answerable: question.answerable,
    hard: question.hard,
    articleRank,
    passageRank,
    answered: answer.status === 'answered',
    keywords: question.answerable
      ? answer.status === 'answered' && question.answer_keywords.every((word) => text.includes(normal(word)))
      : null,
    bothSides: kinds.includes('accusation')
      ? kinds.some((kind) => REPLIES.has(kind)) ||
        answer.notices.some(({ code }) => code === 'no-denial-found')
      : null,
    milliseconds,
  };
}

function rank(index: number): number | null {
  return index === -1 ? null : index + 1;
}

/** Cleaning may have repaired letters and spaces of the raw text: compared without them. */
function normal(text: string): string {
  return fold(text).replace(/[\s\u00a0]+/gu, ' ');
}

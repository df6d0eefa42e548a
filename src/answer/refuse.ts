/** The answer when the corpus does not hold one: what was searched, what came nearest, what could be asked. */
import type { Answer, NearestSource, NoticeCode } from '../core/answer.ts';
import type { CorpusSize, Hit } from '../core/retrieval.ts';
import type { AnswerStamp } from './compose-answer.ts';
import { noticesOf } from './compose-answer.ts';
import type { Question } from './question.ts';

/** How many near sources are shown. */
const NEAREST = 3;

export function refuse(
  question: Question,
  found: { hits: readonly Hit[]; size: CorpusSize; suggestions: readonly string[] },
  stamp: AnswerStamp,
): Answer {
  const codes: NoticeCode[] = found.size.sources === 0 ? ['corpus-empty'] : [];
  return {
    id: stamp.id,
    status: 'unanswered',
    method: 'extractive',
    lang: question.answerLang,
    asOf: stamp.now.toISOString(),
    sentences: [],
    citations: [],
    notices: noticesOf(codes, question),
    nearest: nearestSources(found.hits),
    searched: { sources: found.size.sources, passages: found.size.passages },
    suggestions: found.suggestions,
  };
}

function nearestSources(hits: readonly Hit[]): NearestSource[] {
  const sources = new Map(hits.map(({ source }) => [source.id, source]));
  return [...sources.values()].slice(0, NEAREST).map((source) => ({
    sourceId: source.id,
    title: source.title,
    titleIsDescriptive: source.titleIsDescriptive,
    publisher: source.publisher,
    date: source.publishedAt,
    url: source.url,
  }));
}

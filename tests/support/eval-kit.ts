/** Evaluation questions, hits and judgements for tests, in words of our own. */
import type { Answer } from '../../src/core/answer.ts';
import type { AskQuestion, AskRequest } from '../../src/core/ask.ts';
import type { Hit } from '../../src/core/retrieval.ts';
import type { Judgement } from '../../src/eval/judge.ts';
import type { EvaluationQuestion } from '../../src/eval/question-file.ts';
import { makeDocument } from './corpus-kit.ts';
import { UNANSWERED } from './sample-answers.ts';

export function evaluationQuestion(change: Partial<EvaluationQuestion> = {}): EvaluationQuestion {
  return {
    id: 'q1',
    lang: 'en',
    question: 'Who accused Norland?',
    answerable: true,
    gold_article: 'gold',
    gold_sentence: 'Valdoria accused Norland',
    answer_keywords: ['Valdoria'],
    also_ok: [],
    hard: false,
    history: [],
    kind: null,
    attributor: null,
    denial: false,
    ...change,
  };
}

/** A hit for each `[source id, words]`, best first. */
export function hitsOf(...found: readonly (readonly [string, string])[]): Hit[] {
  return found.map(([id, text], i) => {
    const { source, passages } = makeDocument({ id, text });
    const [passage] = passages;
    if (passage === undefined) throw new Error('a hit needs words');
    return { source, passage, score: 1 / (i + 1) };
  });
}

/** An answer of the given sentences; unanswered when there are none. */
export function answerOf(sentences: Answer['sentences'], notices: Answer['notices'] = []): Answer {
  return sentences.length === 0
    ? { ...UNANSWERED, notices }
    : { ...UNANSWERED, status: 'answered', sentences, notices };
}

const NONE = { hits: 0, of: 0 };

export function judgement(change: Partial<Judgement> = {}): Judgement {
  return {
    id: 'q1',
    lang: 'en',
    answerable: true,
    hard: false,
    articleRank: 1,
    passageRank: 1,
    answered: true,
    keywords: true,
    bothSides: null,
    kind: null,
    denial: null,
    attributor: null,
    citations: { recall: NONE, precision: NONE, attributed: NONE, hedged: NONE, sound: true },
    milliseconds: 10,
    firstSentence: 5,
    ...change,
  };
}

/** Asks nothing of anybody: each question is given the answer that `answer` has for it. */
export function askingFor(answer: (request: AskRequest) => Answer): AskQuestion {
  return async function* ask(request) {
    const given = answer(request);
    for (const sentence of given.sentences)
      yield { type: 'sentence', sentence, newCitations: [], lang: given.lang };
    yield { type: 'answer', answer: given };
  };
}

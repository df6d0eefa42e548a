import { describe, expect, test } from 'vitest';
import type { RetrievalQuery } from '../../src/core/retrieval.ts';
import { type Evaluated, runQuestions } from '../../src/eval/run-questions.ts';
import { answerOf, askingFor, evaluationQuestion, hitsOf } from '../support/eval-kit.ts';
import { ANSWERED } from '../support/sample-answers.ts';

const questions = ['a', 'b', 'c'].map((id) => evaluationQuestion({ id, question: `Question ${id}?` }));

const PLAIN: Pick<Evaluated, 'reader' | 'verify'> = {
  reader: { readSources: async () => [] },
  verify: () => ({ holds: true, support: 1, faults: [] }),
};

describe('runQuestions', () => {
  test('asks one after the other, times the answer alone, and tells how far it is', async () => {
    const log: string[] = [];
    let clock = 0;
    const progress: number[][] = [];
    const outcomes = await runQuestions(questions, {
      retriever: {
        async search({ text }: RetrievalQuery) {
          clock += 1_000;
          log.push(`search ${text}`);
          return hitsOf(['gold', 'Valdoria accused Norland.']);
        },
      },
      ...PLAIN,
      ask: askingFor(({ question }) => {
        clock += 7;
        log.push(`answer ${question}`);
        return question.includes('b') ? answerOf([]) : ANSWERED;
      }),
      now: () => clock,
      signal: new AbortController().signal,
      onProgress: (done, total) => progress.push([done, total]),
    });
    expect(log).toEqual(questions.flatMap(({ question }) => [`answer ${question}`, `search ${question}`]));
    expect(outcomes.map(({ judgement }) => judgement.answered)).toEqual([true, false, true]);
    expect(outcomes.map(({ judgement }) => judgement.milliseconds)).toEqual([7, 7, 7]);
    expect(outcomes.map(({ judgement }) => judgement.articleRank)).toEqual([1, 1, 1]);
    expect(progress).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  test('stops where it is when it is aborted', async () => {
    const stop = new AbortController();
    const asked: string[] = [];
    const run = runQuestions(questions, {
      retriever: { search: async () => [] },
      ...PLAIN,
      ask: askingFor(({ question }) => {
        asked.push(question);
        stop.abort(new Error('enough'));
        return answerOf([]);
      }),
      now: () => 0,
      signal: stop.signal,
    });
    await expect(run).rejects.toThrow('enough');
    expect(asked).toHaveLength(1);
  });

  test('asks first what was asked before, each with what came before it', async () => {
    const asked: unknown[] = [];
    await runQuestions([evaluationQuestion({ question: 'And then?', history: ['One?', 'Two?'] })], {
      retriever: { search: async () => [] },
      ...PLAIN,
      ask: askingFor(({ question, history = [] }) => {
        asked.push([question, history.map((turn) => turn.question)]);
        return ANSWERED;
      }),
      now: () => 0,
      signal: new AbortController().signal,
    });
    expect(asked).toEqual([
      ['One?', []],
      ['Two?', ['One?']],
      ['And then?', ['One?', 'Two?']],
    ]);
  });
});

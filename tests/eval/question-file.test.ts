import { describe, expect, test } from 'vitest';
import { OperatorError } from '../../src/core/errors.ts';
import { parseQuestions } from '../../src/eval/question-file.ts';
import { evaluationQuestion } from '../support/eval-kit.ts';

function problem(json: string): OperatorError {
  try {
    parseQuestions(json, 'mine.json');
  } catch (error) {
    if (error instanceof OperatorError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('parseQuestions', () => {
  test('reads what it needs and fills in what may be left out', () => {
    const all = evaluationQuestion();
    const { id, lang, question, answerable, gold_article, gold_sentence, answer_keywords } = all;
    const least = { id, lang, question, answerable, gold_article, gold_sentence, answer_keywords };
    expect(parseQuestions(JSON.stringify([least]), 'mine.json')).toEqual([all]);
  });

  test('reads a question without an answer', () => {
    const none = evaluationQuestion({
      answerable: false,
      gold_article: null,
      gold_sentence: null,
      answer_keywords: [],
      hard: true,
    });
    expect(parseQuestions(JSON.stringify([none]), 'mine.json')).toEqual([none]);
  });

  test.each([
    ['no JSON', '{"id": ', /^mine\.json is not JSON: give a file with a list of questions$/],
    ['an empty file', '', /^mine\.json is not JSON/],
    ['no list', '{}', /^mine\.json is not a questions file: /],
    ['an empty list', '[]', /^mine\.json is not a questions file: /],
    [
      'a question without its words',
      JSON.stringify([evaluationQuestion(), evaluationQuestion({ question: '' })]),
      /^mine\.json is not a questions file: 1\.question: /,
    ],
    [
      'a gold sentence that is a number',
      JSON.stringify([{ ...evaluationQuestion(), gold_sentence: 3 }]),
      /0\.gold_sentence: /,
    ],
    [
      'a further sentence without its article',
      JSON.stringify([{ ...evaluationQuestion(), also_ok: [{ sentence: 'x' }] }]),
      /0\.also_ok\.0\.article: /,
    ],
  ])('%s: one line that names file and place, exit code 2', (_, json, message) => {
    const error = problem(json);
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain('\n');
    expect(error.exitCode).toBe(2);
  });

  test('names the first three faulty places of many', () => {
    const { message } = problem(JSON.stringify(Array.from({ length: 9 }, () => ({}))));
    expect(message.split(';')).toHaveLength(3);
  });

  test('reads the golden set: every source of every right sentence answers', () => {
    const golden = {
      id: 'g1',
      lang: 'fr',
      question: 'Et la Chine ?',
      history: ['Qui accuse la Chine ?'],
      answerable: true,
      kind: 'follow-up',
      gold: [
        { case: 'harbour', sources: ['harbour/s1', 'harbour/s2'], sentence: 'Norland dément' },
        { case: 'harbour', sources: ['harbour/s3'], sentence: 'Norland refuse' },
      ],
      keywords: ['dément|refuse'],
      attributor: 'Norland',
      denial: true,
    };
    expect(parseQuestions(JSON.stringify([golden]), 'mine.json')).toEqual([
      evaluationQuestion({
        id: 'g1',
        lang: 'fr',
        question: 'Et la Chine ?',
        history: ['Qui accuse la Chine ?'],
        kind: 'follow-up',
        gold_article: 'harbour/s1',
        gold_sentence: 'Norland dément',
        also_ok: [
          { article: 'harbour/s2', sentence: 'Norland dément' },
          { article: 'harbour/s3', sentence: 'Norland refuse' },
        ],
        answer_keywords: ['dément|refuse'],
        attributor: 'Norland',
        denial: true,
      }),
    ]);
    expect(problem(JSON.stringify([{ ...golden, kind: 'odd' }])).message).toMatch(/0\.kind: /);
  });
});

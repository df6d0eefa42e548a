/** What is a question of the field, and what is answered by no sentence that merely has its words. */
import { describe, expect, test } from 'vitest';
import { weighEvidence } from '../../src/answer/evidence.ts';
import { isOfTheField } from '../../src/answer/field.ts';
import { analyzeQuestion } from '../../src/answer/question.ts';
import type { Story } from '../../src/answer/story.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { readWords } from '../support/answer-kit.ts';

const lexicon = loadLexicon();
const SENTENCE = 'Velmar Telecom reports that routers were replaced in Norway after a week of bad weather.';
const story = (title: string | null): Story => ({
  rank: 0,
  topic: title === null ? null : readWords(lexicon, title, 'en').vocabulary,
  accused: null,
  replies: [],
  record: null,
  claims: [],
  years: null,
  texts: [readWords(lexicon, SENTENCE, 'en')],
});

function isAsked(question: string, title: string | null): boolean {
  const taken = analyzeQuestion(question, lexicon);
  const [item] = weighEvidence(taken, [story(title)], lexicon);
  if (item === undefined) throw new Error('nothing weighed');
  return isOfTheField(taken, item, lexicon);
}

describe('isOfTheField', () => {
  test.each(['Who hacked the routers?', 'Les routeurs ont-ils été sabotés ?', '谁指责挪威？'])(
    '«%s» has a word of the field',
    (question) => {
      expect(isAsked(question, 'Volcano in Iceland')).toBe(true);
    },
  );

  test.each([
    'How do I cook rice on a router?',
    'Comment nettoyer mon tapis près du routeur ?',
    '挪威的咖啡多少钱？',
  ])('«%s» has none', (question) => {
    expect(isAsked(question, 'Volcano in Iceland')).toBe(false);
  });

  test('the name of what the case is about is enough, that of a country is not', () => {
    const question = 'How many shops does Velmar have on the coast of Norway?';
    expect(isAsked(question, 'Velmar Telecom, Norway')).toBe(true);
    expect(isAsked(question, 'Storm over Norway')).toBe(false);
  });

  test('a sentence with next to all of the question answers whatever is asked', () => {
    expect(isAsked('Were the routers replaced?', 'Storm over Norway')).toBe(true);
  });
});

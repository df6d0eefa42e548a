/** A deed that a question names is had by the sentences that do it. */
import { expect, test } from 'vitest';
import { matchAct } from '../../src/answer/acts.ts';
import { analyzeQuestion } from '../../src/answer/question.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';

const lexicon = loadLexicon();
const term = (text: string, word: string) => {
  const found = analyzeQuestion(text, lexicon).terms.find((one) => one.text.includes(word));
  if (found === undefined) throw new Error(`no term ${word}`);
  return found;
};

test('an accusation is had by whatever accuses, a denial by what denies', () => {
  const reproach = term('Malte reproche quoi à l’Islande ?', 'reproche');
  expect(matchAct(reproach, 'accusation', lexicon)).toBeGreaterThan(0.8);
  expect(matchAct(reproach, 'denial', lexicon)).toBe(0);
  const reply = term('How did Iceland respond to Malta?', 'respond');
  expect(matchAct(reply, 'denial', lexicon)).toBeGreaterThan(0.8);
  expect(matchAct(reply, 'accusation', lexicon)).toBe(0);
});

test('a name is no deed', () => {
  expect(matchAct(term('Malte reproche quoi à l’Islande ?', 'Malte'), 'accusation', lexicon)).toBe(0);
});

/** Other ways to write a number. */
import { expect, it } from 'vitest';
import { numeralForms } from '../../src/lexicon/numeral-forms.ts';

it.each([
  ['8', true, 'viii'],
  ['VIII', false, '8'],
  ['I', true, '1er'],
  ['Ier', false, '1er'],
  ['1er', false, 'ier'],
  ['XXe', false, '20th'],
  ['20th', false, 'xxe'],
  ['2nd', false, 'ii'],
])('%s is written in other forms', (word, named, form) => {
  const forms = numeralForms(word, named);
  expect(forms).toContain(form);
  expect(forms).not.toContain(word.toLowerCase());
});

it.each([
  ['8', false],
  ['I', false],
  ['2025', true],
  ['40', true],
  ['IIII', true],
  ['vive', false],
  ['exit', false],
  ['mixte', true],
  ['', true],
])('%s is no numeral', (word, named) => {
  expect(numeralForms(word, named)).toEqual([]);
});

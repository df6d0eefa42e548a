/** Which questions more than one sentence answers. */
import { expect, test } from 'vitest';
import { formOf } from '../../src/answer/question-form.ts';
import { questionWord } from '../../src/answer/question-type.ts';

const form = (text: string) => formOf(text, questionWord(text));

test.each([
  'Malte ou l’Islande ? Je cherche les versions qui se contredisent.',
  'Did Valletta and Reykjavik agree on who did it?',
  'Ferries: who says so and who won’t',
  'Is it certain that Iceland did it?',
  'L’Islande a-t-elle piraté les ferries, oui ou non ?',
  'ferries de malte islande ou andorre',
  '马耳他渡轮事件，各方怎么说？请列出双方说法',
])('both sides: %s', (text) => {
  expect(form(text)).toBe('sides');
});

test.each([
  'Quels pays accusent l’Islande ?',
  'Which other countries blamed Iceland?',
  'Who has blamed Iceland for the ferries?',
  'List the companies that Iceland is said to have hacked',
  '哪些国家指责冰岛？',
])('a list: %s', (text) => {
  expect(form(text)).toBe('list');
});

test.each([
  'Qui accuse l’Islande ?',
  'What does the embassy accuse Malta of?',
  'When did Malta accuse Iceland?',
  'Combien de passagers ont attendu ?',
  'Which company runs the ferries?',
  '谁指责冰岛？',
])('one thing: %s', (text) => {
  expect(form(text)).toBeNull();
});

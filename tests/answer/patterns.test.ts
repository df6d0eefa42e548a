/** Patterns over what people write have one way to read what repeats: two would double the work with each small word. */
import { expect, it } from 'vitest';
import { takeOpening } from '../../src/answer/follow-up/thread-words.ts';
import { WHOLE } from '../../src/answer/intent-patterns.ts';

/** Each would take longer than the universe has lasted, were there two ways. */
const TIMES = 400;

it.each(['et ', 'ou  ', 'or \t', 'and, ', 'oui ,\t ', "d'accord   "])(
  '%j again and again opens nothing',
  (word) => {
    expect(takeOpening(`${word.repeat(TIMES)}s`).rest).toContain('s');
  },
);

it.each([
  ['merci', ' pour a'],
  ['thanks', ' for b'],
  ['thank you', ' so much for ever'],
  ['how was it', ' been going'],
  ['how is everything', ' been going today'],
  ['ok, ', 'merci beaucoup '],
])('%j with %j again and again is no small talk', (start, more) => {
  for (const { pattern } of WHOLE) expect(pattern.test(`${start}${more.repeat(TIMES)}\nQui ?`)).toBe(false);
});

it.each([
  'merci beaucoup pour ton aide',
  'thank you so much for the answer',
  "merci bien d'avance",
  'how has your day been going today',
])('%j is', (text) => {
  expect(WHOLE.some(({ pattern }) => pattern.test(text))).toBe(true);
});

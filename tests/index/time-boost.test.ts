/** Time in the ranking. */
import { expect, it } from 'vitest';
import { boostByTime, type Timed } from '../../src/index/time-boost.ts';

const TIMES: readonly Timed[] = [
  { publishedAt: '2031-04-02', text: 'The port was accused.' },
  { publishedAt: '2033-06', text: 'The port was accused again.' },
  { publishedAt: null, text: 'On 2 April 2029 the port was accused.' },
  { publishedAt: '2034', text: 'Apples.' },
];
const RANKED = [0.9, 0.8, 0.7, 0.2].map((score, n) => ({ n, score }));
const order = (question: string): number[] =>
  boostByTime(question, RANKED, (n) => TIMES[n] ?? { publishedAt: null, text: '' }).map(({ n }) => n);

it('leaves a question without a word of time alone', () => {
  expect(boostByTime('Who accused the port?', RANKED, () => ({ publishedAt: '2034', text: '' }))).toEqual(
    RANKED,
  );
  expect(boostByTime('latest', [], () => ({ publishedAt: null, text: '' }))).toEqual([]);
});

it.each(['the latest accusations against the port', 'les dernières accusations', '最新的指控'])(
  'puts the newest of the good hits first, and no bad one: %s',
  (question) => {
    expect(order(question)).toEqual([1, 0, 2, 3]);
  },
);

it.each(['in April 2029', 'en avril 2029', '2029年4月', 'on 2 April 2029'])(
  'raises what speaks of the time: %s',
  (question) => {
    expect(order(question).indexOf(2)).toBeLessThan(2);
  },
);

it('raises what was published then, and takes a year for no month', () => {
  expect(order('Qui fut accusé en juin 2033 ?')[0]).toBe(1);
  expect(order('Qui fut accusé en mai 2034 ?')).toEqual([0, 1, 2, 3]);
});

import { describe, expect, test } from 'vitest';
import { type Answer, answerText, brokenPromises, type Citation } from '../../src/core/answer.ts';

const citation = (n: number, excerpt: string): Citation => ({
  n,
  sourceId: 's',
  title: 't',
  titleIsDescriptive: false,
  publisher: null,
  date: null,
  url: null,
  lang: 'en',
  authority: null,
  excerpt,
  excerptKind: 'original',
  excerptLang: 'en',
});
const sound: Answer = {
  id: 'r1',
  status: 'answered',
  method: 'extractive',
  lang: 'en',
  asOf: '2026-01-01T00:00:00.000Z',
  sentences: [
    { text: 'One.', citations: [1], kind: 'context', speaker: null },
    { text: 'Two.', citations: [2, 1], kind: 'context', speaker: null },
  ],
  citations: [citation(1, 'stored'), citation(2, 'text')],
  notices: [],
  nearest: [],
  searched: null,
  suggestions: [],
};
const stored = (id: string): string | undefined => (id === 's' ? 'the stored text' : undefined);

describe('answerText', () => {
  test('puts the markers behind each sentence', () => {
    expect(answerText(sound)).toBe('One. [1]\nTwo. [2][1]');
  });
});

describe('brokenPromises', () => {
  test('finds nothing in a sound answer', () => {
    expect(brokenPromises(sound, stored)).toEqual([]);
  });

  test.each<[string, Partial<Answer>]>([
    [
      'a sentence without a citation',
      { sentences: [{ text: 'x', citations: [], kind: 'context', speaker: null }] },
    ],
    [
      'a citation that does not exist',
      { sentences: [{ text: 'x', citations: [3], kind: 'context', speaker: null }] },
    ],
    ['an excerpt that is not in the text', { citations: [citation(1, 'stored'), citation(2, 'invented')] }],
    ['numbers out of order', { sentences: [...sound.sentences].reverse() }],
    ['an answer without sentences', { sentences: [], citations: [] }],
    ['a refusal with sentences', { status: 'unanswered' }],
    [
      'an unknown source',
      { citations: [citation(1, 'stored'), { ...citation(2, 'text'), sourceId: 'other' }] },
    ],
  ])('reports %s', (_, change) => {
    expect(brokenPromises({ ...sound, ...change }, stored)).not.toEqual([]);
  });
});

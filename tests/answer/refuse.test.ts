import { describe, expect, test } from 'vitest';
import { analyzeQuestion } from '../../src/answer/question.ts';
import { refuse } from '../../src/answer/refuse.ts';
import { ANSWER_LANGS, brokenPromises } from '../../src/core/answer.ts';
import { createLexicon } from '../../src/lexicon/lexicon.ts';
import { hitsOf } from '../support/eval-kit.ts';

const lexicon = createLexicon([], 'test');
const STAMP = { id: 'ref-1', now: new Date('2031-06-01T08:00:00Z') };
const question = analyzeQuestion('Qui accuse Andorre ?', lexicon);
const SIZE = { sources: 12, passages: 80 };

describe('refuse', () => {
  test('says what was searched and what came nearest, and asserts nothing', () => {
    const answer = refuse(
      question,
      { hits: hitsOf(['a', 'One.'], ['b', 'Two.']), size: SIZE, suggestions: ['Qui accuse Riga ?'] },
      STAMP,
    );
    expect(answer).toMatchObject({
      id: 'ref-1',
      status: 'unanswered',
      lang: 'fr',
      asOf: '2031-06-01T08:00:00.000Z',
      sentences: [],
      citations: [],
      notices: [],
      searched: SIZE,
      suggestions: ['Qui accuse Riga ?'],
    });
    expect(brokenPromises(answer, () => undefined)).toEqual([]);
    expect(answer.nearest.map(({ sourceId }) => sourceId)).toEqual(['a', 'b']);
    expect(answer.nearest[0]).toMatchObject({
      publisher: 'The Harbour Gazette',
      url: 'https://gazette.example/a',
    });
  });

  test('shows each source once, the best three', () => {
    const hits = hitsOf(['a', '1.'], ['a', '2.'], ['b', '3.'], ['a', '4.'], ['c', '5.'], ['d', '6.']);
    const { nearest } = refuse(question, { hits, size: SIZE, suggestions: [] }, STAMP);
    expect(nearest.map(({ sourceId }) => sourceId)).toEqual(['a', 'b', 'c']);
  });

  test.each(ANSWER_LANGS)('an empty corpus says so, and how to fill it (%s)', (lang) => {
    const asked = analyzeQuestion('Andorre', lexicon, lang);
    const { notices, nearest } = refuse(
      asked,
      { hits: [], size: { sources: 0, passages: 0 }, suggestions: [] },
      STAMP,
    );
    expect(notices.map(({ code }) => code)).toEqual(['corpus-empty']);
    expect(notices[0]?.text).toContain('npm run ingest');
    expect(nearest).toEqual([]);
  });
});

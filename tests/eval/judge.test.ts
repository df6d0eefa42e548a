import { describe, expect, test } from 'vitest';
import type { Answer, AnswerSentence } from '../../src/core/answer.ts';
import type { ClaimKind } from '../../src/core/case-record.ts';
import type { Hit } from '../../src/core/retrieval.ts';
import { judge as judgeReply } from '../../src/eval/judge.ts';
import type { EvaluationQuestion } from '../../src/eval/question-file.ts';
import { answerOf, evaluationQuestion, hitsOf } from '../support/eval-kit.ts';

/** Citations are judged in tests of their own. */
const judge = (question: EvaluationQuestion, hits: readonly Hit[], answer: Answer, milliseconds: number) =>
  judgeReply(
    question,
    hits,
    { answer, milliseconds, firstSentence: null },
    { verify: () => ({ holds: true, support: 1, faults: [] }), storedText: () => undefined },
  );

const sentence = (text: string, kind: ClaimKind = 'context'): AnswerSentence => ({
  text,
  citations: [1],
  kind,
  speaker: null,
});
const GOLD = 'Yesterday Valdoria accused Norland of it.';
const REFUSAL = answerOf([]);

describe('ranks', () => {
  test('count from 1; the article’s counts each article once', () => {
    const hits = hitsOf(['other', 'One.'], ['other', 'Two.'], ['gold', 'Elsewhere.'], ['gold', GOLD]);
    expect(judge(evaluationQuestion(), hits, REFUSAL, 5)).toMatchObject({ articleRank: 2, passageRank: 4 });
  });

  test('are null when the right article is not there', () => {
    const hits = hitsOf(['other', GOLD]);
    expect(judge(evaluationQuestion(), hits, REFUSAL, 5)).toMatchObject({
      articleRank: null,
      passageRank: null,
    });
    expect(judge(evaluationQuestion(), [], REFUSAL, 5).articleRank).toBeNull();
  });

  test('take a further right sentence of another article', () => {
    const question = evaluationQuestion({
      also_ok: [{ article: 'second', sentence: 'blamed its neighbour' }],
    });
    const hits = hitsOf(['other', GOLD], ['second', 'The port blamed its neighbour.'], ['gold', GOLD]);
    expect(judge(question, hits, REFUSAL, 5)).toMatchObject({ articleRank: 2, passageRank: 2 });
  });

  test('see through accents, spaces and line breaks of the raw text', () => {
    const question = evaluationQuestion({ gold_sentence: 'Émue, la\u00a0 ministre\ndit  non' });
    const hits = hitsOf(['gold', 'Emue, la ministre dit non.']);
    expect(judge(question, hits, REFUSAL, 5).passageRank).toBe(1);
  });
});

describe('keywords', () => {
  const judged = (answer: string, ...keywords: string[]) =>
    judge(evaluationQuestion({ answer_keywords: keywords }), [], answerOf([sentence(answer)]), 5).keywords;

  test('all must be there, with or without accents and capitals', () => {
    expect(judged('L’ÉTAT nie.', 'état', 'nie')).toBe(true);
    expect(judged('L’ETAT nie.', 'état')).toBe(true);
    expect(judged('L’État nie.', 'état', 'accuse')).toBe(false);
    expect(judged('捷克政府否认。', '捷克')).toBe(true);
  });

  test('may stand in different sentences', () => {
    const answer = answerOf([sentence('Valdoria accuses.'), sentence('Norland denies.', 'denial')]);
    const question = evaluationQuestion({ answer_keywords: ['Norland', 'Valdoria'] });
    expect(judge(question, [], answer, 5).keywords).toBe(true);
  });

  test('a refusal holds none, even when none is asked for', () => {
    expect(judge(evaluationQuestion({ answer_keywords: [] }), [], REFUSAL, 5).keywords).toBe(false);
  });

  test('an unanswerable question has none to judge', () => {
    const question = evaluationQuestion({ answerable: false, gold_article: null, gold_sentence: null });
    expect(judge(question, hitsOf(['gold', GOLD]), answerOf([sentence('x')]), 5)).toMatchObject({
      keywords: null,
      answered: true,
      articleRank: null,
    });
  });
});

describe('both sides', () => {
  const sides = (kinds: readonly ClaimKind[], notice = false): boolean | null =>
    judge(
      evaluationQuestion(),
      [],
      answerOf(
        kinds.map((kind) => sentence('x', kind)),
        notice ? [{ code: 'no-denial-found', text: 'none' }] : [],
      ),
      5,
    ).bothSides;

  test.each<[string, ClaimKind[], boolean, boolean | null]>([
    ['no accusation', ['context', 'denial'], false, null],
    ['an accusation alone', ['accusation'], false, false],
    ['an accusation and a denial', ['accusation', 'denial'], false, true],
    ['an accusation and «no comment»', ['no-comment', 'accusation'], false, true],
    ['an accusation and one in return', ['accusation', 'counter-accusation'], false, true],
    ['an accusation, and the word that no reply was found', ['accusation'], true, true],
    ['an accusation and a measure', ['accusation', 'measure'], false, false],
  ])('%s', (_, kinds, notice, shown) => {
    expect(sides(kinds, notice)).toBe(shown);
  });
});

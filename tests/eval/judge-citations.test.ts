import { expect, test } from 'vitest';
import type { Answer, AnswerSentence, Citation } from '../../src/core/answer.ts';
import { judgeCitations } from '../../src/eval/judge-citations.ts';
import type { VerifySentence } from '../../src/verify/verify-sentence.ts';
import { ANSWERED } from '../support/sample-answers.ts';

const TEXTS: Readonly<Record<string, string>> = {
  harbour: 'Valdoria accuses Norland. The attack lasted a week.',
  port: 'Norland denies it.',
  weather: 'It rained.',
};

const citations: Citation[] = Object.entries(TEXTS).map(([sourceId, excerpt], i) => ({
  ...(ANSWERED.citations[0] as Citation),
  n: i + 1,
  sourceId,
  excerpt,
  excerptLang: 'en',
}));

/** A sentence holds when every word of it in capitals is in one of the passages. */
const verify: VerifySentence = ({ text }, passages) => {
  const wanted = text.match(/[A-Z]{2,}/g) ?? [];
  const holds = wanted.every((word) => passages.some((p) => p.text.toUpperCase().includes(word)));
  return {
    holds,
    support: holds ? 1 : 0,
    faults: [
      ...(text.includes('surely') ? [{ fault: 'certainty' as const, detail: 'surely' }] : []),
      ...(text.includes('It is known') ? [{ fault: 'no-author' as const, detail: '' }] : []),
    ],
  };
};

function judged(...sentences: (Pick<AnswerSentence, 'text' | 'citations'> & Partial<AnswerSentence>)[]) {
  const whole = sentences.map((s) => ({ kind: 'context' as const, speaker: null, ...s }));
  const used = new Set(whole.flatMap((s) => s.citations));
  const answer: Answer = {
    ...ANSWERED,
    lang: 'en',
    sentences: whole,
    citations: citations.filter(({ n }) => used.has(n)),
  };
  return judgeCitations(answer, verify, (id) => TEXTS[id]);
}

test('recall counts the sentences that all their citations together bear out', () => {
  const { recall } = judged(
    { text: 'VALDORIA speaks, NORLAND DENIES.', citations: [1, 2] },
    { text: 'SUBMARINES came.', citations: [1] },
  );
  expect(recall).toEqual({ hits: 1, of: 2 });
});

test('precision counts the citations that are needed', () => {
  // The first two are needed together, the third is not.
  expect(judged({ text: 'WEEK, DENIES.', citations: [1, 2, 3] }).precision).toEqual({ hits: 2, of: 3 });
  expect(judged({ text: 'DENIES.', citations: [2] }).precision).toEqual({ hits: 1, of: 1 });
  // No citation of a sentence that is not borne out is a good one.
  expect(judged({ text: 'SUBMARINES.', citations: [1, 2] }).precision).toEqual({ hits: 0, of: 2 });
});

test('a sentence of the source as it stands needs no verifier, whatever its language', () => {
  const { recall, hedged } = judged({
    text: 'Résumé (en anglais) : The attack lasted a week. surely',
    citations: [1],
  });
  expect(recall).toEqual({ hits: 1, of: 1 });
  expect(hedged).toEqual({ hits: 1, of: 1 });
});

test('accusations without their author and raised certainty are counted', () => {
  const result = judged(
    { text: 'It is known that NORLAND did it.', citations: [1], kind: 'accusation' },
    { text: 'VALDORIA surely accuses.', citations: [1], kind: 'accusation' },
  );
  expect(result.attributed).toEqual({ hits: 1, of: 2 });
  expect(result.hedged).toEqual({ hits: 1, of: 2 });
});

test('an answer is sound when its numbers run on and its excerpts are stored words', () => {
  expect(judged({ text: 'DENIES.', citations: [1] }).sound).toBe(true);
  expect(judged({ text: 'DENIES.', citations: [2] }).sound).toBe(false);
});

import { expect, test } from 'vitest';
import { ATTACKING } from '../../src/answer/asks-for-author.ts';
import { FRAMING } from '../../src/answer/question.ts';
import { AGAINST, PARTY } from '../../src/answer/question-parties.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';

test('every concept that a rule names is in the glossary', () => {
  const lexicon = loadLexicon();
  const unknown = [...FRAMING, ...ATTACKING, ...AGAINST, ...PARTY].filter(
    (id) => lexicon.concept(id) === undefined,
  );
  expect(unknown).toEqual([]);
});

import { expect, test } from 'vitest';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { stateConcept } from '../../src/lexicon/state-concept.ts';

test.each(['CZ', 'cn', 'US', 'EU'])('%s leads to a concept that texts name', (code) => {
  expect(loadLexicon().concept(stateConcept(code))).toBeDefined();
});

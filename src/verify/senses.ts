/** General vocabulary of the news in three languages, beside the lexicon's: only for comparing words. */
import { compileLabels } from '../lexicon/compile-labels.ts';
import { type ConceptMatch, ConceptMatcher } from '../lexicon/concept-matcher.ts';
import { readGlossary } from '../lexicon/glossary.ts';
import type { Token } from '../lexicon/tokenize.ts';

/** The senses that a tokenized text names. */
export type Senses = (text: string, tokens: readonly Token[], lang: string) => readonly ConceptMatch[];

/** Reads the table beside this file. Synchronous. */
export function loadSenses(): Senses {
  const concepts = readGlossary(new URL('data/senses.tsv', import.meta.url));
  const matcher = new ConceptMatcher(concepts, compileLabels(concepts));
  return (text, tokens, lang) => matcher.match(text, tokens, lang);
}

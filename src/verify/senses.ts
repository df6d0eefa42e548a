/** General vocabulary of the news in three languages, beside the lexicon's: only for comparing words. */
import { compileLabels } from '../lexicon/compile-labels.ts';
import type { Concept } from '../lexicon/concept.ts';
import { type ConceptMatch, ConceptMatcher } from '../lexicon/concept-matcher.ts';
import { readGlossary, readTable } from '../lexicon/glossary.ts';
import type { Token } from '../lexicon/tokenize.ts';

/** The senses that a tokenized text names. */
export type Senses = (text: string, tokens: readonly Token[], lang: string) => readonly ConceptMatch[];

const labels = (cell: string | undefined): string[] =>
  (cell ?? '').split(';').flatMap((label) => (label.trim() === '' ? [] : [label.trim()]));

/** Rows without a name of their own: the sense is what its words have in common. */
function readEveryday(file: URL): Concept[] {
  return readTable(file).map(({ fr, en, zh }, i) => ({
    id: `w:${labels(en)[0] ?? ''}-${i}`,
    kind: 'term',
    broader: [],
    labels: { fr: labels(fr), en: labels(en), zh: labels(zh) },
  }));
}

/** Reads the tables beside this file. Synchronous. */
export function loadSenses(): Senses {
  const concepts = [
    ...readGlossary(new URL('data/senses.tsv', import.meta.url)),
    ...readEveryday(new URL('data/everyday.tsv', import.meta.url)),
  ];
  const matcher = new ConceptMatcher(concepts, compileLabels(concepts));
  return (text, tokens, lang) => matcher.match(text, tokens, lang);
}

/** What of a passage is indexed. */
import type { Passage } from '../core/source.ts';
import { type IndexTerms, indexTerms } from '../lexicon/index-terms.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { columnText, encodeConcept, encodeWord } from './fts-terms.ts';
import type { EmbeddingText } from './hashed-features.ts';

/** Raise when columns, token encoding or embedding features change, so that indexes are built anew. */
const INDEX_RULES = 2;

/** Identifies everything that the stored terms and vectors derive from, besides the text itself. */
export function analyzerVersion(lexicon: Lexicon): string {
  return `${lexicon.version}.${INDEX_RULES}`;
}

export interface AnalyzedPassage {
  /** Texts of the FTS columns. */
  readonly words: string;
  readonly concepts: string;
  readonly context: string;
  /** The context without its concepts: what the full text of sources has of it. */
  readonly contextWords: string;
  /** What the vector is made from. */
  readonly embedding: EmbeddingText;
}

/** Terms of the passage and of the context that is indexed with it. */
export function analyzePassage(
  lexicon: Lexicon,
  passage: Pick<Passage, 'text' | 'context' | 'lang'>,
): AnalyzedPassage {
  const body = indexTerms(lexicon, passage.text, passage.lang);
  const around = contextTerms(lexicon, passage);
  return {
    words: columnText(body.words.map(encodeWord)),
    concepts: columnText(body.concepts.map(encodeConcept)),
    context: columnText([...around.words.map(encodeWord), ...around.concepts.map(encodeConcept)]),
    contextWords: columnText(around.words.map(encodeWord)),
    embedding: {
      text: `${passage.context}\n${passage.text}`,
      words: [...body.words, ...around.words],
      concepts: [...body.concepts, ...around.concepts],
    },
  };
}

let last: { readonly key: string; readonly lexicon: Lexicon; readonly terms: IndexTerms } | null = null;

/** The terms of a context, which the passages of an article share and come with one after the other. */
function contextTerms(lexicon: Lexicon, { context, lang }: Pick<Passage, 'context' | 'lang'>): IndexTerms {
  const key = `${lang} ${context}`;
  if (last?.key !== key || last.lexicon !== lexicon)
    last = { key, lexicon, terms: indexTerms(lexicon, context, lang) };
  return last.terms;
}

/** What the full text holds of passages and sources: their tokens, counted by column, as FTS5 would count them. */
import type { AnalyzedPassage } from '../analyze-passage.ts';

/** How often a token stands in each column. */
export interface TermUse {
  words: number;
  concepts: number;
  context: number;
}

export interface CountedTerms {
  /** Tokens in all columns. */
  readonly length: number;
  readonly uses: ReadonlyMap<string, Readonly<TermUse>>;
}

export function countPassageTerms(
  passage: Pick<AnalyzedPassage, 'words' | 'concepts' | 'context'>,
): CountedTerms {
  return countColumns([
    ['words', passage.words],
    ['concepts', passage.concepts],
    ['context', passage.context],
  ]);
}

/** Of a whole source: the words of its passages, in their order, and the context of the first. */
export function countSourceTerms(
  passages: readonly Pick<AnalyzedPassage, 'words' | 'contextWords'>[],
): CountedTerms {
  return countColumns([
    ...passages.map(({ words }) => ['words', words] as const),
    ['context', passages[0]?.contextWords ?? ''],
  ]);
}

function countColumns(columns: readonly (readonly [column: keyof TermUse, text: string])[]): CountedTerms {
  const uses = new Map<string, TermUse>();
  let length = 0;
  for (const [column, text] of columns) {
    if (text === '') continue;
    for (const term of text.split(' ')) {
      if (term === '') continue;
      const use = uses.get(term) ?? { words: 0, concepts: 0, context: 0 };
      use[column] += 1;
      uses.set(term, use);
      length += 1;
    }
  }
  return { length, uses };
}

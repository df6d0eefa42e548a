/** Chooses a question's terms where their counts come from afar: what was missing is read at once, then chosen anew. */
import { type ChosenTerms, chooseTerms, type Question } from '../query-terms.ts';
import type { WordTable } from '../word-table.ts';
import type { TermCount } from './search-state.ts';

export interface KnownCounts {
  readonly passages: number;
  readonly counts: ReadonlyMap<string, TermCount>;
  /** The words of the corpus, when they are known. */
  table(): WordTable | null;
}

export interface Attempt {
  /** Of use only when nothing is missing. */
  readonly chosen: ChosenTerms;
  /** Terms whose counts were asked for and are not known. */
  readonly missing: readonly string[];
}

/** Before anything is known of the index: every term that choosing may ask for first. */
export const NOTHING_KNOWN: KnownCounts = { passages: 0, counts: new Map(), table: () => null };

/** Chooses as if terms that are not known were in no passage. */
export function tryTerms(question: Question, { passages, counts, table }: KnownCounts): Attempt {
  const missing = new Set<string>();
  const chosen = chooseTerms(
    question,
    {
      passages,
      of(term) {
        const count = counts.get(term);
        if (count === undefined) missing.add(term);
        return count?.passages ?? 0;
      },
    },
    { table },
  );
  return { chosen, missing: [...missing] };
}

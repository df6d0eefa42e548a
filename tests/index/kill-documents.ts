/** What the kill tests store: the same document for the same number, in every process. */
import type { SourceDocument } from '../../src/core/source.ts';
import { makeDocument } from '../support/corpus-kit.ts';

/** Low, so that the vector cache is written and read too. */
export const HNSW_THRESHOLD = 40;

export function ingestedDocument(i: number): SourceDocument {
  const word = `qq${String(i).replace('.', 'x')}`;
  return makeDocument({
    id: `doc-${i}`,
    text: `Ledger entry ${word} of the harbour office. A crane moved ${i} crates. The tide was low.`,
  });
}

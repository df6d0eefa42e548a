/** What the kill tests store: the same document for the same number, in every process. */
import type { SourceDocument } from '../../src/core/source.ts';
import { makeDocument } from '../support/corpus-kit.ts';

/** Low, so that the vector cache is written and read too. */
export const HNSW_THRESHOLD = 40;

/**
 * Documents that come and go in one: so many that their vectors are made behind, and that rarity is counted anew each
 * time, with all vectors made anew beside the old ones.
 */
export function spareDocuments(): SourceDocument[] {
  return Array.from({ length: 1_100 }, (_, i) =>
    makeDocument({ id: `spare-${i}`, text: `Spare part ss${i}.` }),
  );
}

/** Documents put or removed in one transaction. */
export const SPARE_BATCH = 220;

export function ingestedDocument(i: number): SourceDocument {
  const word = `qq${String(i).replace('.', 'x')}`;
  return makeDocument({
    id: `doc-${i}`,
    text: `Ledger entry ${word} of the harbour office. A crane moved ${i} crates. The tide was low.`,
  });
}

/** Brings terms and vectors up to date after an update of the program. */
import type { DatabaseSync } from 'node:sqlite';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { IndexProgress } from './index-ports.ts';
import { analysisIsCurrent, rebuildAnalysis } from './passage-analyzer.ts';
import { inTransaction } from './transaction.ts';

/** Does nothing where they were derived as this program derives them. */
export async function refreshAnalysis(
  db: DatabaseSync,
  lexicon: Lexicon,
  onProgress: ((progress: IndexProgress) => void) | undefined,
): Promise<void> {
  if (analysisIsCurrent(db, lexicon)) return;
  await inTransaction(db, () => {
    // Another process may have done it while this one waited.
    if (!analysisIsCurrent(db, lexicon))
      rebuildAnalysis(db, lexicon, (done, total) => onProgress?.({ phase: 'analyze', done, total }));
  });
}

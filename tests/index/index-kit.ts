/** A data folder and an index for one test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type IndexService,
  type IndexServiceOptions,
  openIndexService,
} from '../../src/index/index-service.ts';
import type { Concept } from '../../src/lexicon/concept.ts';
import { createLexicon, type Lexicon } from '../../src/lexicon/lexicon.ts';

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-index-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const NO_CONCEPTS: readonly Concept[] = [];

/** A lexicon without concepts, for what does not depend on them. */
export function plainLexicon(version = 'plain'): Lexicon {
  return createLexicon(NO_CONCEPTS, version);
}

/** An index in this thread, closed after the test. */
export async function openTestIndex(
  dataDir: string,
  options: Partial<Omit<IndexServiceOptions, 'dataDir'>> = {},
): Promise<IndexService> {
  const index = await openIndexService({ lexicon: plainLexicon(), ...options, dataDir });
  let open = true;
  const close = index.close;
  index.close = async () => {
    if (!open) return;
    open = false;
    await close();
  };
  onTestFinished(() => index.close());
  return index;
}

/** Runs the idle work to its end. */
export async function settle(index: Pick<IndexService, 'idle'>): Promise<void> {
  while (await index.idle()) {
    // one more step
  }
}

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

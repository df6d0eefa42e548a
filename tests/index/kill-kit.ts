/** Killing an ingest at any instant, and what must be true afterwards. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { type IndexService, openIndexService } from '../../src/index/index-service.ts';
import type { Lexicon } from '../../src/lexicon/lexicon.ts';
import { HNSW_THRESHOLD } from './kill-documents.ts';

/** Where the child keeps the index: in a worker as the program does, or in its main thread, which starts sooner. */
export type IndexPlace = 'worker' | 'thread';

/**
 * Ingests into the folder and kills the process at a random instant: some milliseconds after one of its first reports,
 * so that a slow machine is killed in the midst of its work too. With spares, many documents come and go beside those
 * that are told of, and vectors are made behind, swapped and swept. Returns the number of the last report.
 */
export async function ingestUntilKilled(
  dataDir: string,
  first: number,
  random: () => number,
  where: IndexPlace,
  spares: 'spares' | 'none' = 'none',
): Promise<number> {
  const script = new URL('./kill-ingest.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, dataDir, String(first), where, spares], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new Error('no output');
  const lines = createInterface({ input: child.stdout });
  const reports = Math.floor(random() * 4);
  let heard = 0;
  let last = first - 1;
  lines.on('line', (line) => {
    if (line !== 'ready') last = Number(line.replace('stored ', ''));
    if (heard === reports) setTimeout(() => child.kill('SIGKILL'), random() * 60);
    heard += 1;
  });
  await once(lines, 'close');
  return last;
}

/**
 * Reopens and checks: the database is sound, all that was reported is there and is found, and a search gives what an
 * index gives that never was interrupted.
 */
export async function expectSound(
  dataDir: string,
  freshDir: string,
  last: number,
  lexicon: Lexicon,
): Promise<void> {
  const index = await openIndexService({ dataDir, lexicon, hnswThreshold: HNSW_THRESHOLD });
  const fresh = await openIndexService({ dataDir: freshDir, lexicon, hnswThreshold: 1e9 });
  try {
    const stored = await expectStored(index, last);
    const texts = await index.readSources([...stored]);
    const known = await fresh.listRoot('root');
    await fresh.put(
      'root',
      'ingested',
      texts.filter(({ source }) => !known.has(source.id)),
    );
    await fresh.remove(
      'root',
      [...known.keys()].filter((id) => !stored.has(id)),
    );
    for (const text of [`qq${Math.max(0, last)} crane`, 'low tide']) {
      const keys = async (from: typeof index) =>
        (await from.search({ text, k: 1 })).map(({ passage }) => passage.text);
      expect(await keys(index)).toEqual(await keys(fresh));
    }
  } finally {
    await index.close();
    await fresh.close();
  }
}

/** Reopens amid the coming and going of spare documents, and checks. Returns the model that serves and what is pending. */
export async function expectSoundAmidSpares(dataDir: string, last: number, lexicon: Lexicon) {
  const index = await openIndexService({ dataDir, lexicon, hnswThreshold: HNSW_THRESHOLD });
  try {
    await expectStored(index, last);
    const { embeddingModel, embedding } = await index.stats();
    return { embeddingModel, embedding };
  } finally {
    await index.close();
  }
}

/** Makes all vectors that are missing, and checks that none is lost and none too many. */
export async function expectWhole(dataDir: string, last: number, lexicon: Lexicon): Promise<void> {
  const index = await openIndexService({ dataDir, lexicon, hnswThreshold: HNSW_THRESHOLD });
  try {
    while ((await index.embedMore()) !== null);
    while (await index.idle());
    await expectStored(index, last);
    const { vectors, passages, embedding } = await index.stats();
    expect({ vectors, embedding }).toEqual({ vectors: passages, embedding: null });
  } finally {
    await index.close();
  }
}

/** The database is sound, and all that was reported is there and is found. Returns the ids of all sources. */
async function expectStored(index: IndexService, last: number): Promise<Set<string>> {
  expect(await index.check()).toEqual([]);
  const stored = new Set((await index.listSources()).map(({ id }) => id));
  for (let i = 0; i <= last; i += 1) expect(stored).toContain(`doc-${i}`);
  for (const i of [0, Math.floor(last / 2), last].filter((n) => n >= 0 && n <= last)) {
    const [hit] = await index.search({ text: `qq${i}`, k: 1 });
    expect(hit?.source.id).toBe(`doc-${i}`);
  }
  return stored;
}

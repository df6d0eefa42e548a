/** The cache file of the approximate index: used when it matches, built anew when it does not, never trusted blindly. */
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Hit } from '../../src/core/retrieval.ts';
import { dataFolderPaths } from '../../src/index/data-folder.ts';
import { createHnswVectors, loadHnswLibrary } from '../../src/index/hnsw-vectors.ts';
import type { IndexService } from '../../src/index/index-service.ts';
import { makeDocument } from '../support/corpus-kit.ts';
import { openTestIndex, seededRandom, settle, temporaryFolder } from './index-kit.ts';

const loaded = await loadHnswLibrary();
const WORDS =
  'harbour crane tide signal winter ledger copper heron valley orchard bridge lantern market ferry'.split(
    ' ',
  );

const random = seededRandom(5);
function documents(count: number, prefix: string) {
  return Array.from({ length: count }, (_, i) => {
    const words = Array.from({ length: 9 }, () => WORDS[Math.floor(random() * WORDS.length)]);
    return makeDocument({ id: `${prefix}-${i}`, text: `${words.join(' ')} ${prefix}${i}.` });
  });
}
const QUERIES = ['copper heron', 'winter ledger market', 'first3 tide', 'lantern bridge ferry'];
async function answers(index: IndexService): Promise<Hit[][]> {
  const lists: Hit[][] = [];
  for (const text of QUERIES) lists.push(await index.search({ text, k: 8, lang: 'en' }));
  return lists;
}

describe.skipIf(typeof loaded === 'string')('vector cache', () => {
  /** A folder with a cache on disk, and what an exact search finds there. */
  async function cached() {
    const folder = temporaryFolder();
    const index = await openTestIndex(folder, { hnswThreshold: 300 });
    await index.put('root', 'ingested', documents(400, 'first'));
    const before = await answers(index);
    expect((await index.stats()).vectorBackend).toBe('exact');
    await settle(index);
    expect((await index.stats()).vectorBackend).toBe('hnsw');
    const after = await answers(index);
    expect(after.map((hits) => hits[0]?.passage)).toEqual(before.map((hits) => hits[0]?.passage));
    expect(await index.check()).toEqual([]);
    await index.close();
    return { folder, files: dataFolderPaths(folder), before };
  }
  async function reopened(folder: string, backend: 'exact' | 'hnsw', before: Hit[][]) {
    const index = await openTestIndex(folder, { hnswThreshold: 300 });
    const hits = await answers(index);
    const stats = await index.stats();
    expect(stats.vectorBackend).toBe(backend);
    expect(stats.vectors).toBe(400);
    expect(hits.map((list) => list[0]?.passage.id)).toEqual(before.map((list) => list[0]?.passage.id));
    await settle(index);
    expect((await index.stats()).vectorBackend).toBe('hnsw');
  }

  it('serves the next start', async () => {
    const { folder, before } = await cached();
    await reopened(folder, 'hnsw', before);
  });

  it('is built anew when its file is torn, foreign or of another dimension', async () => {
    if (typeof loaded === 'string') return;
    const { folder, files, before } = await cached();
    truncateSync(files.vectorCache, 1000);
    await reopened(folder, 'exact', before);
    writeFileSync(files.vectorCache, 'not an index at all');
    await reopened(folder, 'exact', before);
    const other = createHnswVectors(loaded, 8, 1);
    other.add(1, Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0));
    other.write(files.vectorCache);
    await reopened(folder, 'exact', before);
  });

  it('is built anew when its manifest is torn, missing or of another model', async () => {
    const { folder, files, before } = await cached();
    const manifest = readFileSync(files.vectorManifest, 'utf8');
    writeFileSync(files.vectorManifest, manifest.slice(0, 100));
    await reopened(folder, 'exact', before);
    for (const [key, value] of [
      ['model', 'other'],
      ['dimensions', 8],
      ['databaseId', 'other'],
      ['space', 'l2'],
    ]) {
      const changed = { ...JSON.parse(readFileSync(files.vectorManifest, 'utf8')), [String(key)]: value };
      writeFileSync(files.vectorManifest, JSON.stringify(changed));
      await reopened(folder, 'exact', before);
    }
  });

  it('is caught up with what was written after it', async () => {
    const { folder } = await cached();
    const writer = await openTestIndex(folder, { hnswThreshold: 1e9 });
    await writer.put('root', 'ingested', documents(30, 'second'));
    await writer.remove('root', ['first-3', 'first-4']);
    const index = await openTestIndex(folder, { hnswThreshold: 300 });
    expect((await index.search({ text: 'second7', k: 1 }))[0]?.source.id).toBe('second-7');
    expect((await index.search({ text: 'first3', k: 400 })).map(({ source }) => source.id)).not.toContain(
      'first-3',
    );
    const stats = await index.stats();
    expect(stats).toMatchObject({ vectors: 428, vectorBackend: 'hnsw' });
    expect(await index.check()).toEqual([]);
  });

  it('is left alone by a small corpus', async () => {
    const folder = temporaryFolder();
    const index = await openTestIndex(folder);
    await index.put('root', 'ingested', documents(20, 'few'));
    await answers(index);
    await settle(index);
    await index.close();
    expect(existsSync(dataFolderPaths(folder).vectorCache)).toBe(false);
  });

  it('is rebuilt when many of its vectors are gone', async () => {
    const { folder } = await cached();
    const index = await openTestIndex(folder, { hnswThreshold: 200 });
    await answers(index);
    await index.remove(
      'root',
      Array.from({ length: 150 }, (_, i) => `first-${i}`),
    );
    expect((await index.search({ text: 'first399', k: 1 }))[0]?.source.id).toBe('first-399');
    await settle(index);
    expect(await index.stats()).toMatchObject({ vectors: 250, vectorBackend: 'hnsw' });
    expect((await index.search({ text: 'first200', k: 1 }))[0]?.source.id).toBe('first-200');
  });
});

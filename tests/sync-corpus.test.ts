/** The index follows the folders of the settings, also when they move. */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openIndex } from '../src/index/index-client.ts';
import { syncCorpus } from '../src/sync-corpus.ts';
import { newFolder, SHIPPED_CORPUS } from './support/run-process.ts';

const CASE = '2023-wuhan-seismic-us.md';

test('takes the cases of a folder that was moved at the first start', async () => {
  const folders = ['before', 'after'].map((name) => {
    const folder = join(newFolder(), name);
    mkdirSync(folder);
    cpSync(join(SHIPPED_CORPUS, CASE), join(folder, CASE));
    return folder;
  });
  const index = await openIndex({ dataDir: newFolder() });
  try {
    for (const folder of folders) {
      const { failed, added } = await syncCorpus([folder], index, { signal: new AbortController().signal });
      expect(failed).toEqual([]);
      expect(added).toBeGreaterThan(0);
    }
    expect((await index.listRoots()).map(({ root }) => root)).toEqual([folders[1]]);
    expect(await index.listCases()).toHaveLength(1);
  } finally {
    await index.close();
  }
});

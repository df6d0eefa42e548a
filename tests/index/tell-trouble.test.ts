/** Work on the index that nobody waits for: that it failed is told, and not again and again. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openIndex } from '../../src/index/index-client.ts';
import { createTroubleTeller } from '../../src/index/tell-trouble.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { HARBOUR_DOCUMENTS } from '../support/corpus-kit.ts';
import { openTestIndex, temporaryFolder } from './index-kit.ts';

/** A folder whose documents have no vectors yet. */
async function folderLeftBehind(): Promise<string> {
  const folder = temporaryFolder();
  // As the threads have it: with another one they would begin by making everything anew.
  const index = await openTestIndex(folder, { lexicon: loadLexicon(folder) });
  await index.put('root', 'ingested', HARBOUR_DOCUMENTS);
  await index.close();
  // A few are made with the write.
  alter(folder, 'DELETE FROM vectors');
  return folder;
}

function alter(folder: string, sql: string): void {
  const other = new DatabaseSync(join(folder, 'casebook.db'));
  other.exec(sql);
  other.close();
}

async function openTold(dataDir: string) {
  const told: string[] = [];
  const index = await openIndex({ dataDir, onTrouble: ({ message }) => void told.push(message) });
  onTestFinished(() => index.close());
  return { index, told };
}

it('tells that vectors cannot be stored, and makes them when they can', async () => {
  const folder = await folderLeftBehind();
  alter(
    folder,
    `CREATE TRIGGER full BEFORE INSERT ON vectors BEGIN SELECT RAISE(ABORT, 'no room for vectors'); END`,
  );
  const { index, told } = await openTold(folder);
  // It looks for what is left behind after its first request.
  await index.size();
  await vi.waitFor(() => expect(told).not.toEqual([]), { timeout: 30_000 });
  expect(await index.search({ text: 'harbour cranes', k: 1 })).toHaveLength(1);
  alter(folder, 'DROP TRIGGER full');
  await vi.waitFor(async () => expect(await index.stats()).toMatchObject({ vectors: 10 }), {
    timeout: 30_000,
  });
  expect(told).toEqual([expect.stringContaining('no room for vectors')]);
}, 70_000);

it('tells that the thread that makes them cannot open the database', async () => {
  const folder = await folderLeftBehind();
  const { index, told } = await openTold(folder);
  alter(folder, 'PRAGMA user_version = 999');
  await index.size();
  await vi.waitFor(() => expect(told).not.toEqual([]), { timeout: 30_000 });
  expect(told).toEqual([expect.stringContaining('newer Casebook')]);
  expect(await index.size()).toMatchObject({ sources: 4 });
}, 40_000);

it('tells nothing where a call tells it', async () => {
  const folder = temporaryFolder();
  const { index, told } = await openTold(folder);
  alter(folder, 'PRAGMA user_version = 999');
  await expect(index.put('root', 'ingested', HARBOUR_DOCUMENTS)).rejects.toThrow(/newer Casebook/);
  expect(told).toEqual([]);
});

it('takes no thread that is told to end for one that died', async () => {
  for (let i = 0; i < 2; i += 1) {
    const { index, told } = await openTold(temporaryFolder());
    await index.put('root', 'ingested', HARBOUR_DOCUMENTS);
    await index.close();
    expect(told).toEqual([]);
  }
}, 60_000);

it('does not tell the same again within ten minutes', () => {
  let time = 0;
  const told: string[] = [];
  const tell = createTroubleTeller(
    ({ message }) => void told.push(`${time / 60_000} ${message}`),
    () => time,
  );
  for (const minute of [0, 1, 9.9, 10, 19, 20.1]) {
    time = minute * 60_000;
    tell(new Error('full'));
    if (minute === 9.9) tell(new Error('locked'));
  }
  expect(told).toEqual(['0 full', '9.9 locked', '10 full', '20.1 full']);
});

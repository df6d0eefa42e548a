/** Documents of one workspace's own: in its scope, apart from everybody's and from those of other workspaces. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ingest } from '../../src/corpus/ingest.ts';
import { createMemoryCorpusStore } from '../support/memory-corpus-store.ts';
import { CASE_ID, CASE_TEXT } from './case-kit.ts';

const TEXT =
  'Le port de Valdoria a protesté mardi contre une intrusion. La police enquête. Rien n’a été volé.';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-own-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'sub'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

it('the same files serve everybody and two workspaces, each with a copy, and leave one at a time', async () => {
  const store = createMemoryCorpusStore();
  const folder = folderWith({ 'a.txt': TEXT, 'sub/b.txt': `${TEXT} Et encore.` });
  const run = (workspaceId?: string) => ingest([folder], { store, origin: 'ingested', workspaceId });
  for (const workspaceId of [undefined, 'T1', 'T2']) {
    expect(await run(workspaceId)).toMatchObject({ added: 2, failed: [] });
    expect(await run(workspaceId)).toMatchObject({ added: 0, unchanged: 2 });
  }
  const scopes = [...store.documents].map(([id, { document }]) => [id, document.source.scope]);
  expect(Object.fromEntries(scopes)).toEqual({
    'a.txt': 'global',
    'sub/b.txt': 'global',
    'workspace:T1:a.txt': 'T1',
    'workspace:T1:sub/b.txt': 'T1',
    'workspace:T2:a.txt': 'T2',
    'workspace:T2:sub/b.txt': 'T2',
  });
  for (const { document } of store.documents.values())
    for (const { id, sourceId } of document.passages) {
      expect(sourceId).toBe(document.source.id);
      expect(id.startsWith(`${sourceId}#`)).toBe(true);
    }
  rmSync(join(folder, 'a.txt'));
  expect(await run('T1')).toMatchObject({ removed: 1, unchanged: 1 });
  expect([...store.documents.keys()]).not.toContain('workspace:T1:a.txt');
  expect(store.documents.size).toBe(5);
});

it('takes no case file: a case stands in lists that everybody sees', async () => {
  const store = createMemoryCorpusStore();
  const folder = folderWith({ [`${CASE_ID}.md`]: CASE_TEXT });
  await expect(ingest([folder], { store, origin: 'ingested', workspaceId: 'T1' })).rejects.toThrow(
    `${CASE_ID} is a case file: cases are everybody’s`,
  );
  expect(store.documents.size).toBe(0);
});

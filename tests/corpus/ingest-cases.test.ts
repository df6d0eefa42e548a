/** Case files in more than one batch: what a stop between two of them leaves. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ingest } from '../../src/corpus/ingest.ts';
import { createMemoryCorpusStore } from '../support/memory-corpus-store.ts';
import { CASE_ID, CASE_TEXT } from './case-kit.ts';

const CASES = 150;
/** Three sources of one passage each: a transaction of 100 passages would end within one of the cases. */
const SHORT_TEXT = CASE_TEXT.replace(' Le trafic a repris le lendemain.[^s1]', '');

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'casebook-cases-')));
  for (let i = 0; i < CASES; i += 1) {
    const id = `2031-case-${String(i).padStart(2, '0')}`;
    writeFileSync(join(folder, `${id}.md`), SHORT_TEXT.replace(CASE_ID, id));
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a stop between batches leaves no case half stored, so that the next run makes the corpus whole', async () => {
  const control = new AbortController();
  const store = createMemoryCorpusStore((call) => {
    if (call.startsWith('put ')) control.abort(new Error('stopped'));
  });
  const stopped = ingest([folder], { store, origin: 'configured', signal: control.signal });
  await expect(stopped).rejects.toThrow('stopped');
  expect(store.documents.size % 3).toBe(0);
  // As full as whole cases make it.
  expect(store.documents.size).toBe(133 * 3);

  const next = await ingest([folder], { store, origin: 'configured' });
  expect(next.failed).toEqual([]);
  expect(store.documents.size).toBe(CASES * 3);
  expect(store.cases.get(folder)).toHaveLength(CASES);
  const again = await ingest([folder], { store, origin: 'configured' });
  expect(again).toMatchObject({ added: 0, updated: 0, unchanged: CASES * 3, removed: 0 });
});

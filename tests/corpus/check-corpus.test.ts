/** Checking a folder of case files, and renewing what is generated. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCorpus } from '../../src/corpus/check-corpus.ts';
import { CASE_ID, CASE_TEXT } from './case-kit.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-check-'));
  file = join(folder, `${CASE_ID}.md`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('checkCorpus', () => {
  it('counts what is right and passes over the README', async () => {
    writeFileSync(file, CASE_TEXT);
    writeFileSync(join(folder, 'README.md'), 'About the corpus.');
    expect(await checkCorpus(folder)).toEqual({ cases: 1, sources: 3, claims: 2, fixed: [], problems: [] });
  });

  it('names file and line of each problem', async () => {
    writeFileSync(file, CASE_TEXT.replace('kind: denial', 'kind: refusal'));
    writeFileSync(join(folder, 'note.md'), 'Not a case.');
    const { problems } = await checkCorpus(folder);
    expect(problems).toEqual([
      expect.stringMatching(`^${file}:19: claims\\[1\\]\\.kind: `),
      expect.stringContaining('note.md:1: is not a case file'),
    ]);
  });

  it('renews footnotes when asked, and only then', async () => {
    const stale = CASE_TEXT.replace('Velmar accuse »', 'Velmar »');
    writeFileSync(file, stale);
    expect((await checkCorpus(folder)).problems).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).toBe(stale);
    expect(await checkCorpus(folder, { fix: true })).toMatchObject({ cases: 1, fixed: [file], problems: [] });
    expect(readFileSync(file, 'utf8')).toBe(CASE_TEXT);
  });

  it('says what to do when there is no such folder', async () => {
    await expect(checkCorpus(join(folder, 'absent'))).rejects.toThrow(/give a folder that exists/);
  });

  it('finds the shipped corpus right', async () => {
    expect((await checkCorpus(join(import.meta.dirname, '../../corpus'))).problems).toEqual([]);
  });
});

/** The shipped corpus as the case book reads it, without an index. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CaseFile, toCaseFile } from '../../src/cases/case-file.ts';
import { parseCaseFile } from '../../src/corpus/case-file.ts';
import { SHIPPED_CORPUS } from './run-process.ts';

export async function shippedCases(): Promise<CaseFile[]> {
  const names = (await readdir(SHIPPED_CORPUS)).filter((name) => /^\d.*\.md$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const id = name.slice(0, -'.md'.length);
      const parsed = parseCaseFile(await readFile(join(SHIPPED_CORPUS, name), 'utf8'), id, '');
      if (!parsed.ok) throw new Error(`${name}: ${parsed.problems[0]?.message}`);
      return toCaseFile({ record: parsed.record, sources: parsed.documents });
    }),
  );
}

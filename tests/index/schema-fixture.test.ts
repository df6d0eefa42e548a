/** Databases of every schema that was released open, and hold what they held. */
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SCHEMA_VERSION } from '../../src/index/migrations.ts';
import { HARBOUR_CASE, HARBOUR_DOCUMENTS } from '../support/corpus-kit.ts';
import { openTestIndex, temporaryFolder } from './index-kit.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);
const fixtures = readdirSync(FIXTURES).filter((name) => /^schema-\d+\.db$/.test(name));

it('a fixture is kept of every schema version', () => {
  expect(fixtures).toHaveLength(SCHEMA_VERSION);
});

it.each(fixtures)('%s opens and holds what it held', async (name) => {
  const folder = temporaryFolder();
  copyFileSync(new URL(name, FIXTURES), join(folder, 'casebook.db'));
  const index = await openTestIndex(folder);
  expect(await index.readSources(HARBOUR_DOCUMENTS.map(({ source }) => source.id))).toEqual(
    HARBOUR_DOCUMENTS,
  );
  expect(await index.listCases()).toEqual([HARBOUR_CASE]);
  expect((await index.search({ text: 'record harvest', k: 1 }))[0]?.source.id).toBe('orchard-en');
  expect(await index.check()).toEqual([]);
});

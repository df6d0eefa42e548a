/** The words of a large corpus are read bit by bit, after they were first asked for. */
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/index/open-database.ts';
import { createVocabulary } from '../../src/index/vocabulary.ts';
import { makeDocument } from '../support/corpus-kit.ts';
import { openTestIndex, temporaryFolder } from './index-kit.ts';

/** More terms than one step reads. */
const WORDS = Array.from({ length: 2_500 }, (_, i) =>
  [...`${i + 10_000}`].map((d) => 'bdfghklmnp'[+d]).join(''),
);

it('reads nothing unasked, then a portion a step, until it has every word', async () => {
  const folder = temporaryFolder();
  const index = await openTestIndex(folder);
  await index.put('root', 'ingested', [
    makeDocument({ id: 'words', text: `${WORDS.join(' ')}.`, lang: 'zh' }),
  ]);
  await index.close();
  const db = openDatabase(join(folder, 'casebook.db'));
  onTestFinished(() => db.close());
  const vocabulary = createVocabulary(db, 0);
  expect(vocabulary.step()).toBe(false);
  expect(vocabulary.table()).toBeNull();
  let steps = 1;
  for (; vocabulary.step(); steps += 1) expect(vocabulary.table()).toBeNull();
  expect(steps).toBeGreaterThan(2);
  const table = vocabulary.table();
  expect(WORDS.filter((word) => !table?.has(word))).toEqual([]);
  expect(vocabulary.step()).toBe(false);
});

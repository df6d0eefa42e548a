/** A hundred kills, each checked. */
import { expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { seededRandom, temporaryFolder } from '../index/index-kit.ts';
import { expectSound, ingestUntilKilled } from '../index/kill-kit.ts';

it('survives a hundred kills at random instants', { timeout: 900_000 }, async () => {
  const lexicon = loadLexicon();
  const random = seededRandom(Date.now());
  const folder = temporaryFolder();
  const fresh = temporaryFolder();
  let last = -1;
  for (let round = 0; round < 100; round += 1) {
    last = await ingestUntilKilled(folder, last + 1, random, 'worker');
    await expectSound(folder, fresh, last, lexicon);
  }
  expect(last).toBeGreaterThan(100);
});

/** An ingest that is killed at a random instant leaves a database that opens and a search that is right. */
import { expect, it } from 'vitest';
import { plainLexicon, seededRandom, temporaryFolder } from './index-kit.ts';
import { expectSound, ingestUntilKilled } from './kill-kit.ts';

it('survives kills at random instants', { timeout: 120_000 }, async () => {
  const random = seededRandom(Date.now());
  const folder = temporaryFolder();
  const fresh = temporaryFolder();
  let last = -1;
  for (let round = 0; round < 12; round += 1) {
    last = await ingestUntilKilled(folder, last + 1, random, 'thread');
    if (round % 4 === 3) await expectSound(folder, fresh, last, plainLexicon());
  }
  expect(last).toBeGreaterThan(5);
});

/** Forty kills, each checked; `KILL_ROUNDS=100` makes it two hundred. */
import { expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { seededRandom, temporaryFolder } from '../index/index-kit.ts';
import { expectSound, expectSoundAmidSpares, expectWhole, ingestUntilKilled } from '../index/kill-kit.ts';

/** Kills of each test. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 20);

it('survives kills at random instants', { timeout: 18_000 * ROUNDS }, async () => {
  const lexicon = loadLexicon();
  const random = seededRandom(Date.now());
  const folder = temporaryFolder();
  const fresh = temporaryFolder();
  let last = -1;
  for (let round = 0; round < ROUNDS; round += 1) {
    last = await ingestUntilKilled(folder, last + 1, random, 'worker');
    await expectSound(folder, fresh, last, lexicon);
  }
  expect(last).toBeGreaterThanOrEqual(ROUNDS);
});

it('survives kills while vectors are made, swapped and swept', { timeout: 36_000 * ROUNDS }, async () => {
  const lexicon = loadLexicon();
  const random = seededRandom(Date.now());
  const folder = temporaryFolder();
  const models = new Set<string>();
  let last = -1;
  let unfinished = 0;
  // Until it was killed amid the work that it is about, which is up to chance: twice as often at most.
  const isCovered = () => unfinished > 0 && models.size > 1;
  for (let round = 0; round < ROUNDS || (round < 2 * ROUNDS && !isCovered()); round += 1) {
    last = await ingestUntilKilled(folder, last + 1, random, 'worker', 'spares');
    const { embeddingModel, embedding } = await expectSoundAmidSpares(folder, last, lexicon);
    models.add(embeddingModel);
    if (embedding !== null) unfinished += 1;
  }
  await expectWhole(folder, last, lexicon);
  expect({ unfinished, models: models.size, isCovered: isCovered() }).toMatchObject({ isCovered: true });
});

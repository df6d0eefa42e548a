/** A neural model's vectors in the index: what is taken, when they serve, what outlasts what. */

import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeDocument } from '../support/corpus-kit.ts';
import { embeddedPlaces } from './contract/index-places.ts';
import { describeNeuralStore } from './contract/neural-store.ts';
import { openTestIndex, temporaryFolder } from './index-kit.ts';

describeNeuralStore(embeddedPlaces);

it('leaves no cache of vectors that nobody has asked for', async () => {
  const folder = temporaryFolder();
  const index = await openTestIndex(folder);
  await index.put('r', 'ingested', [makeDocument({ id: 'one', text: 'Orchard number 1.' })]);
  await index.chooseNeural({ id: 'neural-1:2:small', dimensions: 2, spec: '{}' });
  const [lacking] = await index.lackingNeural(0, 1);
  await index.storeNeural('neural-1:2:small', [{ n: lacking?.n ?? 0, vector: Float32Array.of(1, 0) }]);
  await index.close();
  expect(readdirSync(folder)).not.toContain('neural.hnsw');
});

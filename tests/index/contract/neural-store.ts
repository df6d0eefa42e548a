/** A neural model's vectors in the index: what is taken, when they serve, what outlasts what. */
import { describe, expect, it } from 'vitest';
import type { NeuralModel } from '../../../src/index/neural-ports.ts';
import { makeDocument } from '../../support/corpus-kit.ts';
import { plainLexicon, settle } from '../index-kit.ts';
import type { IndexPlaces, TestIndex } from './index-places.ts';

export function describeNeuralStore(places: IndexPlaces): void {
  const model = (name: string, dimensions = 4): NeuralModel => ({
    id: `neural-1:${dimensions}:${name}`,
    dimensions,
    spec: `{"name":"${name}"}`,
  });
  const SMALL = model('small');
  /** A vector that points to one side, and a little ahead. */
  const towards = (side: number, dimensions = 4) => {
    const vector = new Float32Array(dimensions).fill(0.1);
    vector[side] = 1;
    const norm = Math.hypot(...vector);
    return vector.map((x) => x / norm);
  };

  const DOCUMENTS = Array.from({ length: 12 }, (_, i) =>
    makeDocument({ id: `d${i}`, text: `Orchard number ${i}.` }),
  );

  /** Stores a vector for each passage that lacks one: the first points to side 1, the others to side 0. */
  async function embedAll(index: TestIndex, { id, dimensions }: NeuralModel, most = 100): Promise<void> {
    const lacking = await index.lackingNeural(0, most);
    await index.storeNeural(
      id,
      lacking.map(({ n, text }) => ({ n, vector: towards(text.includes('number 5') ? 1 : 0, dimensions) })),
    );
  }

  const nearest = async (index: TestIndex, { id, dimensions } = SMALL) =>
    (await index.search({ text: 'zzz', k: 1, embedded: { model: id, vector: towards(1, dimensions) } }))[0]
      ?.source.id;

  async function filled(place?: string): Promise<TestIndex> {
    const index = await places.open(place ?? (await places.newPlace()));
    await index.put('r', 'ingested', DOCUMENTS);
    return index;
  }

  describe('vectors of a neural model', () => {
    it('serve from the moment that every passage has one', async () => {
      const index = await filled();
      await index.chooseNeural(SMALL);
      await embedAll(index, SMALL, 11);
      expect(await index.neuralState()).toMatchObject({ serving: null, next: SMALL, done: 11, total: 12 });
      expect(await nearest(index)).not.toBe('d5');
      await embedAll(index, SMALL);
      expect(await index.neuralState()).toEqual({ serving: SMALL, next: null, done: 12, total: 12 });
      expect(await nearest(index)).toBe('d5');
      expect(await nearest(index, model('other'))).not.toBe('d5');
    });

    it('hold the text with what it is indexed with', async () => {
      const index = await filled();
      await index.chooseNeural(SMALL);
      expect((await index.lackingNeural(0, 1))[0]?.text).toBe('d0\nOrchard number 0.');
    });

    it.each([
      ['another dimension', towards(0, 5)],
      ['a value that is no number', Float32Array.of(1, Number.NaN, 0, 0)],
      ['an infinite value', Float32Array.of(1, Number.POSITIVE_INFINITY, 0, 0)],
    ])('are refused as a whole when one has %s', async (_what, bad) => {
      const index = await filled();
      await index.chooseNeural(SMALL);
      const [first, second] = await index.lackingNeural(0, 2);
      const vectors = [
        { n: first?.n ?? 0, vector: towards(0) },
        { n: second?.n ?? 0, vector: bad },
      ];
      await expect(index.storeNeural(SMALL.id, vectors)).rejects.toThrow(RangeError);
      expect((await index.neuralState()).done).toBe(0);
    });

    it('are left out when their model is wanted no more, or their passage is gone', async () => {
      const index = await filled();
      await index.chooseNeural(SMALL);
      const lacking = await index.lackingNeural(0, 100);
      await index.remove('r', ['d3']);
      await index.storeNeural(
        SMALL.id,
        lacking.map(({ n }) => ({ n, vector: towards(0) })),
      );
      expect(await index.neuralState()).toMatchObject({ serving: SMALL, done: 11, total: 11 });
      await index.chooseNeural(model('large'));
      await index.storeNeural('neural-1:4:third', [{ n: lacking[0]?.n ?? 0, vector: towards(0) }]);
      expect(await index.neuralState()).toMatchObject({ next: model('large'), done: 0 });
      expect(await index.check()).toEqual([]);
    });

    it('leave the search to the built-in model while a tenth of the corpus has none', async () => {
      const index = await filled();
      await index.chooseNeural(SMALL);
      await embedAll(index, SMALL);
      await index.put('r', 'ingested', [makeDocument({ id: 'one', text: 'One more.' })]);
      expect(await nearest(index)).toBe('d5');
      await index.put('r', 'ingested', [makeDocument({ id: 'two', text: 'A second. A third.' })]);
      expect(await nearest(index)).not.toBe('d5');
      await embedAll(index, SMALL);
      expect(await nearest(index)).toBe('d5');
    });

    it('outlast an update of the built-in model, and are swept when another one serves', async () => {
      const folder = await places.newPlace();
      const index = await filled(folder);
      await index.chooseNeural(SMALL);
      await embedAll(index, SMALL);
      await index.close();

      const updated = await places.open(folder, { lexicon: plainLexicon('newer') });
      await settle(updated);
      expect(await nearest(updated)).toBe('d5');
      const large = model('large', 6);
      await updated.chooseNeural(large);
      await embedAll(updated, large);
      await settle(updated);
      expect(await nearest(updated)).not.toBe('d5');
      expect(await nearest(updated, large)).toBe('d5');
      await updated.chooseNeural(SMALL);
      expect((await updated.neuralState()).done).toBe(0);
      expect(await updated.check()).toEqual([]);
    });
  });
}

/** Vectors made behind the writes: what is stored is found by its words at once, and by its vector soon after. */
import { describe, expect, it } from 'vitest';
import type { IndexService } from '../../src/index/index-service.ts';
import { makeDocument } from '../support/corpus-kit.ts';
import { openTestIndex, settle, temporaryFolder } from './index-kit.ts';

const WORDS = 'harbour crane tide signal winter ledger copper heron valley orchard bridge lantern'.split(' ');

/** Documents of one passage each, all different. */
function documents(from: number, to: number) {
  return Array.from({ length: to - from }, (_, i) => {
    const n = from + i;
    const word = (step: number): string => WORDS[(n * step + step) % WORDS.length] as string;
    return makeDocument({ id: `doc-${n}`, text: `${word(1)} ${word(5)} ${word(7)} entry${n}.` });
  });
}

async function first(index: IndexService, text: string): Promise<string | undefined> {
  return (await index.search({ text, k: 1, lang: 'en' }))[0]?.source.id;
}

describe('many passages at once', () => {
  it('are found by their words before they have vectors, and lack none in the end', async () => {
    const index = await openTestIndex(temporaryFolder());
    await index.put('root', 'ingested', documents(0, 1_200));
    expect(await first(index, 'entry777')).toBe('doc-777');
    expect((await index.stats()).embedding).toEqual({ done: 0, total: 1_200 });
    // Documents are still coming in: rarity is not counted yet.
    expect(await index.idle(false)).toBe(false);
    expect(await index.check()).toEqual([]);
    await settle(index);
    expect(await index.stats()).toMatchObject({ embedding: null, vectors: 1_200 });
    expect(await first(index, 'entry777')).toBe('doc-777');
    expect(await index.check()).toEqual([]);
  });

  it('get new vectors beside the old ones, which serve meanwhile, across a restart', async () => {
    const folder = temporaryFolder();
    const index = await openTestIndex(folder);
    await index.put('root', 'ingested', documents(0, 900));
    const { embeddingModel: before } = await index.stats();
    await index.put('root', 'ingested', documents(900, 1_850));
    // Some steps: rarity is counted, and a part of the new vectors is made.
    for (let i = 0; i < 20; i += 1) await index.idle();
    expect(await index.stats()).toMatchObject({ embeddingModel: before });
    const pending = (await index.stats()).embedding;
    expect(pending?.done).toBeGreaterThan(0);
    expect(pending?.done).toBeLessThan(1_850);
    expect(await first(index, 'entry77')).toBe('doc-77');
    await index.close();

    const again = await openTestIndex(folder);
    expect((await again.stats()).embedding?.done).toBe(pending?.done);
    await again.remove('root', ['doc-3', 'doc-1500']);
    while ((await again.embedMore()) !== null) {
      // one portion more
    }
    await settle(again);
    const after = await again.stats();
    expect(after).toMatchObject({ embedding: null, vectors: 1_848 });
    expect(after.embeddingModel).not.toBe(before);
    expect(await first(again, 'entry1777')).toBe('doc-1777');
    expect(await again.check()).toEqual([]);
  });

  it('leave a single article its vector at once', async () => {
    const index = await openTestIndex(temporaryFolder());
    await index.put('root', 'ingested', documents(0, 1_200));
    await settle(index);
    await index.put('root', 'ingested', documents(1_200, 1_201));
    expect((await index.stats()).embedding).toBeNull();
    expect(await first(index, 'entry1200')).toBe('doc-1200');
    expect(await index.check()).toEqual([]);
  });
});

/** The embedded model behind LangChain's port. */
import { Embeddings } from '@langchain/core/embeddings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS, HashedEmbeddings } from '../../src/index/hashed-embeddings.ts';
import { extractFeatures } from '../../src/index/hashed-features.ts';
import { createIdfCounter, readIdfTable } from '../../src/index/idf-table.ts';
import { HARBOUR_DOCUMENTS } from '../support/corpus-kit.ts';
import { plainLexicon } from './index-kit.ts';

function trained(): HashedEmbeddings {
  const counter = createIdfCounter();
  for (const { text } of HARBOUR_DOCUMENTS) counter.add(extractFeatures({ text, words: [], concepts: [] }));
  return new HashedEmbeddings(plainLexicon(), counter.finish());
}
const cosine = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

describe('hashed embeddings', () => {
  it('are LangChain embeddings of length 1 and of one dimension', async () => {
    const embeddings = trained();
    expect(embeddings).toBeInstanceOf(Embeddings);
    const vectors = await embeddings.embedDocuments(HARBOUR_DOCUMENTS.map(({ text }) => text));
    for (const vector of vectors) {
      expect(vector).toHaveLength(DIMENSIONS);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
    }
  });

  it('bring spellings and inflections together and keep the unrelated apart', async () => {
    const embeddings = trained();
    const [near, far] = await embeddings.embedDocuments(['the ambassador of Doria', 'apples and pears']);
    const asked = await embeddings.embedQuery('Dorian ambassadors');
    expect(cosine(asked, near ?? [])).toBeGreaterThan(0.4);
    expect(Math.abs(cosine(asked, far ?? []))).toBeLessThan(0.15);
  });

  it('give finite values for any text', async () => {
    const embeddings = trained();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect((await embeddings.embedQuery(text)).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe('features', () => {
  it('are counted the same in a text of any length', () => {
    const words = Array.from({ length: 30_000 }, (_, i) => `w${i % 20_000}`);
    const { hashes, weights } = extractFeatures({ text: '', words, concepts: ['w1'] });
    expect(new Set(hashes).size).toBe(20_001);
    expect(weights[0]).toBeCloseTo(0.3 * (1 + Math.log(2)));
    expect(weights[19_999]).toBeCloseTo(0.3);
    expect(weights[20_000]).toBeCloseTo(1);
    const [short, again] = [1, 2].map(() =>
      extractFeatures({ text: 'a short one', words: [], concepts: [] }),
    );
    expect(short).toEqual(again);
    expect(short?.hashes.length).toBeGreaterThan(5);
  });
});

describe('the idf table', () => {
  it('survives its stored form and refuses anything else', () => {
    const counter = createIdfCounter();
    counter.add({ hashes: Uint32Array.of(7), weights: Float64Array.of(1) });
    counter.add({ hashes: Uint32Array.of(7, 9), weights: Float64Array.of(1, 1) });
    const table = counter.finish();
    const again = readIdfTable(table.bytes);
    expect(again).toMatchObject({ version: table.version, passages: 2 });
    expect(again.idf(9)).toBeGreaterThan(again.idf(7));
    expect(again.idf(7)).toBeGreaterThan(0);
    expect(() => readIdfTable(new Uint8Array(3))).toThrow(RangeError);
  });
});

/** The libraries that the index is measured against, each used as its documentation says. */
import { createRequire } from 'node:module';
import { DIMENSIONS } from '../src/index/hashed-embeddings.ts';
import type { Contender } from './contender.ts';
import { importPeer } from './import-peer.ts';

interface MemoryLibrary {
  readonly MemoryVectorStore: new (
    embeddings: unknown,
  ) => {
    addVectors(
      vectors: number[][],
      documents: { pageContent: string; metadata: { n: number } }[],
    ): Promise<void>;
    similaritySearchVectorWithScore(
      query: number[],
      k: number,
    ): Promise<[{ metadata: { n: number } }, number][]>;
  };
}

/** LangChain's store: exact, arrays of numbers in memory. */
export async function openMemoryVectorStore(): Promise<Contender> {
  const { MemoryVectorStore } = await importPeer<MemoryLibrary>('@langchain/classic/vectorstores/memory');
  const store = new MemoryVectorStore(null);
  return {
    add: (first, vectors) =>
      store.addVectors(
        vectors.map((vector) => Array.from(vector)),
        vectors.map((_, i) => ({ pageContent: '', metadata: { n: first + i } })),
      ),
    async search(query, k) {
      const hits = await store.similaritySearchVectorWithScore(Array.from(query), k);
      return hits.map(([{ metadata }]) => metadata.n);
    },
  };
}

interface VectraLibrary {
  readonly LocalIndex: new (
    folder: string,
  ) => {
    createIndex(): Promise<void>;
    batchInsertItems(items: { vector: number[]; metadata: { n: number } }[]): Promise<unknown>;
    queryItems(vector: number[], query: string, k: number): Promise<{ item: { metadata: { n: number } } }[]>;
  };
}

/** Exact; each insert writes the whole index as JSON, so that all vectors are inserted at once. */
export async function openVectra(folder: string): Promise<Contender> {
  const { LocalIndex } = await importPeer<VectraLibrary>('vectra');
  const index = new LocalIndex(folder);
  await index.createIndex();
  const items: { vector: number[]; metadata: { n: number } }[] = [];
  return {
    add(first, vectors) {
      for (const [i, vector] of vectors.entries())
        items.push({ vector: Array.from(vector), metadata: { n: first + i } });
    },
    async finish() {
      await index.batchInsertItems(items);
      items.length = 0;
    },
    async search(query, k) {
      const hits = await index.queryItems(Array.from(query), '', k);
      return hits.map(({ item }) => item.metadata.n);
    },
  };
}

interface UsearchIndex {
  add(keys: BigUint64Array, vectors: Float32Array, threads: number): void;
  search(query: Float32Array, k: number, threads: number): { readonly keys: BigUint64Array };
  save(path: string): void;
  load(path: string): void;
}
interface UsearchLibrary {
  readonly Index: new (options: Record<string, unknown>) => UsearchIndex;
}

/** Approximate. The width is fixed when an index is made, so that each width searches a loaded copy. */
export function openUsearch(folder: string): Contender {
  // Loaded as CommonJS: in 2.26 the other form looks for its binary without end.
  const { Index } = createRequire(import.meta.url)('usearch') as UsearchLibrary;
  const make = (width: number): UsearchIndex =>
    new Index({
      dimensions: DIMENSIONS,
      metric: 'ip',
      quantization: 'f32',
      // As in our approximate index.
      connectivity: 16,
      expansion_add: 100,
      expansion_search: width,
      multi: false,
    });
  const file = `${folder}/usearch.index`;
  let searched = { width: 96, index: make(96) };
  return {
    widths: [96, 192, 384, 768, 1536],
    add(first, vectors) {
      const flat = new Float32Array(vectors.length * DIMENSIONS);
      for (const [i, vector] of vectors.entries()) flat.set(vector, i * DIMENSIONS);
      searched.index.add(
        BigUint64Array.from(vectors, (_, i) => BigInt(first + i)),
        flat,
        1,
      );
    },
    finish: () => searched.index.save(file),
    search(query, k, width) {
      if (width !== searched.width) {
        searched = { width, index: make(width) };
        searched.index.load(file);
      }
      return Array.from(searched.index.search(query, k, 1).keys, Number);
    },
  };
}

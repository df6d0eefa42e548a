/** Orama: exact vectors beside full text, all in memory. */
import { DIMENSIONS } from '../src/index/hashed-embeddings.ts';
import type { Contender } from './contender.ts';
import { importPeer } from './import-peer.ts';

interface OramaLibrary {
  create(options: { schema: Record<string, string> }): unknown;
  insertMultiple(database: unknown, documents: Record<string, unknown>[], batch: number): Promise<unknown>;
  search(
    database: unknown,
    query: Record<string, unknown>,
  ): Promise<{ readonly hits: readonly { readonly id: string }[] }>;
}

export interface OramaStore {
  add(documents: Record<string, unknown>[]): Promise<void>;
  /** Ids of the best; with words, by both legs together. */
  search(query: Float32Array, k: number, words: string | null): Promise<string[]>;
}

/** An empty database with the text as its own field where words are searched too. */
export async function openOrama(withText: boolean): Promise<OramaStore> {
  const { create, insertMultiple, search } = await importPeer<OramaLibrary>('@orama/orama');
  const vector = `vector[${DIMENSIONS}]`;
  const database = await create({
    schema: withText ? { title: 'string', text: 'string', vector } : { vector },
  });
  return {
    async add(documents) {
      await insertMultiple(database, documents, 500);
    },
    async search(query, k, words) {
      const { hits } = await search(database, {
        mode: words === null ? 'vector' : 'hybrid',
        ...(words === null ? {} : { term: words }),
        vector: { value: Array.from(query), property: 'vector' },
        // By itself it drops what is less alike than 0.8, which passages of a text and its question seldom are.
        similarity: 0,
        limit: k,
      });
      return hits.map(({ id }) => id);
    },
  };
}

export async function openOramaVectors(): Promise<Contender> {
  const store = await openOrama(false);
  return {
    add: (first, vectors) =>
      store.add(vectors.map((vector, i) => ({ id: `n${first + i}`, vector: Array.from(vector) }))),
    search: async (query, k) => (await store.search(query, k, null)).map((id) => Number(id.slice(1))),
  };
}

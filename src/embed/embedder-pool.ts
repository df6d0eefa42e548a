/** One embedder for each spec, shared by passages and questions: a local model takes memory. */
import type { ClientParts } from './create-client.ts';
import type { Embedder } from './embedder.ts';
import type { EmbeddingSpec } from './embedding-spec.ts';
import type { EmbedderParts } from './open-embedder.ts';

export type PoolParts = ClientParts & Pick<EmbedderParts, 'secrets' | 'sleep' | 'random'>;

export interface EmbedderPool {
  /** Rejects as `openEmbedder` does; the next call tries again. */
  open(spec: EmbeddingSpec, signal: AbortSignal, dimensions?: number): Promise<Embedder>;
  /** Closes that one, so that the next call opens it anew. */
  drop(spec: EmbeddingSpec): Promise<void>;
  close(): Promise<void>;
}

/** An empty pool. What a spec needs is loaded when it is first opened. */
export function createEmbedderPool(parts: PoolParts): EmbedderPool {
  const opened = new Map<string, Promise<Embedder>>();
  const key = (spec: EmbeddingSpec): string => JSON.stringify(spec);
  const create = async (spec: EmbeddingSpec, signal: AbortSignal, dimensions?: number): Promise<Embedder> => {
    const [{ createClient }, { openEmbedder }] = await Promise.all([
      import('./create-client.ts'),
      import('./open-embedder.ts'),
    ]);
    const { client, size } = createClient(spec, parts);
    try {
      return await openEmbedder(spec, { ...parts, client, size }, signal, dimensions);
    } catch (error) {
      await client.close();
      throw error;
    }
  };
  const drop = async (name: string): Promise<void> => {
    const opening = opened.get(name);
    opened.delete(name);
    await opening?.then((embedder) => embedder.close()).catch(() => undefined);
  };
  return {
    open(spec, signal, dimensions) {
      const known = opened.get(key(spec));
      if (known !== undefined) return known;
      const opening = create(spec, signal, dimensions);
      opened.set(key(spec), opening);
      opening.catch(() => opened.delete(key(spec)));
      return opening;
    },
    drop: (spec) => drop(key(spec)),
    async close() {
      for (const name of [...opened.keys()]) await drop(name);
    },
  };
}

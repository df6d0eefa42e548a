/** The index's own sets of vectors, and the plain loop that everything is compared with. */
import { createExactVectors } from '../src/index/exact-vectors.ts';
import { DIMENSIONS } from '../src/index/hashed-embeddings.ts';
import { createHnswVectors, loadHnswLibrary } from '../src/index/hnsw-vectors.ts';
import type { VectorSet } from '../src/index/vector-set.ts';
import type { Contender } from './contender.ts';

/** Every vector is multiplied with the question, number by number; the best are kept. Its answers are the right ones. */
export function openBruteForce(): Contender {
  const all: Float32Array[] = [];
  return {
    add: (_, vectors) => void all.push(...vectors),
    search(query, k) {
      const scores = all.map((vector, label) => ({ label, score: dot(vector, query) }));
      scores.sort((a, b) => b.score - a.score || a.label - b.label);
      return scores.slice(0, k).map(({ label }) => label);
    },
  };
}

export function openExact(): Contender {
  return contend(createExactVectors(DIMENSIONS));
}

/** @throws Error when hnswlib-node is not installed. */
export async function openHnsw(): Promise<Contender> {
  const library = await loadHnswLibrary();
  if (typeof library === 'string') throw new Error(library);
  return contend(createHnswVectors(library, DIMENSIONS, 1));
}

function contend(set: VectorSet): Contender {
  return {
    add(first, vectors) {
      for (const [i, vector] of vectors.entries()) set.add(first + i, vector);
    },
    search: (query, k) => set.search(query, k, null).map(({ label }) => label),
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

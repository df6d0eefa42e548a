/** Follows whether pgvector is in the database: it may come while the index is open. */
import type { IndexDatabase } from './index-database.ts';
import { enableVectors, type VectorSupport } from './vector-tables.ts';

export interface VectorSupportFollower {
  current(): VectorSupport;
  /** Looks again where it was missing, but not again and again. */
  follow(): Promise<VectorSupport>;
}

/** Milliseconds between two looks. */
const LOOK_EVERY = 60_000;

export async function followVectorSupport(
  database: Pick<IndexDatabase, 'run'>,
  now: () => number,
): Promise<VectorSupportFollower> {
  let support = await database.run(enableVectors);
  let looked = now();
  return {
    current: () => support,
    async follow() {
      if (support.version !== null || now() - looked < LOOK_EVERY) return support;
      looked = now();
      support = await database.run(enableVectors);
      return support;
    },
  };
}

/** Who is measured, in the order of the tables. */
import type { OpenContender } from './contender.ts';
import { openLanceDb } from './lancedb-contender.ts';
import { openOramaVectors } from './orama-contender.ts';
import { openBruteForce, openExact, openHnsw } from './own-contenders.ts';
import { openMemoryVectorStore, openUsearch, openVectra } from './peer-contenders.ts';

interface ListedContender {
  readonly id: string;
  readonly title: string;
  /** Part of Casebook: what others are compared with. */
  readonly ours: boolean;
  readonly open: OpenContender;
}

/** The first gives the right answers. */
export const contenders: readonly ListedContender[] = [
  { id: 'brute-force', title: 'brute force', ours: false, open: openBruteForce },
  { id: 'exact', title: 'Casebook, exact', ours: true, open: openExact },
  { id: 'hnsw', title: 'Casebook, HNSW', ours: true, open: openHnsw },
  {
    id: 'memory-vector-store',
    title: 'LangChain MemoryVectorStore',
    ours: false,
    open: openMemoryVectorStore,
  },
  { id: 'orama', title: 'Orama', ours: false, open: openOramaVectors },
  { id: 'vectra', title: 'vectra', ours: false, open: openVectra },
  { id: 'usearch', title: 'usearch', ours: false, open: openUsearch },
  { id: 'lancedb', title: 'LanceDB', ours: false, open: openLanceDb },
];

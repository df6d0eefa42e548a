/** LanceDB: a table in a folder, approximate by partitions, or exact where its index is not built. */
import { DIMENSIONS } from '../src/index/hashed-embeddings.ts';
import type { Contender } from './contender.ts';
import { importPeer } from './import-peer.ts';

interface VectorQuery {
  distanceType(type: 'dot'): VectorQuery;
  nprobes(count: number): VectorQuery;
  refineFactor(factor: number): VectorQuery;
  select(columns: string[]): VectorQuery;
  limit(k: number): VectorQuery;
  toArray(): Promise<{ n: number | bigint }[]>;
}
interface Table {
  add(rows: { n: number; vector: number[] }[]): Promise<unknown>;
  createIndex(column: string, options: { config: unknown }): Promise<void>;
  vectorSearch(query: number[]): VectorQuery;
}
interface LanceLibrary {
  connect(folder: string): Promise<{
    createTable(name: string, rows: { n: number; vector: number[] }[]): Promise<Table>;
  }>;
  readonly Index: { ivfPq(options: Record<string, unknown>): unknown };
}

/**
 * Up to so many vectors no index is built, as its documentation advises («Do you need one?», vector indexes): searching
 * them exactly is fast enough there, and training an index takes minutes.
 */
const MOST_EXACT = 100_000;
/** Of the candidates by their codes, so many times k are compared by their true vectors. */
const REFINED = 20;

export async function openLanceDb(folder: string): Promise<Contender> {
  const { connect, Index } = await importPeer<LanceLibrary>('@lancedb/lancedb');
  const database = await connect(folder);
  let table: Table | null = null;
  let count = 0;
  let indexed = false;
  return {
    /** Partitions that a search reads; without an index there are none. */
    get widths() {
      return indexed ? [8, 32, 128, 512] : undefined;
    },
    async add(first, vectors) {
      const rows = vectors.map((vector, i) => ({ n: first + i, vector: Array.from(vector) }));
      if (table === null) table = await database.createTable('passages', rows);
      else await table.add(rows);
      count += rows.length;
    },
    async finish() {
      if (count <= MOST_EXACT) return;
      const config = Index.ivfPq({
        distanceType: 'dot',
        numPartitions: Math.round(Math.sqrt(count)),
        numSubVectors: DIMENSIONS / 8,
      });
      await table?.createIndex('vector', { config });
      indexed = true;
    },
    async search(query, k, width) {
      if (table === null) return [];
      const asked = table.vectorSearch(Array.from(query)).distanceType('dot').select(['n', '_distance']);
      const hits = await (indexed ? asked.nprobes(width).refineFactor(REFINED) : asked).limit(k).toArray();
      return hits.map(({ n }) => Number(n));
    },
  };
}

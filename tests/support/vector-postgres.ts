/**
 * A PostgreSQL with pgvector: the one that `TEST_POSTGRES_BIN` names, or else one compiled to WebAssembly, in this process.
 */
import { startPglite } from './pglite-kit.ts';
import { startPostgres, VECTOR_POSTGRES } from './postgres-kit.ts';

export interface VectorPostgres {
  /** Connections that it takes at the same time. */
  readonly sessions: number;
  /** Address of an empty database. The one of WebAssembly has one alone: nobody may use what it held before. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Takes some two seconds. */
export async function startVectorPostgres(): Promise<VectorPostgres> {
  if (VECTOR_POSTGRES !== '') {
    const server = await startPostgres({ vectors: true });
    return { sessions: 4, newDatabase: () => server.newDatabase(), stop: () => server.stop() };
  }
  const pglite = await startPglite();
  return {
    sessions: 1,
    async newDatabase() {
      await pglite.empty();
      return pglite.url;
    },
    stop: () => pglite.stop(),
  };
}

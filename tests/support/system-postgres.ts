/** A PostgreSQL that is installed on this machine, run over data of the tests' own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { UNPRIVILEGED } from './unprivileged.ts';

/** A server's programs: one after the other is started over the same data. */
export interface ServerRunner {
  initialise(): Promise<void>;
  start(): Promise<void>;
  /** Resolves when it has ended, by itself or so. */
  stop(): Promise<void>;
}

export interface SystemServer {
  /** Folder of `initdb` and `postgres`. */
  readonly bin: string;
  readonly databaseDir: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly initdbFlags: readonly string[];
  readonly postgresFlags: readonly string[];
}

/** Milliseconds that it may take to start, recovery included. */
const PATIENCE = 30_000;

export function createSystemServer(server: SystemServer): ServerRunner {
  const { bin, databaseDir, port, user, password } = server;
  let running: ChildProcess | null = null;
  let printed = '';

  return {
    async initialise() {
      mkdirSync(databaseDir, { mode: 0o700 });
      const words = `${databaseDir}.word`;
      writeFileSync(words, password, { mode: 0o600 });
      const { uid, gid } = UNPRIVILEGED;
      if (uid !== undefined && gid !== undefined)
        for (const path of [databaseDir, words]) chownSync(path, uid, gid);
      const login = ['-U', user, `--pwfile=${words}`, '--auth=password'];
      execFileSync(join(bin, 'initdb'), ['-D', databaseDir, ...login, ...server.initdbFlags], {
        ...UNPRIVILEGED,
        stdio: 'pipe',
      });
      rmSync(words);
    },
    async start() {
      const where = ['-D', databaseDir, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'];
      const child = spawn(join(bin, 'postgres'), [...where, ...server.postgresFlags], {
        ...UNPRIVILEGED,
        cwd: databaseDir,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      running = child;
      child.stderr.on('data', (bytes: Buffer) => {
        printed = (printed + bytes.toString()).slice(-4_000);
      });
      for (const end = Date.now() + PATIENCE; !(await takes({ port, user, password })); await sleep(20))
        if (child.exitCode !== null || Date.now() > end)
          throw new Error(`PostgreSQL did not start: ${printed}`);
    },
    async stop() {
      if (running === null || running.exitCode !== null || running.signalCode !== null) return;
      const exit = once(running, 'exit');
      running.kill('SIGINT');
      await exit;
    },
  };
}

async function takes(login: { port: number; user: string; password: string }): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', database: 'postgres', ...login });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

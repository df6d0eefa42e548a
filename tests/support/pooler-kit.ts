/** PgBouncer before a server of the tests: each transaction may be given another connection, as in production. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { UNPRIVILEGED } from './unprivileged.ts';

export interface TestPooler {
  readonly port: number;
  stop(): Promise<void>;
}

export interface PooledServer {
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/** Fewer connections to the server than its clients have, so that they are handed from one to the other. */
const POOL_SIZE = 6;
/** Milliseconds that it may take to start. */
const PATIENCE = 15_000;

/** @throws Error with what it printed when it does not start. */
export async function startPooler(program: string, server: PooledServer): Promise<TestPooler> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-pgbouncer-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const settings = join(folder, 'pgbouncer.ini');
  writeFileSync(
    settings,
    `[databases]
* = host=127.0.0.1 port=${server.port} user=${server.user} password='${server.password}'
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${POOL_SIZE}
max_client_conn = 300
server_login_retry = 1
server_idle_timeout = 3
`,
    { mode: 0o644 },
  );
  const child = spawn(program, [settings], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...UNPRIVILEGED,
  });
  let printed = '';
  child.stderr.on('data', (bytes: Buffer) => {
    printed = (printed + bytes.toString()).slice(-4_000);
  });
  for (const end = Date.now() + PATIENCE; !(await listens(port)); await sleep(20))
    if (child.exitCode !== null || Date.now() > end) throw new Error(`PgBouncer did not start: ${printed}`);
  return {
    port,
    async stop() {
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGQUIT');
  await exit;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.end();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

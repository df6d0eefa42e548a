/** The ways in which a database's server, or the connections to it, end in the midst of work, and are there again. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { TestPostgres } from '../postgres-kit.ts';

export const WAYS = ['server killed', 'connections ended', 'one process killed', 'stopped at once'] as const;
export type Way = (typeof WAYS)[number];

export interface Strike {
  readonly server: TestPostgres;
  readonly url: string;
  readonly way: Way;
  /** Milliseconds for which a server that is gone stays away. */
  readonly outage: number;
}

/** Milliseconds for which the server may be about coming back by itself. */
const COMES_BACK_WITHIN = 60_000;

/**
 * Resolves when connections are taken again.
 *
 * @param onStruck called when it has happened, before anything is there again.
 */
export async function strike({ server, url, way, outage }: Strike, onStruck: () => void): Promise<void> {
  if (way === 'server killed' || way === 'stopped at once') {
    await (way === 'server killed' ? server.kill() : server.stopAtOnce());
    onStruck();
    await pause(outage);
    return server.restart();
  }
  const client = new pg.Client({ connectionString: server.direct(url), application_name: 'strike' });
  client.on('error', () => undefined);
  await client.connect();
  if (way === 'connections ended') {
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'casebook'`,
    );
    onStruck();
    return client.end();
  }
  // The one that writes, if one does. All others are then ended by the server, which recovers by itself.
  const { rows } = await client.query(`select pid from pg_stat_activity
    where application_name = 'casebook' order by backend_xid is null, xact_start nulls last limit 1`);
  const ended = new Promise((resolve) => client.once('end', resolve));
  process.kill(Number(rows[0]?.pid ?? (await ownProcess(client))), 'SIGKILL');
  onStruck();
  await ended;
  const end = performance.now() + COMES_BACK_WITHIN;
  while (!(await isThere(url)) && performance.now() < end) await pause(20);
}

async function ownProcess(client: pg.Client): Promise<unknown> {
  const { rows } = await client.query('select pg_backend_pid() as pid');
  return rows[0]?.pid;
}

async function isThere(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

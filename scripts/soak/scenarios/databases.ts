/** Databases that are gone, held or full for a while. */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres } from '../../../tests/support/postgres-kit.ts';
import type { Scenario } from '../scenario.ts';

export const POSTGRES: Scenario = {
  name: 'postgres',
  what: 'the server of the database is killed, and is back after up to four seconds',
  async prepare() {
    const postgres = await startPostgres({ vectors: true });
    return {
      env: { DATABASE_URL: await postgres.newDatabase() },
      faults: () => [
        {
          name: 'PostgreSQL killed and restarted',
          async inject(random) {
            await postgres.kill();
            await pause(random() * 4_000);
            await postgres.restart();
          },
        },
      ],
      pause: 3_000,
      close: () => postgres.stop(),
    };
  },
};

export const SQLITE_LOCKS: Scenario = {
  name: 'sqlite-locks',
  what: 'another process holds the write lock of the index or of the state for up to four seconds',
  async prepare(_askers, dataDir) {
    const hold = (name: string, file: string) => ({
      name,
      async inject(random: () => number) {
        const db = new DatabaseSync(join(dataDir, file), { timeout: 10_000 });
        db.exec('BEGIN IMMEDIATE');
        await pause(500 + random() * 3_500);
        db.exec('ROLLBACK');
        db.close();
      },
    });
    return {
      faults: () => [hold('state locked', 'state.sqlite'), hold('index locked', 'casebook.db')],
      pause: 1_500,
    };
  },
};

/** Runs what follows where it may mount a disk that nobody else sees. */
const NAMESPACE = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c'] as const;

/** Whether the system lets us: not every one does. */
export function mayMount(): boolean {
  const [command, ...args] = NAMESPACE;
  return spawnSync(command, [...args, 'mount -t tmpfs tmpfs /tmp']).status === 0;
}

/** Bytes of the disk that the bot has to itself: room for its databases and some megabytes. */
const DISK = 48 * 1_048_576;
const BLOCK = new Uint8Array(65_536);

export const FULL_DISK: Scenario = {
  name: 'full-disk',
  what: 'the disk that holds the data folder is full for up to four seconds',
  async prepare(_askers, dataDir) {
    return {
      wrapper: [...NAMESPACE, `mount -t tmpfs -o size=${DISK} tmpfs "$0" && cd "$0" && exec "$@"`, dataDir],
      faults: (bot) => [
        {
          name: 'disk full',
          async inject(random) {
            const filler = join('/proc', String(bot.current().pid), 'root', dataDir, 'filler');
            fill(filler);
            await pause(500 + random() * 3_500);
            rmSync(filler, { force: true });
          },
        },
      ],
      pause: 2_000,
    };
  },
};

function fill(path: string): void {
  const handle = openSync(path, 'w');
  try {
    for (;;) writeSync(handle, BLOCK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(handle);
  }
}

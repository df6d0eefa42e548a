/** The database of the state, opened, with Kysely over it: a file of its own, or PostgreSQL. */
import { setTimeout } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { createQueryBuilder } from '../sqlite/node-sqlite-dialect.ts';
import { openSqlite } from '../sqlite/open-sqlite.ts';
import { isBusy, sqliteError } from '../sqlite/sqlite-errors.ts';
import { STATE_APPLICATION_ID, STATE_MIGRATIONS } from './migrations.ts';
import type { StateSchema } from './schema.ts';

export interface StateDatabase {
  readonly dialect: 'sqlite' | 'postgres';
  /** The file, or host and database without name and password. */
  readonly where: string;
  /**
   * Runs a statement or a transaction. A transaction begins with a write, so that it never has to be repeated in its
   * midst. The work may run more than once, when another process is writing: only what the last one did is stored.
   *
   * @throws OperatorError where a person can put it right: a full disk, a damaged file.
   */
  run<T>(work: (db: Kysely<StateSchema>) => Promise<T>): Promise<T>;
  /** Empties the journal, in which what was deleted still stands until it is overwritten. Does nothing on PostgreSQL. */
  scrub(): Promise<void>;
  /** Lets the transaction under way end, and closes the file or the connections. */
  close(): Promise<void>;
}

/** Where the state is kept. */
export type StatePlace =
  | { readonly type: 'sqlite'; readonly path: string }
  | {
      readonly type: 'postgres';
      readonly url: string;
      /** Connections at most, 1 or more. */
      readonly poolSize: number;
      /** Milliseconds for which a server that is just starting is waited for; none when left out. */
      readonly patience?: number;
    };

/**
 * Milliseconds for a statement in PostgreSQL: ours take some. Somebody waits for an answer while a connection that leads
 * nowhere, after a failover or behind a broken network, is waited for.
 */
const QUERY_TIMEOUT = 15_000;

/** @throws OperatorError when it is of a newer version, is not ours, or cannot be used. */
export async function openStateAt(place: StatePlace): Promise<StateDatabase> {
  if (place.type === 'sqlite') return openStateDatabase(place.path);
  const { openPostgres } = await import('../postgres/open-postgres.ts');
  const { where, run, close } = await openPostgres<StateSchema>({
    ...place,
    part: 'state',
    migrations: STATE_MIGRATIONS,
    queryTimeout: QUERY_TIMEOUT,
  });
  // Rows that were deleted are PostgreSQL's to overwrite (VACUUM), as are its journal and backups its operator's.
  return { dialect: 'postgres', where, run, scrub: async () => undefined, close };
}

/**
 * A foreign key as it stands in a column: PostgreSQL takes neither NUL nor half of a pair. In JSON they are escaped.
 */
export function asStored(key: string): string {
  return key.toWellFormed().replaceAll('\u0000', '\uFFFD');
}

/** How long the opening waits for another process that makes or migrates the file; milliseconds. */
const OPENING_TIMEOUT = 5_000;

/** Milliseconds that a statement holds up the event loop while another process is writing. */
const BUSY_TIMEOUT = 20;
/** After which it is tried again this often, with a pause that leaves the loop to others; milliseconds. */
const PAUSE = 20;
/** Together with the time-out some two seconds: platforms wait three for the acknowledgement of an event. */
const ATTEMPTS = 50;

const IF_DAMAGED =
  'restore a copy, or move it away and start anew, with settings, ratings and kept answers gone';

/**
 * Opens the file on this thread, and creates it when absent. The folder must exist.
 *
 * @param path of the file; `:memory:` for tests.
 * @throws OperatorError when it is of a newer version, is not ours, or cannot be used.
 */
export function openStateDatabase(path: string): StateDatabase {
  const sqlite = openSqlite(path, {
    applicationId: STATE_APPLICATION_ID,
    migrations: STATE_MIGRATIONS,
    // NORMAL: once a statement has returned, its work is with the operating system, and no kill of the process can
    // undo it. A power cut may take back the last seconds, down to the last checkpoint: messages that were acknowledged
    // meanwhile stay without a reply, settings and ratings of those seconds are as before; the file stays sound. FULL
    // would cost a flush of the disk, on the main thread, for each message.
    // secure_delete: what a person asked to have forgotten is overwritten in the file, not just unlinked.
    pragmas: 'PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA cache_size = -2000',
    busyTimeout: OPENING_TIMEOUT,
    ifDamaged: IF_DAMAGED,
  });
  sqlite.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
  const kysely = createQueryBuilder<StateSchema>(sqlite);
  const run: StateDatabase['run'] = async (work) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work(kysely);
      } catch (error) {
        if (!isBusy(error) || attempt === ATTEMPTS) throw sqliteError(error, path, IF_DAMAGED);
      }
      await setTimeout(PAUSE);
    }
  };
  return {
    dialect: 'sqlite',
    where: path,
    run,
    async scrub() {
      // A reader that is just at work stops it halfway; the next checkpoint does the rest.
      await run((db) => sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db));
    },
    // In its turn, so that no transaction is cut off.
    close: () => kysely.connection().execute(async () => sqlite.close()),
  };
}

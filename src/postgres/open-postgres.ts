/** Opens a PostgreSQL database with our tables in it, and tries again where that is safe. */
import { setTimeout } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import { migratePostgres, type PostgresSchema } from './migrate-postgres.ts';
import { isConflict, mayConnectLater, postgresError } from './postgres-errors.ts';
import { createPostgresPool } from './postgres-pool.ts';

export interface PostgresOptions extends PostgresSchema {
  /** `postgres://name:password@host:5432/database`. */
  readonly url: string;
  /** Connections at most, 1 or more. */
  readonly poolSize: number;
  /** Milliseconds that a statement of this part may take; a minute when left out. */
  readonly queryTimeout?: number;
  /** Milliseconds for which the opening waits for a server that is just starting; none when left out. */
  readonly patience?: number;
}

export interface PostgresDatabase<Schema> {
  /** The database without name and password. */
  readonly where: string;
  /**
   * Runs a statement or a transaction. The work may run more than once: only what the last one did is stored. It is run
   * again when the server undid it for the sake of another's, and when a connection broke and nothing can have been done.
   *
   * @throws OperatorError where a person can put it right.
   */
  run<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T>;
  /** Lets the work under way end, and closes the connections. */
  close(): Promise<void>;
}

/** Milliseconds for a statement: those of a large index may take seconds. */
const QUERY_TIMEOUT = 60_000;
/** Times that work is run which others' work undid: each time somebody else's was done. */
const ATTEMPTS = 20;
/** Milliseconds for which a lost server is waited for: platforms wait three seconds for the acknowledgement of an event. */
const PATIENCE = 2_000;
/** Milliseconds between two looks for a lost server. */
const PAUSE = 100;

/** @throws OperatorError when the database cannot be used: not reached, refused, of a newer version, not ours. */
export async function openPostgres<Schema>(options: PostgresOptions): Promise<PostgresDatabase<Schema>> {
  const where = describePostgres(options.url);
  const pool = createPostgresPool(options.url, options.poolSize, options.queryTimeout ?? QUERY_TIMEOUT);
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });

  async function runWithin<T>(patience: number, work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    let waited = 0;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work(kysely);
      } catch (error) {
        if (isConflict(error) && attempt < ATTEMPTS) {
          // Those that met once shall not meet again.
          await setTimeout(attempt * 3);
          continue;
        }
        const nothingDone = mayConnectLater(error) && !pool.isUncertain(error);
        if (!nothingDone || waited >= patience) throw postgresError(error, where);
        waited += PAUSE;
        await setTimeout(PAUSE);
      }
    }
  }

  try {
    await runWithin(options.patience ?? 0, (db) => migratePostgres(db as Kysely<unknown>, options, where));
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  return {
    where,
    run: (work) => runWithin(PATIENCE, work),
    close: () => kysely.destroy(),
  };
}

/** Host, port and database of an address, for people: no name, no password, no options. */
function describePostgres(url: string): string {
  if (!URL.canParse(url)) return 'the address in DATABASE_URL';
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = hostname || searchParams.get('host') || 'localhost';
  return `${host}:${port || '5432'}${pathname === '/' ? '' : pathname}`;
}

/** The index's database in PostgreSQL: opened, read in one state of it, written in transactions that keep the rules. */
import { type Kysely, sql } from 'kysely';
import { OperatorError } from '../../core/errors.ts';
import { openPostgres, type PostgresDatabase } from '../../postgres/open-postgres.ts';
import type { DatabasePlace } from '../worker-protocol.ts';
import { INDEX_PART, POSTGRES_MIGRATIONS } from './migrations.ts';
import type { PostgresIndexSchema } from './postgres-schema.ts';

/** The tables, by themselves or inside a transaction. */
export type IndexDb = Kysely<PostgresIndexSchema>;

export interface IndexDatabase {
  /** The database without name and password. */
  readonly where: string;
  /** Runs one statement, or more of which each may see another state. The work may run more than once. */
  run<T>(work: (db: IndexDb) => Promise<T>): Promise<T>;
  /** Runs statements that all see the same state. The work may run more than once. */
  reading<T>(work: (db: IndexDb) => Promise<T>): Promise<T>;
  /** Runs one transaction, once more where another's undid it: only what the last one did is stored. */
  writing<T>(work: (db: IndexDb) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Times that a write is begun anew because another process stored a row of the same key meanwhile. */
const ATTEMPTS = 10;

/** @throws OperatorError when the database cannot be used: not reached, refused, of a newer version, not ours. */
export async function openIndexDatabase(options: DatabasePlace): Promise<IndexDatabase> {
  const database = await openPostgres<PostgresIndexSchema>({
    ...options,
    part: INDEX_PART,
    migrations: POSTGRES_MIGRATIONS,
  });
  return {
    where: database.where,
    run: database.run,
    close: database.close,
    reading: (work) => readIn(database, work),
    async writing(work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await database.run((db) => db.transaction().execute(work));
        } catch (error) {
          if (!isTaken(error) || attempt === ATTEMPTS) throw error;
        }
      }
    },
  };
}

/** 42P01: a model's table went with the model between two statements of the work. */
const GONE = '42P01';

async function readIn<T>(
  database: PostgresDatabase<PostgresIndexSchema>,
  work: (db: IndexDb) => Promise<T>,
): Promise<T> {
  const once = () =>
    database.run((db) =>
      db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
    );
  try {
    return await once();
  } catch (error) {
    if (codeOf(error) !== GONE) throw error;
    return once();
  }
}

/** Another transaction stored a row of the same key between our look and our insert. */
function isTaken(error: unknown): boolean {
  return codeOf(error) === '23505';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

/**
 * Tells everybody that something changed. The last lock that a transaction takes, so that nobody waits for each other in a
 * circle: from here on it is alone, with what it has seen of others committed and what it counts exact, until it commits.
 * Analyzing and storing terms, which takes nearly all of the time, is done before it, by many processes at once.
 */
export async function announceChange(db: IndexDb): Promise<void> {
  await sql`update index_changes set changes = changes + 1 where one = 1`.execute(db);
}

/** Refuses to write what another version of the program would not find. Holds the version until the commit. */
export async function refuseOutdated(db: IndexDb, version: string, where: string): Promise<void> {
  const { rows } = await sql<{ value: string }>`
    select value from meta where key = 'analyzerVersion' for share`.execute(db);
  if (rows[0]?.value !== version)
    throw new OperatorError(
      `another version of Casebook has rebuilt the index in ${where}: restart this one`,
    );
}

/** Opens the database file, brings its schema up to date, and sets what each connection needs. */
import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { OperatorError } from '../core/errors.ts';
import { APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION } from './migrations.ts';
import { databaseError } from './sqlite-errors.ts';

/** How long a writer waits for another process's transaction, in milliseconds. */
const BUSY_TIMEOUT = 15_000;

/**
 * Opens, and creates when absent.
 *
 * @throws OperatorError when the file is of a newer version, is not ours, or cannot be used; it is then untouched.
 */
export function openDatabase(path: string): DatabaseSync {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(path, { timeout: BUSY_TIMEOUT, enableForeignKeyConstraints: true });
    refuseForeign(db, path);
    if (db.prepare('PRAGMA journal_mode').get()?.journal_mode !== 'wal') db.exec('PRAGMA journal_mode = WAL');
    // FULL: what a command reports as stored survives a power cut too. Writes come in batches, one flush each.
    db.exec('PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000');
    migrate(db, path);
    return db;
  } catch (error) {
    db?.close();
    throw databaseError(error, path);
  }
}

/** The schema version of an open database; 0 when it is empty. */
export function schemaVersion(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.user_version);
}

function refuseForeign(db: DatabaseSync, path: string): void {
  const version = schemaVersion(db);
  const ours = Number(db.prepare('PRAGMA application_id').get()?.application_id) === APPLICATION_ID;
  const tables = Number(db.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n);
  if (!ours && (version > 0 || tables > 0))
    throw new OperatorError(
      `${path} is another program's database: move it away, or set CASEBOOK_DATA_DIR to another folder`,
    );
  if (version > SCHEMA_VERSION)
    throw new OperatorError(
      `the database ${path} was written by a newer Casebook: upgrade, or set CASEBOOK_DATA_DIR to another folder`,
    );
}

function migrate(db: DatabaseSync, path: string): void {
  if (schemaVersion(db) === SCHEMA_VERSION) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have migrated while this one waited for the lock.
    refuseForeign(db, path);
    for (const step of MIGRATIONS.slice(schemaVersion(db))) db.exec(step);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`);
    db.prepare(`INSERT OR IGNORE INTO meta VALUES ('databaseId', ?)`).run(randomUUID());
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

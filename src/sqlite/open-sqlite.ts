/** Opens a database file of ours and brings its schema up to date. */
import { DatabaseSync } from 'node:sqlite';
import { OperatorError } from '../core/errors.ts';
import { sqliteError } from './sqlite-errors.ts';

export interface SqliteFile {
  /** Marks the file as ours (`PRAGMA application_id`): four bytes. */
  readonly applicationId: number;
  /** Step i leads from schema version i to i + 1. A step that was released is never edited. */
  readonly migrations: readonly string[];
  /** Runs inside the transaction of the migration. */
  readonly afterMigration?: (db: DatabaseSync) => void;
  /** Settings of the connection, as `PRAGMA` statements. */
  readonly pragmas: string;
  /** How long a statement waits, and the thread with it, for another connection's lock; milliseconds. */
  readonly busyTimeout: number;
  /** What to do with a damaged file, as the end of a sentence. */
  readonly ifDamaged: string;
}

/**
 * Opens, and creates when absent. The folder must exist.
 *
 * @param path of the file; `:memory:` for one that is gone when it is closed.
 * @throws OperatorError when the file is of a newer version, is not ours, or cannot be used; it is then untouched.
 */
export function openSqlite(path: string, file: SqliteFile): DatabaseSync {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(path, { timeout: file.busyTimeout, enableForeignKeyConstraints: true });
    refuseForeign(db, path, file);
    if (db.prepare('PRAGMA journal_mode').get()?.journal_mode !== 'wal') db.exec('PRAGMA journal_mode = WAL');
    db.exec(file.pragmas);
    migrate(db, path, file);
    return db;
  } catch (error) {
    db?.close();
    throw sqliteError(error, path, file.ifDamaged);
  }
}

/** The schema version of an open database; 0 when it is empty. */
export function schemaVersion(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.user_version);
}

function refuseForeign(db: DatabaseSync, path: string, { applicationId, migrations }: SqliteFile): void {
  const version = schemaVersion(db);
  const ours = Number(db.prepare('PRAGMA application_id').get()?.application_id) === applicationId;
  const tables = Number(db.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n);
  if (!ours && (version > 0 || tables > 0))
    throw new OperatorError(
      `${path} is another program's database: move it away, or set CASEBOOK_DATA_DIR to another folder`,
    );
  if (version > migrations.length)
    throw new OperatorError(
      `the database ${path} was written by a newer Casebook: upgrade, or set CASEBOOK_DATA_DIR to another folder`,
    );
}

function migrate(db: DatabaseSync, path: string, file: SqliteFile): void {
  const newest = file.migrations.length;
  if (schemaVersion(db) === newest) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have migrated while this one waited for the lock.
    refuseForeign(db, path, file);
    for (const step of file.migrations.slice(schemaVersion(db))) db.exec(step);
    db.exec(`PRAGMA application_id = ${file.applicationId}; PRAGMA user_version = ${newest}`);
    file.afterMigration?.(db);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

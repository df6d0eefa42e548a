/** Opens the index's database file, brings its schema up to date, and sets what each connection needs. */
import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { openSqlite } from '../sqlite/open-sqlite.ts';
import { IF_DAMAGED } from './database-error.ts';
import { APPLICATION_ID, MIGRATIONS } from './migrations.ts';

/** How long a writer waits for another process's transaction, in milliseconds. */
const BUSY_TIMEOUT = 15_000;

/**
 * Opens, and creates when absent.
 *
 * @throws OperatorError when the file is of a newer version, is not ours, or cannot be used; it is then untouched.
 */
export function openDatabase(path: string): DatabaseSync {
  return openSqlite(path, {
    applicationId: APPLICATION_ID,
    migrations: MIGRATIONS,
    afterMigration: (db) =>
      db.prepare(`INSERT OR IGNORE INTO meta VALUES ('databaseId', ?)`).run(randomUUID()),
    // FULL: what a command reports as stored survives a power cut too. Writes come in batches, one flush each.
    // secure_delete: documents of a workspace that is forgotten are overwritten in the file, not just unlinked.
    pragmas:
      'PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000',
    busyTimeout: BUSY_TIMEOUT,
    ifDamaged: IF_DAMAGED,
  });
}

/** One write transaction at a time on a connection. */
import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs the work inside a write transaction: all of it is stored, or nothing. The lock is taken at the start, so that
 * the work never has to be repeated. The caller sees to it that nothing else uses the connection meanwhile.
 */
export async function inTransaction<T>(db: DatabaseSync, work: () => T | Promise<T>): Promise<T> {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = await work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk makes SQLite roll back by itself.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** What the index says when its database file fails. */
import { sqliteError } from '../sqlite/sqlite-errors.ts';

/** What to do with a damaged index. */
export const IF_DAMAGED = 'restore a copy, or move it away and ingest again';

/** @returns an OperatorError where a person can put it right; otherwise the error as it was. */
export function databaseError(error: unknown, path: string): unknown {
  return sqliteError(error, path, IF_DAMAGED);
}

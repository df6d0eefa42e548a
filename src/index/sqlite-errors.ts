/** Turns what SQLite and the file system throw into one line that says what to do. */
import { errorMessage, OperatorError } from '../core/errors.ts';

const ELSEWHERE = 'or set CASEBOOK_DATA_DIR to another folder';

/** SQLite's primary result code of a thrown value (8 READONLY, 13 FULL …), or null when it is none of SQLite's. */
export function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}

/**
 * The error to show for a failed operation on the database file.
 *
 * @returns an OperatorError where a person can put it right; otherwise the error as it was.
 */
export function databaseError(error: unknown, path: string): unknown {
  switch (sqliteCode(error)) {
    case 5:
    case 6:
      return operator(
        `the database ${path} is busy: another command is writing; try again when it has ended`,
        error,
      );
    case 8:
      return operator(
        `the database ${path} cannot be written: make it and its folder writable, ${ELSEWHERE}`,
        error,
      );
    case 10:
      return operator(`reading or writing the database ${path} failed: check the disk, ${ELSEWHERE}`, error);
    case 11:
      return operator(
        `the database ${path} is damaged: restore a copy, or move it away and ingest again`,
        error,
      );
    case 13:
      return operator(
        `the disk that holds ${path} is full: free some space, ${ELSEWHERE}; nothing was lost`,
        error,
      );
    case 14:
      return operator(
        `the database ${path} cannot be opened: check the folder's permissions, ${ELSEWHERE}`,
        error,
      );
    case 26:
      return operator(`${path} is not a database: move it away, ${ELSEWHERE}`, error);
    default:
      return error;
  }
}

/** The error to show when a folder or file of the data folder cannot be made or written. */
export function folderError(error: unknown, dataDir: string): OperatorError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const folder = `the data folder ${dataDir}`;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return operator(`the disk that holds ${folder} is full: free some space, ${ELSEWHERE}`, error);
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return operator(`${folder} cannot be made, a file is in its way: move it, ${ELSEWHERE}`, error);
  // The folders above it exist by then: the file system takes none.
  if (code === 'ENOENT')
    return operator(`${folder} cannot be made there: set CASEBOOK_DATA_DIR to another folder`, error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return operator(`${folder} cannot be written: make it writable, ${ELSEWHERE}`, error);
  return operator(`${folder} cannot be used (${errorMessage(error)}): repair it, ${ELSEWHERE}`, error);
}

function operator(message: string, cause: unknown): OperatorError {
  return new OperatorError(message.replaceAll(/\s*\n\s*/g, ' '), { cause });
}

/** Turns what SQLite throws into one line that says what to do. */
import { OperatorError } from '../core/errors.ts';

const ELSEWHERE = 'or set CASEBOOK_DATA_DIR to another folder';

/** SQLite's primary result code of a thrown value (8 READONLY, 13 FULL …), or null when it is none of SQLite's. */
export function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}

/** True when another connection held the lock for longer than this one waits. */
export function isBusy(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === 5 || code === 6;
}

/**
 * The error to show for a failed operation on a database file.
 *
 * @param ifDamaged what to do with a damaged file, as the end of a sentence.
 * @returns an OperatorError where a person can put it right; otherwise the error as it was.
 */
export function sqliteError(error: unknown, path: string, ifDamaged: string): unknown {
  const said = sayFor(sqliteCode(error), path, ifDamaged);
  if (said === null) return error;
  return new OperatorError(said.replaceAll(/\s*\n\s*/g, ' '), { cause: error });
}

function sayFor(code: number | null, path: string, ifDamaged: string): string | null {
  switch (code) {
    case 5:
    case 6:
      return `the database ${path} is busy: another command is writing; try again when it has ended`;
    case 8:
      return `the database ${path} cannot be written: make it and its folder writable, ${ELSEWHERE}`;
    case 10:
      return `reading or writing the database ${path} failed: check the disk, ${ELSEWHERE}`;
    case 11:
      return `the database ${path} is damaged: ${ifDamaged}`;
    case 13:
      return `the disk that holds ${path} is full: free some space, ${ELSEWHERE}; nothing was lost`;
    case 14:
      return `the database ${path} cannot be opened: check the folder's permissions, ${ELSEWHERE}`;
    case 26:
      return `${path} is not a database: move it away, ${ELSEWHERE}`;
    default:
      return null;
  }
}

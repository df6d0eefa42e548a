/** Turns what the file system throws about the data folder into one line that says what to do. */
import { errorMessage, OperatorError } from '../core/errors.ts';

const ELSEWHERE = 'or set CASEBOOK_DATA_DIR to another folder';

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

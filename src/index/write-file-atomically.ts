/** Replaces a file so that a reader, or a kill at any instant, sees the old content or the new, never a part. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes the content to `path` through a temporary file beside it. Throws what the file system throws. */
export function writeFileAtomically(path: string, content: string | Uint8Array): void {
  const temporary = temporaryBeside(path);
  try {
    writeFileSync(temporary, content);
    moveIntoPlace(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** A name in the same folder that no other process uses. */
export function temporaryBeside(path: string): string {
  return `${path}.${process.pid}-${Date.now().toString(36)}.tmp`;
}

/** Makes a finished file durable and gives it its final name. */
export function moveIntoPlace(temporary: string, path: string): void {
  flush(temporary, 'r+');
  renameSync(temporary, path);
  flush(dirname(path), 'r');
}

function flush(path: string, mode: 'r' | 'r+'): void {
  const handle = openSync(path, mode);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

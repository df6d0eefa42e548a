/** A database file of the data folder, as backups see it: to be copied while others write, and to be looked over. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';

/** What is kept of the data folder; the rest is made anew from it. */
export interface DatabaseFile {
  /** Its name in the data folder and in a backup. */
  readonly name: string;
  /** As in `PRAGMA application_id`. */
  readonly applicationId: number;
  /** The newest version of its schema that this program knows. */
  readonly newest: number;
  /**
   * Brings a restored file up to date, as a server does that opens it, and closes it. Throws what that throws.
   *
   * @param backedUpAt ISO 8601 in UTC.
   */
  readonly upgrade: (path: string, backedUpAt: string) => Promise<void>;
}

/** How long a copy waits for another process's lock, in milliseconds. Readers of a journal hardly ever wait. */
const BUSY_TIMEOUT = 15_000;

/**
 * Copies a database as it is at one instant, while others go on reading and writing. What was deleted is not copied.
 * The thread waits for it.
 *
 * @param target must not exist.
 * @returns the version of its schema.
 */
export function copyDatabase(path: string, target: string): number {
  const db = new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
  try {
    db.prepare('VACUUM INTO ?').run(target);
    return Number(db.prepare('PRAGMA user_version').get()?.user_version);
  } finally {
    db.close();
  }
}

/** What is wrong with a database, in words that go on after its name; null when it is sound and can be used. */
export function faultOf(path: string, { applicationId, newest }: DatabaseFile): string | null {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(path, { readOnly: true });
    if (Number(db.prepare('PRAGMA application_id').get()?.application_id) !== applicationId)
      return 'is another program’s database';
    if (Number(db.prepare('PRAGMA user_version').get()?.user_version) > newest)
      return 'was written by a newer Casebook: upgrade first';
    const found = db.prepare('PRAGMA integrity_check(1)').get()?.integrity_check;
    return found === 'ok' ? null : 'is damaged';
  } catch {
    return 'is damaged';
  } finally {
    db?.close();
  }
}

/** SHA-256 of a file, in hexadecimal. */
export async function checksum(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash, { signal });
  return hash.digest('hex');
}

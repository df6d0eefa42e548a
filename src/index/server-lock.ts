/** One server for each data folder: a lock that the operating system frees when the process ends, however it ends. */
import { readFileSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { OperatorError } from '../core/errors.ts';
import { sqliteCode } from '../sqlite/sqlite-errors.ts';
import { dataFolderPaths, prepareDataFolder } from './data-folder.ts';
import { databaseError } from './database-error.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

export interface ServerLock {
  /** Tells other commands where this server is reached: «at http://127.0.0.1:3000», «in Slack». */
  announce(place: string): void;
  release(): void;
}

/** The locks of this process. A database that nothing refers to is collected, and its lock freed with it. */
const heldLocks = new Set<DatabaseSync>();

/** What a running server tells about itself. */
interface ServerInfo {
  readonly pid: number;
  readonly place: string | null;
}

/**
 * Takes the folder for this process.
 *
 * The lock is an exclusive transaction on a small database of its own: SQLite's file lock goes with the process, so
 * that nothing stale is left behind by a kill.
 *
 * @throws OperatorError when another server holds it, or when the folder cannot be written.
 */
export function acquireServerLock(dataDir: string): ServerLock {
  const folder = prepareDataFolder(dataDir);
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(folder.serverLock);
    db.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    if (sqliteCode(error) === 5) throw new OperatorError(inUse(readServerInfo(dataDir), dataDir));
    throw databaseError(error, folder.serverLock);
  }
  const held = db;
  heldLocks.add(held);
  const announce = (place: string | null) =>
    writeFileAtomically(folder.serverInfo, JSON.stringify({ pid: process.pid, place }));
  announce(null);
  return {
    announce,
    release() {
      if (!held.isOpen) return;
      // The note goes first: once the lock is free, the next server writes its own.
      rmSync(folder.serverInfo, { force: true });
      held.close();
      heldLocks.delete(held);
    },
  };
}

function inUse(info: ServerInfo | null, dataDir: string): string {
  const at = info?.place ? ` ${info.place}` : '';
  const who = info ? ` (pid ${info.pid}${at})` : '';
  return `another Casebook server${who} is using ${dataDir}: stop it, or set CASEBOOK_DATA_DIR to another folder`;
}

/** What the server on the folder announced; null when there is none. After a kill, the note of the dead one is left. */
function readServerInfo(dataDir: string): ServerInfo | null {
  try {
    const info: unknown = JSON.parse(readFileSync(dataFolderPaths(dataDir).serverInfo, 'utf8'));
    if (typeof info !== 'object' || info === null || !('pid' in info) || typeof info.pid !== 'number')
      return null;
    const place = 'place' in info && typeof info.place === 'string' ? info.place : null;
    return { pid: info.pid, place };
  } catch {
    return null; // absent, or just being replaced: the message does without it
  }
}

/** Where the server is reached that runs on this data folder; null when none does. */
export function runningServer(dataDir: string): string | null {
  const info = readServerInfo(dataDir);
  if (info === null) return null;
  try {
    process.kill(info.pid, 0);
    return info.place;
  } catch {
    return null;
  }
}

/**
 * Tells when something in a folder changes. Folders are watched, not files: an editor that puts a new file in an old one's
 * place changes the folder, and an archive has many files but few folders.
 */
import { type FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface WatchedPlace {
  /** Absolute path of a folder, with all folders in it, or of a file, which may come and go. */
  readonly path: string;
  readonly kind: 'folder' | 'file';
}

export interface Watching {
  close(): void;
}

/** Each takes one of the watches that the system allows a user. */
const MOST_FOLDERS = 1_000;
/** Milliseconds: a folder that is gone, or cannot be watched, is looked at again that often. */
const LOOK_AGAIN = 30_000;

/**
 * @param onChange may be told more often than there are changes.
 * @param onTrouble told once when a place cannot be watched; it is tried again.
 */
export function watchPlace(
  { path, kind }: WatchedPlace,
  onChange: () => void,
  onTrouble: (error: unknown) => void,
): Watching {
  const watchers = new Map<string, FSWatcher>();
  const root = kind === 'file' ? dirname(path) : path;
  let closed = false;
  let troubled = false;
  let looking: Promise<void> | null = null;

  const forget = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  function watchFolder(folder: string): void {
    if (watchers.has(folder) || watchers.size >= MOST_FOLDERS || closed) return;
    const watcher = watch(folder, { persistent: false }, (_, name) => {
      if (kind === 'file' && name !== null && join(folder, name) !== path) return;
      onChange();
      // A folder may have come.
      if (kind === 'folder') look();
    });
    watcher.on('error', () => forget(folder));
    watchers.set(folder, watcher);
  }
  async function watchAll(): Promise<void> {
    const found = [root];
    for (let folder = found[0]; folder !== undefined; folder = found[found.indexOf(folder) + 1]) {
      watchFolder(folder);
      if (kind === 'file' || found.length >= MOST_FOLDERS) continue;
      for (const entry of await readdir(folder, { withFileTypes: true }))
        if (entry.isDirectory() && !entry.name.startsWith('.')) found.push(join(folder, entry.name));
    }
    for (const folder of watchers.keys()) if (!found.includes(folder)) forget(folder);
  }
  function look(): void {
    looking ??= watchAll()
      .then(() => {
        if (troubled) onChange();
        troubled = false;
      })
      .catch((error: unknown) => {
        for (const folder of [...watchers.keys()]) forget(folder);
        if (!troubled && !closed) onTrouble(error);
        troubled = true;
      })
      .finally(() => {
        looking = null;
      });
  }
  look();
  // A folder that was put in another's place has the same name and is not watched any more.
  const timer = setInterval(look, LOOK_AGAIN);
  timer.unref();
  return {
    close() {
      closed = true;
      clearInterval(timer);
      for (const folder of [...watchers.keys()]) forget(folder);
    },
  };
}

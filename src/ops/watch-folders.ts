/**
 * Tells when something in a folder changes. Folders are watched, not files: an editor that puts a new file in an old one's
 * place changes the folder, and an archive has many files but few folders.
 */
import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
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
  const watchers = new Map<string, { readonly watcher: FSWatcher; readonly inode: number }>();
  const root = kind === 'file' ? dirname(path) : path;
  let closed = false;
  let troubled = false;
  let looking = false;
  let again = false;

  const forget = (folder: string): void => {
    watchers.get(folder)?.watcher.close();
    watchers.delete(folder);
  };
  /** @returns true for a folder that has taken a watched one's place. */
  async function watchFolder(folder: string): Promise<boolean> {
    const { ino: inode } = await stat(folder);
    const before = watchers.get(folder);
    if (before?.inode === inode || closed) return false;
    forget(folder);
    const watcher = watch(folder, { persistent: false }, (_, name) => {
      if (kind === 'file' && name !== null && join(folder, name) !== path) return;
      onChange();
      // A folder may have come.
      if (kind === 'folder') look();
    });
    watcher.on('error', () => forget(folder));
    watchers.set(folder, { watcher, inode });
    return before !== undefined;
  }
  async function watchAll(): Promise<boolean> {
    const found = [root];
    let replaced = false;
    // It grows while it is gone through.
    for (const folder of found) {
      replaced = (await watchFolder(folder)) || replaced;
      if (kind === 'file') break;
      for (const entry of await readdir(folder, { withFileTypes: true }))
        if (entry.isDirectory() && !entry.name.startsWith('.') && found.length < MOST_FOLDERS)
          found.push(join(folder, entry.name));
    }
    for (const folder of [...watchers.keys()]) if (!found.includes(folder)) forget(folder);
    return replaced;
  }
  async function lookOnce(): Promise<void> {
    try {
      if ((await watchAll()) || troubled) onChange();
      troubled = false;
    } catch (error) {
      for (const folder of [...watchers.keys()]) forget(folder);
      if (!troubled && !closed) onTrouble(error);
      troubled = true;
    }
  }
  async function lookUntilDone(): Promise<void> {
    looking = true;
    do {
      again = false;
      await lookOnce();
    } while (again && !closed);
    looking = false;
  }
  function look(): void {
    if (looking) again = true;
    else void lookUntilDone();
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

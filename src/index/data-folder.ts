/** Makes the data folder ready for use. */
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { finishRestore } from './finish-restore.ts';
import { folderError } from './folder-error.ts';

/** Where the parts of a data folder are. */
export interface DataFolder {
  readonly database: string;
  /** What the bot keeps: settings, answers given, ratings, messages taken. Deleting the index leaves it. */
  readonly state: string;
  readonly vectorCache: string;
  readonly vectorManifest: string;
  /** As the two above, for the vectors of a neural model. */
  readonly neuralCache: string;
  readonly neuralManifest: string;
  readonly serverLock: string;
  readonly serverInfo: string;
}

/** The paths inside a data folder; touches nothing. */
export function dataFolderPaths(dataDir: string): DataFolder {
  return {
    database: join(dataDir, 'casebook.db'),
    state: join(dataDir, 'state.sqlite'),
    vectorCache: join(dataDir, 'vectors.hnsw'),
    vectorManifest: join(dataDir, 'vectors.json'),
    neuralCache: join(dataDir, 'neural.hnsw'),
    neuralManifest: join(dataDir, 'neural.json'),
    serverLock: join(dataDir, 'server.lock'),
    serverInfo: join(dataDir, 'server.json'),
  };
}

/**
 * Creates the folder when it is absent, checks that it can be written, and ends a restore that was killed.
 *
 * @throws OperatorError when it cannot be made or written, or when the disk is full.
 */
export function prepareDataFolder(dataDir: string): DataFolder {
  try {
    makeFolder(resolve(dataDir), OWNER_ONLY);
    probeFolder(join(dataDir, `.probe-${process.pid}`));
    finishRestore(dataDir);
  } catch (error) {
    throw folderError(error, dataDir);
  }
  return dataFolderPaths(dataDir);
}

/** Rights of a new data folder: it may hold documents of one workspace, conversations, and sealed tokens. */
const OWNER_ONLY = 0o700;

/** Makes a folder and those above it. One at a time: under /proc, mkdirSync's own recursion never ends. */
function makeFolder(path: string, mode?: number): void {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Another process made it meanwhile; were it a file, the probe would tell.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Throws when a file cannot be made. A full disk still takes an empty one, hence a block of data. */
function probeFolder(probe: string): void {
  try {
    writeFileSync(probe, new Uint8Array(4096));
  } finally {
    rmSync(probe, { force: true });
  }
}

/**
 * Puts a restored backup in its place. What is restored lies checked and whole in a folder of its own; from the moment
 * at which that has its name, whoever opens the data folder next finishes the work, should the restore have been killed.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { writeFileAtomically } from './write-file-atomically.ts';

/** Where a restore lays out what it restores: nothing of the data folder depends on it yet. */
export const RESTORING = 'restoring';
/** Its name once it is whole and is to replace what is there. */
const RESTORED = 'restored';
/** In it, beside the files: what is to be done. */
const PLAN = 'plan.json';
/** SQLite's own files beside a database: they belong to the old one. */
const COMPANIONS = ['-wal', '-shm', '-journal'];
/** How long one waits for another process that is just finishing the same, in milliseconds. */
const PATIENCE = 15_000;

const PLAN_SCHEMA = z.object({
  /** Databases that the backup holds, by name. */
  incoming: z.array(z.string()),
  /** Databases that it does not hold: one that is there belongs to what is replaced. */
  outgoing: z.array(z.string()),
  /** Made from what is replaced: of no use any more. */
  caches: z.array(z.string()),
  /** Name of the folder, in the data folder, that takes what was there. */
  aside: z.string(),
});

export type RestorePlan = z.infer<typeof PLAN_SCHEMA>;

/**
 * Decides that what was laid out replaces what is there. Nothing is open meanwhile: the caller has seen to it.
 * Throws what the file system throws; then nothing is decided.
 */
export function decideRestore(dataDir: string, plan: RestorePlan): void {
  const folder = join(dataDir, RESTORING);
  for (const name of plan.incoming) flush(join(folder, name));
  writeFileAtomically(join(folder, PLAN), JSON.stringify(plan));
  renameSync(folder, join(dataDir, RESTORED));
  flush(dataDir);
}

/** Does nothing where no restore was decided. Throws what the file system throws: the next one tries again. */
export function finishRestore(dataDir: string): void {
  const restored = join(dataDir, RESTORED);
  if (!existsSync(restored)) return;
  const lock = new DatabaseSync(join(dataDir, 'restore.lock'), { timeout: PATIENCE });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    // Another process may have finished it meanwhile.
    if (existsSync(join(restored, PLAN))) finish(dataDir, restored);
    else rmSync(restored, { recursive: true, force: true });
  } finally {
    lock.close();
  }
}

/** Each step may be the last one that a process does, and the first that the next one finds done. */
function finish(dataDir: string, restored: string): void {
  const plan = PLAN_SCHEMA.parse(JSON.parse(readFileSync(join(restored, PLAN), 'utf8')));
  const aside = join(dataDir, basename(plan.aside));
  for (const name of plan.caches) rmSync(join(dataDir, basename(name)), { force: true });
  for (const name of plan.outgoing) moveAside(join(dataDir, basename(name)), aside);
  for (const name of plan.incoming) {
    const fresh = join(restored, basename(name));
    // While it lies there, what has its name is the old one.
    if (!existsSync(fresh)) continue;
    moveAside(join(dataDir, basename(name)), aside);
    renameSync(fresh, join(dataDir, basename(name)));
  }
  flush(dataDir);
  // Without its plan it is rubbish, whatever else is left of it.
  rmSync(join(restored, PLAN));
  rmSync(restored, { recursive: true, force: true });
}

function moveAside(path: string, aside: string): void {
  for (const suffix of ['', ...COMPANIONS]) {
    if (!existsSync(path + suffix)) continue;
    mkdirSync(aside, { recursive: true });
    renameSync(path + suffix, join(aside, basename(path) + suffix));
  }
}

/** Writes out what the system still holds of a file or folder. */
function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

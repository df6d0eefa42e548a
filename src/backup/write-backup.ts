/** Writes a backup: the databases of a data folder in one file, whole or not at all. */
import { createWriteStream, existsSync, linkSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { errorMessage, OperatorError } from '../core/errors.ts';
import { moveIntoPlace } from '../index/write-file-atomically.ts';
import { sqliteCode } from '../sqlite/sqlite-errors.ts';
import { checksum, copyDatabase, type DatabaseFile } from './database-file.ts';
import { type KeptDatabase, MANIFEST_NAME, writeManifest } from './manifest.ts';

export interface BackupOrder {
  readonly dataDir: string;
  /** Copied in this order; those that do not exist are left out. */
  readonly databases: readonly DatabaseFile[];
  /** A file, or a folder that exists and gets one named by the time. */
  readonly target: string;
  /** True replaces a file that exists. */
  readonly force: boolean;
  /** Version of this program. */
  readonly casebook: string;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

export interface WrittenBackup {
  readonly file: string;
  readonly bytes: number;
  readonly createdAt: string;
  readonly databases: readonly KeptDatabase[];
}

/** @throws OperatorError when there is nothing to back up, or the file cannot be written or stands there already. */
export async function writeBackup(order: BackupOrder): Promise<WrittenBackup> {
  const { dataDir, force, signal } = order;
  const databases = order.databases.filter(({ name }) => existsSync(join(dataDir, name)));
  if (databases.length === 0)
    throw new OperatorError(
      `there is nothing to back up in ${dataDir}: set CASEBOOK_DATA_DIR to the data folder`,
    );
  const createdAt = order.now().toISOString();
  const file = fileFor(order.target, createdAt);
  if (!force && existsSync(file)) throw exists(file);
  removeLeftovers(file);
  const work = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(work, { mode: 0o700 });
    const kept: KeptDatabase[] = [];
    for (const { name } of databases) {
      signal.throwIfAborted();
      const copy = join(work, name);
      const schema = copyDatabase(join(dataDir, name), copy);
      kept.push({ name, schema, bytes: statSync(copy).size, sha256: await checksum(copy, signal) });
    }
    await writeFile(
      join(work, MANIFEST_NAME),
      writeManifest({ casebook: order.casebook, createdAt, databases: kept }),
    );
    const packed = join(work, 'packed');
    await pack(work, [MANIFEST_NAME, ...kept.map(({ name }) => name)], packed, signal);
    publish(packed, file, force);
    return { file, bytes: statSync(file).size, createdAt, databases: kept };
  } catch (error) {
    signal.throwIfAborted();
    throw writeError(error, file);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function fileFor(target: string, createdAt: string): string {
  const path = resolve(target);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const stamp = createdAt.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  return isFolder ? join(path, `casebook-${stamp}.tar.gz`) : path;
}

/** Messages and settings are in it: nobody else may read it. The manifest comes first. */
async function pack(folder: string, names: string[], file: string, signal: AbortSignal): Promise<void> {
  const { create } = await import('tar');
  await pipeline(
    // Fast rather than small: half of a database is vectors, which no packing makes smaller.
    create({ cwd: folder, gzip: { level: 1 }, portable: true }, names),
    createWriteStream(file, { mode: 0o600 }),
    { signal },
  );
}

/** Gives the finished file its name: without `force` only where nothing has it, also if that came meanwhile. */
function publish(packed: string, file: string, force: boolean): void {
  try {
    // A link takes no name that is taken, which a move would.
    if (!force) linkSync(packed, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw exists(file);
    // A file system without links: the name was free a moment ago.
  }
  moveIntoPlace(packed, file);
}

/** What killed backups to the same file left beside it. */
function removeLeftovers(file: string): void {
  const folder = dirname(file);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(`${basename(file)}.`) ? /\.(\d+)\.tmp$/.exec(name)?.[1] : undefined;
    if (pid !== undefined && !isRunning(Number(pid)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function exists(file: string): OperatorError {
  return new OperatorError(`${file} exists: give another name, or --force to replace it`);
}

function writeError(error: unknown, file: string): unknown {
  if (error instanceof OperatorError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const full = code === 'ENOSPC' || code === 'EDQUOT' || sqliteCode(error) === 13;
  if (full)
    return new OperatorError(
      `the disk that holds ${dirname(file)} is full: a backup needs room for a copy of the databases and itself`,
      { cause: error },
    );
  const said = errorMessage(error).replaceAll(/\s*\n\s*/g, ' ');
  return new OperatorError(`the backup ${file} cannot be written (${said}): give another place`, {
    cause: error,
  });
}

/** Puts a backup into a data folder: checked first, then wholly or not at all. */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { errorMessage, OperatorError } from '../core/errors.ts';
import { decideRestore, finishRestore, RESTORING } from '../index/finish-restore.ts';
import { isBusy } from '../sqlite/sqlite-errors.ts';
import { checksum, type DatabaseFile, faultOf } from './database-file.ts';
import { MANIFEST_NAME, type Manifest, readManifest } from './manifest.ts';

export interface RestoreOrder {
  /** It exists, and no server is using it: the caller holds its lock. */
  readonly dataDir: string;
  readonly databases: readonly DatabaseFile[];
  /** Names of files that are made from the databases. */
  readonly caches: readonly string[];
  readonly file: string;
  /** True moves aside what the folder holds. */
  readonly force: boolean;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

export interface RestoredBackup {
  readonly createdAt: string;
  readonly casebook: string;
  readonly databases: readonly string[];
  /** Where what the folder held is now; null when it was empty. */
  readonly replaced: string | null;
}

/** @throws OperatorError when the backup is damaged or newer, or the folder is in use or not empty. */
export async function restoreBackup(order: RestoreOrder): Promise<RestoredBackup> {
  const { dataDir, file, signal } = order;
  const held = order.databases.filter(({ name }) => existsSync(join(dataDir, name)));
  if (held.length > 0 && !order.force)
    throw new OperatorError(
      `${dataDir} holds data: set CASEBOOK_DATA_DIR to an empty folder, or give --force, which moves it aside`,
    );
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
    throw new OperatorError(`there is no file ${file}: give the backup to restore`);
  const folder = join(dataDir, RESTORING);
  try {
    // What a killed restore left, which decided nothing.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { mode: 0o700 });
    const manifest = await unpack(order, folder);
    for (const { name } of held) leaveNobodyIn(join(dataDir, name), dataDir);
    signal.throwIfAborted();
    const names = manifest.databases.map(({ name }) => name);
    const aside = `replaced-${order.now().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}`;
    decideRestore(dataDir, {
      incoming: names,
      outgoing: order.databases.map(({ name }) => name).filter((name) => !names.includes(name)),
      caches: [...order.caches],
      aside,
    });
    finishRestore(dataDir);
    const { createdAt, casebook } = manifest;
    return { createdAt, casebook, databases: names, replaced: held.length > 0 ? join(dataDir, aside) : null };
  } catch (error) {
    signal.throwIfAborted();
    throw restoreError(error, dataDir);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lays out what the backup holds, checks all of it, and brings it up to date as the server would. */
async function unpack({ databases, file, signal }: RestoreOrder, folder: string): Promise<Manifest> {
  const damaged = (what: string) =>
    new OperatorError(`${file} cannot be restored: ${what}; nothing was changed, take another backup`);
  const known = new Set([MANIFEST_NAME, ...databases.map(({ name }) => name)]);
  const { extract } = await import('tar');
  try {
    const filter = (path: string, entry: object) =>
      known.has(path) && 'type' in entry && entry.type === 'File';
    await extract({ cwd: folder, file, strict: true, filter, preserveOwner: false });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOSPC' || code === 'EDQUOT') throw error;
    throw damaged('it is no backup, or damaged');
  }
  signal.throwIfAborted();
  const path = join(folder, MANIFEST_NAME);
  const manifest = existsSync(path) ? readManifest(readFileSync(path, 'utf8')) : null;
  if (manifest === null) throw damaged('it is no backup of Casebook');
  if (manifest === 'newer') throw damaged('it was written by a newer Casebook: upgrade first');
  for (const { name, bytes, sha256 } of manifest.databases) {
    const database = databases.find((one) => one.name === name);
    if (database === undefined) throw damaged(`it holds ${JSON.stringify(name)}, which is not known here`);
    const copy = join(folder, name);
    const same =
      existsSync(copy) && statSync(copy).size === bytes && (await checksum(copy, signal)) === sha256;
    const fault = same ? faultOf(copy, database) : 'is not as it was written';
    if (fault !== null) throw damaged(`its ${name} ${fault}`);
    await database.upgrade(copy, manifest.createdAt);
    signal.throwIfAborted();
  }
  return manifest;
}

/**
 * Folds the journal into the file, which works only while nobody else has it open.
 *
 * @throws OperatorError when somebody has.
 */
function leaveNobodyIn(path: string, dataDir: string): void {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(path, { timeout: 1_000 });
    db.exec('PRAGMA journal_mode = DELETE');
  } catch (error) {
    // A damaged one is what backups are for: it is moved aside as it is.
    if (isBusy(error))
      throw new OperatorError(`another command is using ${dataDir}: restore when it has ended`, {
        cause: error,
      });
  } finally {
    db?.close();
  }
}

function restoreError(error: unknown, dataDir: string): unknown {
  if (error instanceof OperatorError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new OperatorError(
      `the disk that holds ${dataDir} is full: a restore needs room for what the backup holds`,
      { cause: error },
    );
  const said = errorMessage(error).replaceAll(/\s*\n\s*/g, ' ');
  return new OperatorError(`${dataDir} cannot be restored into (${said}): make it writable`, {
    cause: error,
  });
}

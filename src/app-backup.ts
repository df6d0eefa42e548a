/** Backups of the data folder, and back from them. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { DatabaseFile } from './backup/database-file.ts';
import type { RestoredBackup } from './backup/restore-backup.ts';
import type { WrittenBackup } from './backup/write-backup.ts';
import type { Config } from './config.ts';
import { OperatorError } from './core/errors.ts';
import { dataFolderPaths } from './index/data-folder.ts';

type BackupConfig = Pick<Config, 'dataDir' | 'databaseUrl'>;

interface BackupRequest {
  /** A file; `backup` takes a folder too. */
  readonly path: string;
  readonly force: boolean;
  readonly signal: AbortSignal;
}

/** Writes a backup; a server may be running. @throws OperatorError when it cannot be written. */
export async function backUp(
  { dataDir, databaseUrl }: BackupConfig,
  { path, ...request }: BackupRequest,
): Promise<WrittenBackup> {
  if (databaseUrl !== null)
    throw inPostgres(
      'pg_dump --format=custom --file=casebook.dump "$DATABASE_URL" backs it up while servers run',
    );
  const [{ writeBackup }, { finishRestore }] = await Promise.all([
    import('./backup/write-backup.ts'),
    import('./index/finish-restore.ts'),
  ]);
  finishRestore(dataDir);
  return writeBackup({
    ...request,
    dataDir,
    target: path,
    databases: await keptDatabases(dataDir),
    casebook: version(),
    now: () => new Date(),
  });
}

/**
 * Puts a backup into the data folder.
 *
 * @param quiet takes news that came since the backup for told.
 * @throws OperatorError when a server is running, the folder holds data and `force` is not given, or the backup is of no use.
 */
export async function restore(
  { dataDir, databaseUrl }: BackupConfig,
  { path, quiet, ...request }: BackupRequest & { readonly quiet: boolean },
): Promise<RestoredBackup> {
  if (databaseUrl !== null)
    throw inPostgres(
      'stop the servers, then pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" casebook.dump',
    );
  const [{ restoreBackup }, { acquireServerLock }] = await Promise.all([
    import('./backup/restore-backup.ts'),
    import('./index/server-lock.ts'),
  ]);
  const lock = acquireServerLock(dataDir);
  try {
    const { vectorCache, vectorManifest, neuralCache, neuralManifest } = dataFolderPaths(dataDir);
    return await restoreBackup({
      ...request,
      dataDir,
      file: path,
      databases: await keptDatabases(dataDir, quiet),
      caches: [vectorCache, vectorManifest, neuralCache, neuralManifest].map((cache) => basename(cache)),
      now: () => new Date(),
    });
  } finally {
    lock.release();
  }
}

/** The state first: what it names of the index, the later copy of the index has. */
async function keptDatabases(dataDir: string, quiet = false): Promise<DatabaseFile[]> {
  const [state, stateFile, index, indexFile, { settleRestored }] = await Promise.all([
    import('./state/migrations.ts'),
    import('./state/state-database.ts'),
    import('./index/migrations.ts'),
    import('./index/open-database.ts'),
    import('./state/settle-restored.ts'),
  ]);
  const paths = dataFolderPaths(dataDir);
  return [
    {
      name: basename(paths.state),
      applicationId: state.STATE_APPLICATION_ID,
      newest: state.STATE_MIGRATIONS.length,
      async upgrade(path, backedUpAt) {
        const opened = stateFile.openStateDatabase(path);
        try {
          await settleRestored(opened, { backedUpAt, now: new Date().toISOString(), quiet });
        } finally {
          await opened.close();
        }
      },
    },
    {
      name: basename(paths.database),
      applicationId: index.APPLICATION_ID,
      newest: index.MIGRATIONS.length,
      upgrade: async (path) => indexFile.openDatabase(path).close(),
    },
  ];
}

function inPostgres(how: string): OperatorError {
  return new OperatorError(
    `DATABASE_URL is set, and PostgreSQL has tools of its own: ${how}; docs/operations.md tells more`,
    { exitCode: 2 },
  );
}

function version(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return String(version);
}

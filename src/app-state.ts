/** Where the settings keep the state, and the index. */
import { existsSync } from 'node:fs';
import type { Config } from './config.ts';
import { dataFolderPaths } from './index/data-folder.ts';
import { finishRestore } from './index/finish-restore.ts';
import type { DatabasePlace } from './index/worker-protocol.ts';
import type { StateDatabase, StatePlace } from './state/state-database.ts';

export type StateConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'databasePoolSize'>;

/** Milliseconds for which a database that is just starting is waited for: machines start in any order. */
const PATIENCE = 5_000;

/** @param patience milliseconds for which a lost database is waited for; 0 tells how it is now. */
export function statePlace(
  { dataDir, databaseUrl, databasePoolSize }: StateConfig,
  patience: number = PATIENCE,
): StatePlace {
  if (databaseUrl === null) return { type: 'sqlite', path: dataFolderPaths(dataDir).state };
  return { type: 'postgres', url: databaseUrl, poolSize: databasePoolSize, patience };
}

/**
 * Where the index is: in the same database as the state, or in a file beside its.
 *
 * @param patience as for the state.
 */
export function indexPlace(
  { dataDir, databaseUrl, databasePoolSize }: StateConfig,
  patience: number = PATIENCE,
): {
  readonly dataDir: string;
  readonly database: DatabasePlace | null;
} {
  const database = databaseUrl === null ? null : { url: databaseUrl, poolSize: databasePoolSize, patience };
  return { dataDir, database };
}

/** @returns null when nothing can have been kept yet: there is no file. */
export function existingState(config: StateConfig, patience?: number): StatePlace | null {
  const place = statePlace(config, patience);
  if (place.type === 'sqlite') finishRestore(config.dataDir);
  return place.type === 'sqlite' && !existsSync(place.path) ? null : place;
}

/**
 * Reads what is kept; also while a server is running.
 *
 * @returns null when nothing can have been kept yet.
 * @throws OperatorError when file or database cannot be used.
 */
export async function withState<T>(
  config: StateConfig,
  read: (state: StateDatabase) => Promise<T>,
): Promise<T | null> {
  const place = existingState(config);
  if (place === null) return null;
  const { openStateAt } = await import('./state/state-database.ts');
  const state = await openStateAt(place);
  try {
    return await read(state);
  } finally {
    await state.close();
  }
}

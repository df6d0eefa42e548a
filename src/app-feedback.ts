/** What `feedback` lists, joined from the parts. */
import { existsSync } from 'node:fs';
import type { Config } from './config.ts';
import { dataFolderPaths } from './index/data-folder.ts';
import type { ErrorFilter, ListedError } from './state/list-errors.ts';
import type { ListedRating, RatingFilter } from './state/list-ratings.ts';
import type { StateDatabase } from './state/state-database.ts';

type Where = Pick<Config, 'dataDir'>;

/**
 * The ratings that are kept, newest first; also while a server is running.
 *
 * @returns null when nothing has been kept yet.
 * @throws OperatorError when the file cannot be used.
 */
export async function readFeedback(where: Where, filter: RatingFilter): Promise<ListedRating[] | null> {
  const { listRatings } = await import('./state/list-ratings.ts');
  return withState(where, (state) => listRatings(state, filter));
}

/** What people said to be wrong in answers, as `readFeedback` gives ratings. */
export async function readErrors(where: Where, filter: ErrorFilter): Promise<ListedError[] | null> {
  const { listErrors } = await import('./state/list-errors.ts');
  return withState(where, (state) => listErrors(state, filter));
}

async function withState<T>(
  { dataDir }: Where,
  read: (state: StateDatabase) => Promise<T>,
): Promise<T | null> {
  const { state: path } = dataFolderPaths(dataDir);
  if (!existsSync(path)) return null;
  const { openStateDatabase } = await import('./state/state-database.ts');
  const state = openStateDatabase(path);
  try {
    return await read(state);
  } finally {
    await state.close();
  }
}

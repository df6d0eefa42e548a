/** What `feedback` lists, joined from the parts. */
import { existsSync } from 'node:fs';
import type { Config } from './config.ts';
import { dataFolderPaths } from './index/data-folder.ts';
import type { ListedRating, RatingFilter } from './state/list-ratings.ts';

/**
 * The ratings that are kept, newest first; also while a server is running.
 *
 * @returns null when nothing has been kept yet.
 * @throws OperatorError when the file cannot be used.
 */
export async function readFeedback(
  { dataDir }: Pick<Config, 'dataDir'>,
  filter: RatingFilter,
): Promise<ListedRating[] | null> {
  const { state: path } = dataFolderPaths(dataDir);
  if (!existsSync(path)) return null;
  const [{ openStateDatabase }, { listRatings }] = await Promise.all([
    import('./state/state-database.ts'),
    import('./state/list-ratings.ts'),
  ]);
  const state = openStateDatabase(path);
  try {
    return await listRatings(state, filter);
  } finally {
    await state.close();
  }
}

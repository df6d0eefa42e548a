/** What `feedback` lists, joined from the parts. */
import { type StateConfig, withState } from './app-state.ts';
import type { ErrorFilter, ListedError } from './state/list-errors.ts';
import type { ListedRating, RatingFilter } from './state/list-ratings.ts';

/**
 * The ratings that are kept, newest first; also while a server is running.
 *
 * @returns null when nothing has been kept yet.
 * @throws OperatorError when file or database cannot be used.
 */
export async function readFeedback(where: StateConfig, filter: RatingFilter): Promise<ListedRating[] | null> {
  const { listRatings } = await import('./state/list-ratings.ts');
  return withState(where, (state) => listRatings(state, filter));
}

/** What people said to be wrong in answers, as `readFeedback` gives ratings. */
export async function readErrors(where: StateConfig, filter: ErrorFilter): Promise<ListedError[] | null> {
  const { listErrors } = await import('./state/list-errors.ts');
  return withState(where, (state) => listErrors(state, filter));
}

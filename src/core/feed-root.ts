/** The roots of the corpus that feeds bring: one for each feed, and nobody has reviewed what is under it. */

/** The id of the feed follows. */
export const FEED_ROOT_PREFIX = 'news:';

export function feedRoot(feedId: string): string {
  return `${FEED_ROOT_PREFIX}${feedId}`;
}

/** The id of the feed; null for a root that people chose. */
export function feedOfRoot(root: string): string | null {
  return root.startsWith(FEED_ROOT_PREFIX) ? root.slice(FEED_ROOT_PREFIX.length) : null;
}

/** How much waits, and how much went wrong, over all processes that share the state. */

export interface WorkCounts {
  /** Messages that were taken and not answered yet, by any process. */
  readonly messages: number;
  /** Posts of news that are to be made, and since when the oldest of them is due; null when none is due by now. */
  readonly posts: number;
  readonly oldestPostDueAt: string | null;
  /** Posts that were given up. */
  readonly deadPosts: number;
  /** Items of feeds that nobody has judged yet. */
  readonly items: number;
  readonly feeds: number;
  /** Feeds of those that could not be read when they were last polled, and feeds that are no longer polled. */
  readonly failingFeeds: number;
  readonly disabledFeeds: number;
  /** Words on corrections that are to be said. */
  readonly notices: number;
}

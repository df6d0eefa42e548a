/** What the index keeps of reviews: which sources joined the corpus by themselves, and what people said of them. */
import type { Source } from '../core/source.ts';

/** `accepted`: somebody read it and lets it stand. `removed`: it is gone, and a feed does not bring it back. */
export type ReviewVerdict = 'accepted' | 'removed';

export interface FeedSource {
  readonly root: string;
  readonly source: Source;
}

export interface ReviewStore {
  /** Sources of feeds that nobody has reviewed, by root and id. */
  listUnreviewed(): Promise<FeedSource[]>;
  /** How many sources of each feed's root nobody has reviewed. */
  countUnreviewed(): Promise<Map<string, number>>;
  /** What was decided of these ids, stored or not; ids that nobody decided on are left out. */
  reviewsOf(ids: readonly string[]): Promise<Map<string, ReviewVerdict>>;
  /**
   * Keeps a person's verdict on a source of a feed: it outlasts that the source is read anew.
   *
   * @returns the source as it stands, or as it was when it is removed; null when no feed brought a source of that id.
   */
  review(sourceId: string, verdict: ReviewVerdict): Promise<FeedSource | null>;
}

/** Whether a feed has moved for good, and may be polled at its new address from now on. */
import type { FeedRecord, PollResult } from '../feed-book.ts';

/** Polls in a row that must lead to the same place: a maintenance page or a hotel's network is gone by then. */
const POLLS = 3;
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

export interface Found {
  /** Where the feed was, after redirects. */
  readonly url: string;
  readonly redirects: readonly { readonly status: number }[];
}

/**
 * Called after polls that found the feed. It moves when every redirect on the way was permanent (301, 308) and led to
 * the same address three polls in a row; never from https to http.
 */
export function followMove(
  feed: Pick<FeedRecord, 'url' | 'movedTo' | 'movedPolls'>,
  { url, redirects }: Found,
): Pick<PollResult, 'url' | 'movedTo' | 'movedPolls'> {
  const permanent = redirects.length > 0 && redirects.every(({ status }) => PERMANENT.has(status));
  const down = feed.url.startsWith('https:') && !url.startsWith('https:');
  if (!permanent || down || url === feed.url) return { movedTo: null, movedPolls: 0 };
  const polls = feed.movedTo === url ? feed.movedPolls + 1 : 1;
  return polls >= POLLS ? { url, movedTo: null, movedPolls: 0 } : { movedTo: url, movedPolls: polls };
}

/** One poll of one feed: fetch, compare, read, and what follows from it. Stores nothing. */
import { createHash } from 'node:crypto';
import { errorMessage } from '../../core/errors.ts';
import type { FeedRecord, PollResult } from '../feed-book.ts';
import type { Feed, ReadFeed } from '../feed-item.ts';
import {
  type FoundFeed,
  type Trouble,
  troubleOfBytes,
  troubleOfFetch,
  troubleOfPage,
} from './describe-trouble.ts';
import { failedPoll } from './failed-poll.ts';
import { followMove } from './follow-move.ts';
import { hostOf } from './host-gate.ts';
import type { NewsFetch, NewsFetched } from './news-fetch.ts';
import { nextInterval, waitFor } from './poll-interval.ts';
import type { Polled } from './polled.ts';
import { isWebPage, pageMarkup } from './read-web-page.ts';
import { sightItems } from './sight-items.ts';

export interface PollFeedDeps {
  readonly fetch: NewsFetch;
  readonly readFeed: ReadFeed;
  /** The feeds that a page names, which was found at `url`. */
  readonly findFeeds?: (html: string, url: string) => readonly FoundFeed[];
  readonly now: () => Date;
  /** 0 to 1. */
  readonly random: () => number;
  /** Milliseconds for a fetch. */
  readonly timeoutMs: number;
}

/** Rejects only with the reason of the signal. */
export async function pollFeed(feed: FeedRecord, deps: PollFeedDeps, signal: AbortSignal): Promise<Polled> {
  try {
    return await fetchAndRead(feed, deps, signal);
  } catch (error) {
    signal.throwIfAborted();
    // A defect of ours that one feed brings about must not have it polled again and again.
    const trouble = troubleOfBytes(hostOf(feed.url), `it cannot be read (${errorMessage(error)})`);
    return failed(feed, trouble, deps);
  }
}

async function fetchAndRead(feed: FeedRecord, deps: PollFeedDeps, signal: AbortSignal): Promise<Polled> {
  const { etag, lastModified } = feed;
  const asked = { signal, want: 'feed' as const, timeoutMs: deps.timeoutMs, etag, lastModified };
  const fetched = await deps.fetch(feed.url, asked);
  if (!fetched.ok) return failed(feed, troubleOfFetch(hostOf(feed.url), fetched), deps, fetched.retryAfter);
  const unread = { items: [], hostRestsUntil: null };
  if (fetched.notModified) return { kind: 'not-modified', result: good(feed, fetched, deps), ...unread };
  const validators = { etag: fetched.etag, lastModified: fetched.lastModified };
  const bodyHash = createHash('sha256').update(fetched.bytes).digest('hex');
  if (bodyHash === feed.bodyHash)
    return { kind: 'same', result: { ...good(feed, fetched, deps), ...validators }, ...unread };
  const read = deps.readFeed(fetched);
  // Neither validators nor hash of what could not be read are kept: it would count as unchanged, and as well.
  if (!read.ok) return failed(feed, troubleOfUnread(fetched, read.reason, deps), deps);
  return {
    kind: 'read',
    result: { ...good(feed, fetched, deps, read.feed), ...validators, bodyHash, ...aboutFeed(read.feed) },
    items: sightItems(read.feed.items, read.feed.siteUrl, deps.now()),
    hostRestsUntil: null,
  };
}

function troubleOfUnread(fetched: NewsFetched, reason: string, { findFeeds }: PollFeedDeps): Trouble {
  const host = hostOf(fetched.url);
  return isWebPage(fetched)
    ? troubleOfPage(host, findFeeds?.(pageMarkup(fetched), fetched.url) ?? [])
    : troubleOfBytes(host, reason);
}

function failed(
  feed: FeedRecord,
  trouble: Trouble,
  { now, random }: PollFeedDeps,
  retryAfter: string | null = null,
): Polled {
  return failedPoll(feed, trouble, { now: now(), random: random(), retryAfter });
}

/** What the feed says of itself; what it no longer says stays. */
function aboutFeed({ title, siteUrl, lang, refreshMinutes }: Feed): Partial<PollResult> {
  return {
    ...(title === null ? {} : { title }),
    ...(siteUrl === null ? {} : { siteUrl }),
    ...(lang === null ? {} : { lang }),
    refreshMinutes,
  };
}

/** @param read what was read; absent when nothing changed. */
function good(
  feed: FeedRecord,
  fetched: NewsFetched,
  { now, random }: PollFeedDeps,
  read?: Feed,
): PollResult {
  const time = now();
  const published = read?.items.flatMap((item) => item.publishedAt ?? []) ?? null;
  const intervalMinutes = nextInterval({ now: time, intervalMinutes: feed.intervalMinutes, published });
  const wait = waitFor(intervalMinutes, {
    refreshMinutes: read === undefined ? feed.refreshMinutes : read.refreshMinutes,
    maxAge: fetched.maxAge,
    random: random(),
  });
  return {
    ok: true,
    nextPollAt: new Date(time.getTime() + wait).toISOString(),
    failures: 0,
    trouble: null,
    troubleCode: null,
    intervalMinutes,
    ...followMove(feed, fetched),
  };
}

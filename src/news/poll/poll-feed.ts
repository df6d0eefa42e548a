/** One poll of one feed: fetch, compare, read, and what follows from it. Stores nothing. */
import { createHash } from 'node:crypto';
import type { FeedRecord, PollResult, SightedItem } from '../feed-book.ts';
import type { Feed, FeedBytes, ReadFeed } from '../feed-item.ts';
import { backOff, readRetryAfter, shouldDisable } from './back-off.ts';
import {
  type FoundFeed,
  type Trouble,
  troubleOfBytes,
  troubleOfFetch,
  troubleOfPage,
} from './describe-trouble.ts';
import { followMove } from './follow-move.ts';
import { hostOf } from './host-gate.ts';
import type { NewsFetch, NewsFetched } from './news-fetch.ts';
import { nextInterval, waitFor } from './poll-interval.ts';
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

export interface Polled {
  /** `not-modified`: the server sent nothing; `same`: it sent what it had sent before; neither was read. */
  readonly kind: 'not-modified' | 'same' | 'read' | 'failed';
  readonly result: PollResult;
  readonly items: readonly SightedItem[];
  /** Bytes of the body, unpacked. */
  readonly bytes: number;
}

/** Rejects only with the reason of the signal, or as a defect. */
export async function pollFeed(feed: FeedRecord, deps: PollFeedDeps, signal: AbortSignal): Promise<Polled> {
  const { etag, lastModified } = feed;
  const fetched = await deps.fetch(feed.url, {
    signal,
    want: 'feed',
    timeoutMs: deps.timeoutMs,
    etag,
    lastModified,
  });
  if (!fetched.ok) {
    const trouble = troubleOfFetch(hostOf(feed.url), fetched);
    return failed(feed, trouble, deps, { retryAfter: fetched.retryAfter, bytes: 0 });
  }
  const bytes = fetched.bytes.length;
  if (fetched.notModified)
    return { kind: 'not-modified', result: good(feed, fetched, deps), items: [], bytes };
  const validators = { etag: fetched.etag, lastModified: fetched.lastModified };
  const bodyHash = createHash('sha256').update(fetched.bytes).digest('hex');
  if (bodyHash === feed.bodyHash)
    return { kind: 'same', result: { ...good(feed, fetched, deps), ...validators }, items: [], bytes };
  const page: FeedBytes = fetched;
  const read = deps.readFeed(page);
  // Neither validators nor hash of what could not be read are kept: it would count as unchanged, and as well.
  if (!read.ok) {
    const host = hostOf(fetched.url);
    const trouble = isWebPage(fetched)
      ? troubleOfPage(host, deps.findFeeds?.(decode(page), page.url) ?? [])
      : troubleOfBytes(host, read.reason);
    return failed(feed, trouble, deps, { retryAfter: null, bytes });
  }
  const items = sightItems(read.feed.items, read.feed.siteUrl, deps.now());
  return {
    kind: 'read',
    result: { ...good(feed, fetched, deps, read.feed), ...validators, bodyHash, ...aboutFeed(read.feed) },
    items,
    bytes,
  };
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

function failed(
  feed: FeedRecord,
  { code, reason }: Trouble,
  { now, random }: PollFeedDeps,
  { retryAfter, bytes }: { readonly retryAfter: string | null; readonly bytes: number },
): Polled {
  const time = now();
  // Without a network of our own, no feed has failed.
  const failures = code === 'offline' ? feed.failures : feed.failures + 1;
  const wait = backOff(code === 'offline' ? 1 : failures, readRetryAfter(retryAfter, time), random());
  const since = feed.lastOkAt ?? feed.addedAt;
  const disable = shouldDisable({ code, failures, since, now: time });
  const trouble = !disable
    ? reason
    : code === 'gone'
      ? `${reason}; it is no longer polled`
      : `${reason}; after ${failures} failures in a row it is no longer polled: enable it when that is put right`;
  return {
    kind: 'failed',
    result: {
      ok: false,
      nextPollAt: new Date(time.getTime() + wait).toISOString(),
      failures,
      trouble,
      troubleCode: code,
      movedTo: null,
      movedPolls: 0,
      ...(disable ? { disable } : {}),
    },
    items: [],
    bytes,
  };
}

function isWebPage({ contentType, bytes }: NewsFetched): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_000)).toString('latin1');
  return (
    /^(?:text\/html|application\/xhtml\+xml)$/.test(contentType) ||
    /<(?:!doctype html|html)[\s>]/i.test(start)
  );
}

/** As the server states it or as UTF-8: the markup that names feeds is ASCII in every encoding of the web but UTF-16. */
function decode({ bytes, charset }: FeedBytes): string {
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

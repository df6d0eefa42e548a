/** What follows from a poll that failed: the next try, and when there is none. */
import type { FeedRecord } from '../feed-book.ts';
import { backOff, readRetryAfter, shouldDisable } from './back-off.ts';
import type { Trouble } from './describe-trouble.ts';
import { hostOf } from './host-gate.ts';
import type { Polled } from './polled.ts';

/** Milliseconds that a host is left alone that had enough (429, 503) and did not say for how long. */
const HOST_REST = 5 * 60_000;

export interface FailedPoll {
  readonly now: Date;
  /** 0 to 1. */
  readonly random: number;
  /** The server's `Retry-After`, as sent. */
  readonly retryAfter: string | null;
}

export function failedPoll(
  feed: FeedRecord,
  { code, reason }: Trouble,
  { now, random, retryAfter }: FailedPoll,
): Polled {
  const asked = readRetryAfter(retryAfter, now);
  // Without a network of our own, no feed has failed.
  const failures = code === 'offline' ? feed.failures : feed.failures + 1;
  const wait = backOff(code === 'offline' ? 1 : failures, asked, random);
  const disable = shouldDisable({ code, failures, since: feed.lastOkAt ?? feed.addedAt, now });
  const trouble = !disable
    ? reason
    : code === 'gone'
      ? `${reason}; it is no longer polled`
      : `${reason}; after ${failures} failures in a row it is no longer polled: enable it when that is put right`;
  return {
    kind: 'failed',
    result: {
      ok: false,
      nextPollAt: new Date(now.getTime() + wait).toISOString(),
      failures,
      trouble,
      troubleCode: code,
      movedTo: null,
      movedPolls: 0,
      ...(disable ? { disable } : {}),
    },
    items: [],
    hostRestsUntil: code === 'busy' ? new Date(now.getTime() + (asked ?? HOST_REST)).toISOString() : null,
  };
}

/** A feed whose host asked, when another of its feeds was polled, to be left alone: no request, and no failure. */
export function putOff({ url, failures }: FeedRecord, until: string): Polled {
  const trouble = `${hostOf(url)} asked to wait when another of its feeds was polled: this one waits with it`;
  return {
    kind: 'failed',
    result: { ok: false, nextPollAt: until, failures, trouble, troubleCode: 'busy' },
    items: [],
    hostRestsUntil: null,
  };
}

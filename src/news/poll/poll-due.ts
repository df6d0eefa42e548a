/** Polls what is due until nothing is: several feeds at once, one at a time of each host, each held by a lease. */
import { setTimeout as sleep } from 'node:timers/promises';
import { errorMessage } from '../../core/errors.ts';
import type { FeedBook, FeedRecord } from '../feed-book.ts';
import { putOff } from './failed-poll.ts';
import { type HostGate, hostOf } from './host-gate.ts';
import { type PollFeedDeps, pollFeed } from './poll-feed.ts';
import type { PollLog } from './poll-log.ts';
import type { Polled } from './polled.ts';

/** Feeds that are claimed at a time, for each one that may be polled at once. */
const CLAIMED_EACH = 4;
/** Feeds that may wait here for their host; more of one host are left to the next round. */
const MOST_WAITING = 256;
/** Milliseconds: how long a look at leases that may have run out is put off at most. */
const LOOK_AGAIN = 1_000;

export interface PollDueDeps extends PollFeedDeps {
  readonly feeds: Pick<FeedBook, 'claimDue' | 'finishPoll' | 'release'>;
  readonly gate: HostGate;
  /** Names this process among those that share the database. */
  readonly owner: string;
  readonly log: PollLog;
  /** Feeds polled at once. */
  readonly concurrency: number;
  /** Milliseconds that a feed is ours, from when it was claimed. */
  readonly leaseMs: number;
}

interface Claimed {
  readonly feed: FeedRecord;
  readonly hosts: readonly string[];
  /** Milliseconds since the epoch, after which a poll might outlast the lease. */
  readonly startBy: number;
}

/**
 * @param onPolled hears of each feed whose poll was stored, with how many items are new.
 * @throws the reason of the signal, or what the book fails with; what was claimed has been given back.
 */
export async function pollDue(
  deps: PollDueDeps,
  signal: AbortSignal,
  onPolled: (feed: FeedRecord, polled: Polled, fresh: number) => void,
): Promise<void> {
  const { feeds, gate, owner, log, now, concurrency, leaseMs, timeoutMs } = deps;
  const active = new Set<Promise<void>>();
  /** Hosts that had enough in this round, and until when. A later round tries one feed of theirs again. */
  const rests = new Map<string, string>();
  let waiting: Claimed[] = [];
  let more = true;

  async function poll({ feed, hosts }: Claimed): Promise<void> {
    try {
      const rest = rests.get(hostOf(feed.url)) ?? '';
      const polled =
        Date.parse(rest) > now().getTime() ? putOff(feed, rest) : await pollFeed(feed, deps, signal);
      if (polled.hostRestsUntil !== null) rests.set(hostOf(feed.url), polled.hostRestsUntil);
      const fresh = await feeds.finishPoll(owner, feed.id, polled.result, polled.items);
      if (fresh === null) return log.info(named(feed), 'the feed was polled by another process');
      tell(log, feed, polled);
      onPolled(feed, polled, fresh);
    } catch (error) {
      // Nothing was stored: the lease runs out, and it is polled again.
      if (!signal.aborted)
        log.warn({ ...named(feed), error: errorMessage(error) }, 'a poll could not be ended');
    } finally {
      for (const host of hosts) gate.leave(host);
    }
  }

  /** Starts what may start; what would outlast its lease is left to whoever takes it next. */
  function startWhatCan(): void {
    const time = now().getTime();
    waiting = waiting.filter((claimed) => {
      if (time > claimed.startBy) return false;
      if (active.size >= concurrency || !enterAll(gate, claimed.hosts)) return true;
      const polling: Promise<void> = poll(claimed).finally(() => active.delete(polling));
      active.add(polling);
      return false;
    });
  }

  try {
    for (;;) {
      signal.throwIfAborted();
      startWhatCan();
      if (active.size < concurrency && more && waiting.length < MOST_WAITING) {
        const asked = now().getTime();
        const claimed = await feeds.claimDue(owner, concurrency * CLAIMED_EACH, leaseMs);
        more = claimed.length > 0;
        const startBy = asked + leaseMs - 2 * timeoutMs;
        waiting.push(...claimed.map((feed) => ({ feed, hosts: hostsOf(feed), startBy })));
        continue;
      }
      if (active.size === 0 && waiting.length === 0) return;
      const rest = new AbortController();
      await Promise.race([
        ...active,
        gate.freed(),
        sleep(LOOK_AGAIN, undefined, { signal: AbortSignal.any([signal, rest.signal]) }).catch(
          () => undefined,
        ),
      ]);
      rest.abort();
    }
  } finally {
    await Promise.all(active);
    if (waiting.length > 0 || signal.aborted) await feeds.release(owner);
  }
}

/** Where requests go, as far as is known beforehand. */
function hostsOf({ url, movedTo }: FeedRecord): string[] {
  return [...new Set([hostOf(url), ...(movedTo === null ? [] : [hostOf(movedTo)])])];
}

/** All or none. */
function enterAll(gate: HostGate, hosts: readonly string[]): boolean {
  if (!hosts.every((host) => gate.isFree(host))) return false;
  return hosts.every((host) => gate.tryEnter(host));
}

function tell(log: PollLog, feed: FeedRecord, { kind, result }: Polled): void {
  if (result.disable) log.warn({ ...named(feed), trouble: result.trouble }, 'a feed is no longer polled');
  else if (kind === 'failed') log.info({ ...named(feed), trouble: result.trouble }, 'a poll failed');
  if (result.url !== undefined) log.info({ ...named(feed), to: hostOf(result.url) }, 'a feed has moved');
}

/** A feed as the log names it: its address may hold a key. */
function named({ id, url }: FeedRecord) {
  return { feedId: id, host: hostOf(url) };
}

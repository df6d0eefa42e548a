/** Keeps the feeds polled while the process runs, or polls what is due once. */
import { setTimeout as sleep } from 'node:timers/promises';
import { errorMessage } from '../../core/errors.ts';
import type { FeedBook } from '../feed-book.ts';
import type { HostGate } from './host-gate.ts';
import { type PollDueDeps, pollDue } from './poll-due.ts';
import { createPollCount, type PollTally } from './poll-tally.ts';
import type { Polled } from './polled.ts';

/** Feeds at once: they wait for the network, and what is read in between takes one core. */
const CONCURRENCY = 8;
/** Milliseconds for a feed with all its redirects. */
const TIMEOUT = 30_000;
/** Milliseconds that a claimed feed is ours: ten fetches, since some wait for others of their host. */
const LEASE = 300_000;
/** Milliseconds between two looks at what is due: a feed that was just added does not wait for long. */
const LONGEST_SLEEP = 15_000;
const SHORTEST_SLEEP = 1_000;

export interface PollerDeps extends Omit<PollDueDeps, 'feeds' | 'concurrency' | 'timeoutMs' | 'leaseMs'> {
  readonly feeds: Pick<FeedBook, 'claimDue' | 'finishPoll' | 'release' | 'nextDue'>;
  /** Shared with whoever else fetches for the news. */
  readonly gate: HostGate;
  /** Told of each feed that was polled, with how many items are new. */
  readonly onPolled?: (polled: Pick<Polled, 'kind'>, fresh: number) => void;
  /** 1 or more; 8 by default. */
  readonly concurrency?: number;
  /** Milliseconds; 30 s by default. */
  readonly timeoutMs?: number;
  /** Milliseconds, more than twice the time of a fetch; five minutes by default. */
  readonly leaseMs?: number;
}

export interface Poller {
  /** Polls from now on whatever becomes due. */
  start(): void;
  /** Breaks off what is under way and gives it back; resolves when nothing is left to do. */
  stop(): Promise<void>;
  /**
   * Polls what is due, once. Rejects with the reason of the signal, or with what the book fails with.
   *
   * @param onProgress hears of each feed that was polled.
   */
  pollOnce(
    signal: AbortSignal,
    onProgress?: (progress: { readonly polled: number; readonly feed: string }) => void,
  ): Promise<PollTally>;
}

export function createPoller(given: PollerDeps): Poller {
  const deps = { concurrency: CONCURRENCY, timeoutMs: TIMEOUT, leaseMs: LEASE, ...given };
  if (deps.leaseMs <= 2 * deps.timeoutMs)
    throw new RangeError('the lease of a feed must be longer than two fetches');
  let stopping = new AbortController();
  let running: Promise<void> | null = null;

  async function run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      let wait = LONGEST_SLEEP;
      try {
        await pollDue(deps, signal, (_, polled, fresh) => deps.onPolled?.(polled, fresh));
        const next = await deps.feeds.nextDue();
        if (next !== null) wait = Date.parse(next) - deps.now().getTime();
      } catch (error) {
        if (signal.aborted) return;
        deps.log.warn({ error: errorMessage(error) }, 'the feeds cannot be polled: it is tried again');
      }
      const rest = Math.min(LONGEST_SLEEP, Math.max(SHORTEST_SLEEP, wait));
      await sleep(rest, undefined, { signal }).catch(() => undefined);
    }
  }

  return {
    start() {
      if (running !== null) return;
      stopping = new AbortController();
      running = run(stopping.signal);
    },
    async stop() {
      stopping.abort(new Error('polling stops'));
      await running;
      running = null;
    },
    async pollOnce(signal, onProgress) {
      const count = createPollCount();
      await pollDue(deps, signal, (feed, polled, fresh) => {
        count.add(feed, polled, fresh);
        onProgress?.({ polled: count.tally().polled, feed: feed.url });
      });
      return count.tally();
    },
  };
}

/** A poller over a state file whose clock is fast, for processes that are killed. */
import { createNewsFetch } from '../../../src/app-news-fetch.ts';
import { parseFetchAllow } from '../../../src/fetch/fetch-allow.ts';
import { readFeed } from '../../../src/news/feed/read-feed.ts';
import { createHostGate } from '../../../src/news/poll/host-gate.ts';
import { createPoller, type Poller } from '../../../src/news/poll/poller.ts';
import { createState, type State } from '../../../src/state/state.ts';

/** A quarter of an hour is half a second, a lease a sixth of one. */
const SPEED = 1_800;

export interface PolledState {
  readonly path: string;
  /** Of the feeds, with port. */
  readonly host: string;
  readonly owner: string;
  /** When the fast clock began; the same for all processes. */
  readonly epoch: number;
}

export function pollState({ path, host, owner, epoch }: PolledState): {
  readonly state: State;
  readonly poller: Poller;
} {
  const now = () => epoch + (Date.now() - epoch) * SPEED;
  const state = createState({ path, now });
  const poller = createPoller({
    feeds: state.news.feeds,
    fetch: createNewsFetch({ fetchAllow: parseFetchAllow([host]) ?? new Set(), fetchContact: null }),
    readFeed,
    now: () => new Date(now()),
    random: Math.random,
    owner,
    log: { info: () => undefined, warn: () => undefined },
    gate: createHostGate(0),
  });
  return { state, poller };
}

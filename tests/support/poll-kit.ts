/** A poller as tests use it: sites on loopback under names of their own, and a clock that is moved by hand. */
import type { LookupAddress } from 'node:dns';
import { afterEach } from 'vitest';
import { createNewsFetch } from '../../src/app-news-fetch.ts';
import { parseFetchAllow } from '../../src/fetch/fetch-allow.ts';
import { readFeed } from '../../src/news/feed/read-feed.ts';
import type { FeedBook } from '../../src/news/feed-book.ts';
import type { FeedItem } from '../../src/news/feed-item.ts';
import { createHostGate } from '../../src/news/poll/host-gate.ts';
import type { NewsFetch } from '../../src/news/poll/news-fetch.ts';
import { createPoller, type Poller, type PollerDeps } from '../../src/news/poll/poller.ts';
import { createState, type State } from '../../src/state/state.ts';

/** When the tests begin. */
export const START = '2026-03-10T12:00:00.000Z';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface Clock {
  now(): Date;
  /** Moves it on by milliseconds, or to a time. */
  pass(ms: number): void;
  set(time: string): void;
}

export function createClock(): Clock {
  let time = Date.parse(START);
  return {
    now: () => new Date(time),
    pass(ms) {
      time += ms;
    },
    set(at) {
      time = Date.parse(at);
    },
  };
}

/** The news fetch, for which every name of `*.example.org` leads to this machine. */
export function localFetch(allow: readonly string[]): NewsFetch {
  return createNewsFetch(
    { fetchAllow: parseFetchAllow(allow) ?? new Set(), fetchContact: null },
    async (host): Promise<LookupAddress[]> => {
      if (!host.endsWith('.example.org') && host !== '127.0.0.1')
        throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
      return [{ address: '127.0.0.1', family: 4 }];
    },
  );
}

export interface PollKit {
  readonly clock: Clock;
  readonly book: FeedBook;
  /** Keys of the items that are to be judged. */
  newKeys(): Promise<string[]>;
  /** What became of the item with this link; null when there is none. */
  stateOf(url: string): Promise<string | null>;
  readonly poller: Poller;
  /** What the poller logged. */
  readonly logged: readonly string[];
  /** Another poller over the same book. */
  another(deps?: Partial<PollerDeps>): Poller;
  /** Adds a feed and gives its id. */
  add(url: string): Promise<string>;
  /** Moves the clock to when the feed is due, and polls what is due. */
  pollNext(feedId: string): ReturnType<Poller['pollOnce']>;
}

const opened: State[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((state) => state.close()));
});

export function startPolling(allow: readonly string[], deps: Partial<PollerDeps> = {}): PollKit {
  const clock = createClock();
  const state = createState({ path: ':memory:', now: () => clock.now().getTime() });
  opened.push(state);
  const { feeds: book, stories } = state.news;
  const logged: string[] = [];
  const log = (_fields: Record<string, unknown>, message: string) => void logged.push(message);
  const another = (more: Partial<PollerDeps> = {}) =>
    createPoller({
      feeds: book,
      fetch: localFetch(allow),
      readFeed,
      now: clock.now,
      random: () => 0,
      owner: 'one',
      log: { info: log, warn: log },
      gate: createHostGate(0),
      timeoutMs: 2_000,
      ...deps,
      ...more,
    });
  const poller = another();
  return {
    ...{ clock, book, poller, logged, another },
    newKeys: async () => (await stories.nextItems(1_000)).map(({ key }) => key),
    stateOf: async (url) => (await stories.findItem(url, 'any'))?.state ?? null,
    add: async (url) => (await book.add({ scope: 'global', url, fullText: false })).id,
    async pollNext(feedId) {
      const feed = await feedOf(book, feedId);
      if (Date.parse(feed.nextPollAt) > clock.now().getTime()) clock.set(feed.nextPollAt);
      return poller.pollOnce(new AbortController().signal);
    },
  };
}

export async function feedOf(book: FeedBook, id: string) {
  const feed = await book.find(id);
  if (feed === null) throw new Error(`no feed ${id}`);
  return feed;
}

export function item(key: string, more: Partial<FeedItem> = {}): FeedItem {
  return {
    key,
    title: `Report number ${key}`,
    teaser: `What report number ${key} is about`,
    text: null,
    url: `https://news.example.org/${key}`,
    publishedAt: '2026-03-10T11:00:00.000Z',
    updatedAt: null,
    lang: 'en',
    publisher: null,
    ...more,
  };
}

/** An RSS feed. */
export function rss(items: readonly FeedItem[], ttl: number | null = null): string {
  const tag = (name: string, text: string | null) =>
    text === null ? '' : `<${name}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`;
  const parts = items.map(
    ({ key, title, teaser, url, publishedAt }) =>
      `<item>${tag('guid', key)}${tag('title', title)}${tag('description', teaser)}${tag('link', url)}${tag('pubDate', publishedAt && new Date(publishedAt).toUTCString())}</item>`,
  );
  const about = `${tag('title', 'A feed')}${tag('link', 'https://news.example.org/')}${tag('language', 'en')}`;
  const wait = tag('ttl', ttl === null ? null : String(ttl));
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>${about}${wait}${parts.join('')}</channel></rss>`;
}

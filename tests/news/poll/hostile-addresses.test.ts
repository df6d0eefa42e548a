/**
 * Nobody is connected to who must not be, whether a feed stands there, redirects there, or names it as an article's
 * link: counted at the sockets. The list is SSRF_URLS or ../shared/data/ssrf.jsonl; one of our own is always checked.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createNewsFetch } from '../../../src/app-news-fetch.ts';
import { parseFetchAllow } from '../../../src/fetch/fetch-allow.ts';
import { createArticleFetcher } from '../../../src/news/poll/article-fetcher.ts';
import { createHostGate } from '../../../src/news/poll/host-gate.ts';
import hostile from '../../fixtures/hostile-addresses.json' with { type: 'json' };
import { countConnections } from '../../support/connection-count.ts';
import { createClock, item, startPolling } from '../../support/poll-kit.ts';
import { startSite } from '../../support/site-kit.ts';

const connections = countConnections();
const never = new AbortController().signal;
const METADATA = { address: '169.254.169.254', family: 4 };

const shared = resolve(
  process.env.SSRF_URLS ?? join(import.meta.dirname, '../../../../shared/data/ssrf.jsonl'),
);
const present = existsSync(shared);
if (!present) console.log('skipped: the list of hostile addresses is absent (set SSRF_URLS)');
const given = present ? readFileSync(shared, 'utf8').trim().split('\n') : [];
const lists = {
  'our own list': hostile,
  'the list of hostile addresses': given.map((line) => (JSON.parse(line) as { url: string }).url),
};

/** Whatever a name is, it leads to the metadata service. */
const fetchFrom = (allow: readonly string[]) =>
  createNewsFetch({ fetchAllow: parseFetchAllow(allow) ?? new Set(), fetchContact: null }, async () => [
    METADATA,
  ]);

describe.each(Object.entries(lists))('%s', (name, urls) => {
  const all = test.skipIf(name !== 'our own list' && !present);

  all('as feeds', async () => {
    const { book, add, poller } = startPolling([], { fetch: fetchFrom([]) });
    for (const url of urls) await add(url);
    const { polled, fresh, failed } = await poller.pollOnce(never);
    const feeds = await book.list();
    expect([polled, fresh, failed.length]).toEqual([feeds.length, 0, feeds.length]);
    for (const feed of feeds) expect(feed.troubleCode, feed.url).toBe('refused');
    expect(connections.attempts).toEqual([]);
  });

  all('as redirects of a feed', async () => {
    const redirecting = await startRedirecting(urls);
    const { book, add, poller } = startPolling([], { fetch: fetchFrom([redirecting.host]) });
    for (const i of urls.keys()) await add(`${redirecting.url}${i}`);
    expect(await poller.pollOnce(never)).toMatchObject({ polled: urls.length, fresh: 0 });
    expect((await book.list()).every(({ lastOkAt }) => lastOkAt === null)).toBe(true);
    // Some are no addresses by themselves, and lead back to the site.
    expect([...new Set(connections.attempts)]).toEqual([redirecting.host]);
  });

  all('as links of articles', async () => {
    const fullTextOf = createArticleFetcher({
      fetch: fetchFrom([]),
      readArticle: () => Promise.reject(new Error('there is nothing to read')),
      gate: createHostGate(0),
      now: createClock().now,
      log: { info: () => undefined, warn: () => undefined },
      perHour: 1_000,
    });
    for (const url of urls)
      expect(await fullTextOf({ ...item('a', { url }), feedId: 'f', fullText: true }, never)).toBeNull();
    expect(connections.attempts).toEqual([]);
  });
});

/** Sends each request on to the address of its number, byte by byte as it stands in the list. */
function startRedirecting(urls: readonly string[]) {
  return startSite(({ url }, response) => {
    const location = urls[Number(url?.slice(1))] ?? '/';
    response.socket?.end(`HTTP/1.1 302 Found\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`);
  });
}

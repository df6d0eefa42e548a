/**
 * Measures polling: feeds of fifty items from a server in a process of its own, three rounds. In the first all is new,
 * in the second nothing changed, in the third one feed in ten has a new item.
 *
 * Usage: node scripts/measure-polling.ts [FEEDS]
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createNewsFetch } from '../src/app-news-fetch.ts';
import { parseFetchAllow } from '../src/fetch/fetch-allow.ts';
import { readFeed } from '../src/news/feed/read-feed.ts';
import { createHostGate } from '../src/news/poll/host-gate.ts';
import { createPoller } from '../src/news/poll/poller.ts';
import { createState } from '../src/state/state.ts';

const ITEMS = 50;
/** One feed in so many changes in the third round. */
const CHANGED = 10;
const DAY = 86_400_000;
const SENTENCE =
  'The ministry told reporters what its investigators had found on the servers of two agencies. ';

if (process.argv[2] === 'serve') serve();
else await measure(Number(process.argv[2] ?? 1_000));

interface Served {
  requests: number;
  bytes: number;
  unchanged: number;
}

/** The other process: feeds with ETags; a message starts the next round and is answered with what was served. */
function serve(): void {
  let round = 1;
  let served: Served = { requests: 0, bytes: 0, unchanged: 0 };
  const server = createServer((request, response) => {
    const feed = Number(/^feed-(\d+)\./.exec(request.headers.host ?? '')?.[1]);
    const version = round === 3 && feed % CHANGED === 0 ? 2 : 1;
    const etag = `"${feed}-${version}"`;
    served.requests += 1;
    if (request.headers['if-none-match'] === etag) {
      served.unchanged += 1;
      response.writeHead(304, { etag }).end();
      return;
    }
    const body = feedOf(feed, version);
    served.bytes += Buffer.byteLength(body);
    response.writeHead(200, { etag, 'content-type': 'application/rss+xml; charset=utf-8' }).end(body);
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
  process.on('message', () => {
    process.send?.(served);
    served = { requests: 0, bytes: 0, unchanged: 0 };
    round += 1;
  });
  process.on('disconnect', () => process.exit(0));
}

function feedOf(feed: number, version: number): string {
  const items = Array.from({ length: ITEMS }, (_, i) => {
    const n = i + version;
    const link = `https://feed-${feed}.example.org/articles/${n}`;
    return `<item><guid>${link}</guid><title>Report ${n} of publisher ${feed} on an intrusion</title><link>${link}</link><description>${SENTENCE.repeat(4)}</description></item>`;
  }).reverse();
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Publisher ${feed}</title><link>https://feed-${feed}.example.org/</link>${items.join('')}</channel></rss>`;
}

async function measure(feeds: number): Promise<void> {
  const server = fork(import.meta.filename, ['serve']);
  const tell = () => new Promise<Served & { port: number }>((done) => server.once('message', done));
  const { port } = await tell();
  const folder = mkdtempSync(join(tmpdir(), 'measure-polling-'));
  let time = Date.now();
  const now = () => time + performance.now();
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const state = createState({ path: join(folder, 'state.sqlite'), now, log: quiet });
  const hosts = Array.from({ length: feeds }, (_, i) => `feed-${i}.example.org:${port}`);
  try {
    for (const host of hosts)
      await state.news.feeds.add({ scope: 'global', url: `http://${host}/rss`, fullText: false });
    const poller = createPoller({
      feeds: state.news.feeds,
      fetch: createNewsFetch(
        { fetchAllow: parseFetchAllow(hosts) ?? new Set(), fetchContact: null },
        async () => [{ address: '127.0.0.1', family: 4 }],
      ),
      readFeed,
      now: () => new Date(now()),
      random: Math.random,
      owner: 'measuring',
      log: quiet,
      gate: createHostGate(),
    });
    for (const round of ['all new', 'nothing changed', `one in ${CHANGED} changed`]) {
      const start = performance.now();
      const cpu = process.cpuUsage();
      const { failed, ...tally } = await poller.pollOnce(new AbortController().signal);
      const seconds = (performance.now() - start) / 1000;
      const used = process.cpuUsage(cpu);
      const answer = tell();
      server.send('next');
      const { requests, bytes, unchanged } = await answer;
      console.log(
        `${round}: ${seconds.toFixed(1)} s, ${((used.user + used.system) / 1e6).toFixed(1)} s of processor, ` +
          `${requests} requests (${unchanged} answered 304), ${(bytes / 1e6).toFixed(1)} MB, ` +
          `peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB;`,
        { ...tally, failed: failed.length },
        failed[0]?.reason ?? '',
      );
      time += 2 * DAY;
      // The pause between two requests to one host is not what is measured.
      await sleep(1_100);
    }
  } finally {
    await state.close();
    server.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processes that poll one state file and are killed at any instant: no item is lost, and none is new twice. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { item, rss } from '../../support/poll-kit.ts';
import { newFolder } from '../../support/run-process.ts';
import { startSite } from '../../support/site-kit.ts';
import { pollState } from './poll-state.ts';

const CHILD = new URL('./poll-child.ts', import.meta.url).pathname;
const FEEDS = 20;
const ROUNDS = 5;
/** Processes that are killed in a round, each when it will. */
const KILLED = 3;
/** Each time a feed is sent it has one more item, until it has so many. */
const MOST = 40;

const linkOf = (feed: string, n: number) => `https://news.example.org${feed}/${n}`;

test(`killed ${ROUNDS * KILLED} times beside another process`, async () => {
  const held = new Map<string, number>();
  let growing = true;
  let unchanged = 0;
  const site = await startSite(({ url = '', headers }, response) => {
    const before = held.get(url) ?? 0;
    const count = growing && before < MOST ? before + 1 : before;
    held.set(url, count);
    const etag = `"${count}"`;
    if (headers['if-none-match'] === etag) {
      unchanged += 1;
      response.writeHead(304).end();
      return;
    }
    const items = Array.from({ length: count }, (_, n) =>
      item(`${url}-${n}`, { title: `Report ${n} of ${url}`, url: linkOf(url, n), publishedAt: null }),
    );
    response.writeHead(200, { etag }).end(rss(items));
  });
  const path = join(newFolder(), 'state.sqlite');
  const epoch = Date.now();
  const { state, poller } = pollState({ path, host: site.host, owner: 'last', epoch });
  const { feeds, stories } = state.news;
  for (let i = 0; i < FEEDS; i += 1)
    await feeds.add({ scope: 'global', url: `${site.url}${i}`, fullText: false });

  const start = async (owner: string): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [CHILD, path, site.host, owner, String(epoch)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    return child;
  };
  const kill = async (child: ChildProcess) => {
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  };
  const beside = await start('beside');
  for (let round = 0; round < ROUNDS; round += 1)
    await Promise.all(
      Array.from({ length: KILLED }, async (_, i) => {
        const child = await start(`killed-${round}-${i}`);
        await sleep(Math.random() * 150);
        await kill(child);
      }),
    );
  await kill(beside);

  // From now on a feed that is stored as read is not sent again: what was not stored with it would be lost.
  growing = false;
  const enough = FEEDS * 2;
  for (unchanged = 0; unchanged < enough; await sleep(20))
    await poller.pollOnce(new AbortController().signal);
  expect(held.size).toBe(FEEDS);
  const missing: string[] = [];
  for (const [feed, count] of held)
    for (let n = 0; n < count; n += 1)
      if ((await stories.findItem(linkOf(feed, n), 'any')) === null) missing.push(linkOf(feed, n));
  expect(missing).toEqual([]);
  const links = (await stories.nextItems(10_000)).map(({ url }) => url);
  expect(links.length).toBeGreaterThan(FEEDS);
  expect(new Set(links).size).toBe(links.length);
  for (const feed of await feeds.list()) expect(feed).toMatchObject({ failures: 0, trouble: null });
  await state.close();
});

/** The poller against feeds that behave. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { feedOf, HOUR, item, MINUTE, rss, startPolling } from '../../support/poll-kit.ts';
import { startSite } from '../../support/site-kit.ts';

const never = new AbortController().signal;

test('the first poll is silent, and the next tells what is new', async () => {
  let items = [item('a'), item('b')];
  const site = await startSite((_request, response) => response.end(rss(items)));
  const { book, newKeys, stateOf, add, pollNext } = startPolling([site.host]);
  const id = await add(site.url);
  expect(await pollNext(id)).toEqual({ polled: 1, unchanged: 0, fresh: 0, failed: [], requestsSaved: 0 });
  items = [item('c'), ...items];
  expect(await pollNext(id)).toMatchObject({ polled: 1, fresh: 1 });
  expect(await newKeys()).toEqual(['c']);
  expect(await stateOf('https://news.example.org/a')).toBe('seed');
  expect(await feedOf(book, id)).toMatchObject({ title: 'A feed', lang: 'en', failures: 0, trouble: null });
});

describe('nothing is read', () => {
  test('when the server says that nothing changed', async () => {
    const seen: unknown[] = [];
    const site = await startSite(({ headers }, response) => {
      seen.push([headers['if-none-match'], headers['if-modified-since']]);
      const known = headers['if-none-match'] === '"1"';
      response.writeHead(known ? 304 : 200, {
        etag: '"1"',
        'last-modified': 'Tue, 10 Mar 2026 10:00:00 GMT',
      });
      response.end(known ? undefined : rss([item('a')]));
    });
    const { add, pollNext } = startPolling([site.host]);
    const id = await add(site.url);
    await pollNext(id);
    expect(await pollNext(id)).toEqual({ polled: 1, unchanged: 1, fresh: 0, failed: [], requestsSaved: 1 });
    expect(seen).toEqual([
      [undefined, undefined],
      ['"1"', 'Tue, 10 Mar 2026 10:00:00 GMT'],
    ]);
  });

  test('when it sends the same again', async () => {
    const body = gzipSync(rss([item('a')]));
    const site = await startSite((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(body);
    });
    const { add, pollNext } = startPolling([site.host]);
    const id = await add(site.url);
    expect(await pollNext(id)).toMatchObject({ unchanged: 0 });
    expect(await pollNext(id)).toEqual({ polled: 1, unchanged: 1, fresh: 0, failed: [], requestsSaved: 0 });
  });
});

describe('no flood', () => {
  test('when every key changes at once: links and titles are known', async () => {
    let keys = 'old';
    const items = () => [
      ...Array.from({ length: 20 }, (_, i) => item(`${keys}-${i}`, { url: `https://news.example.org/${i}` })),
      item(`${keys}-t`, { title: 'Ministry names a group', url: null }),
    ];
    const site = await startSite((_request, response) => response.end(rss(items())));
    const { add, pollNext } = startPolling([site.host]);
    const id = await add(site.url);
    await pollNext(id);
    keys = 'new';
    expect(await pollNext(id)).toMatchObject({ unchanged: 0, fresh: 0 });
  });

  test('when an archive is put back, or dates change', async () => {
    let items = [item('a')];
    const site = await startSite((_request, response) => response.end(rss(items)));
    const { stateOf, add, pollNext } = startPolling([site.host]);
    const id = await add(site.url);
    await pollNext(id);
    const archive = Array.from({ length: 30 }, (_, i) =>
      item(`archive-${i}`, { publishedAt: '2019-05-01T00:00:00.000Z' }),
    );
    items = [item('a', { publishedAt: '2026-03-10T11:59:00.000Z', title: 'Report, corrected' }), ...archive];
    expect(await pollNext(id)).toMatchObject({ fresh: 0 });
    expect(await stateOf('https://news.example.org/archive-29')).toBe('seed');
  });
});

describe('the next poll', () => {
  const waitAfter = async (headers: Record<string, string>, refreshMinutes: number | null) => {
    const site = await startSite((_request, response) => {
      response.writeHead(200, headers).end(rss([item('a')], refreshMinutes));
    });
    const { book, clock, add, pollNext } = startPolling([site.host]);
    const id = await add(site.url);
    await pollNext(id);
    return (Date.parse((await feedOf(book, id)).nextPollAt) - clock.now().getTime()) / MINUTE;
  };
  test('comes after a quarter of an hour', async () => {
    expect(await waitAfter({}, null)).toBe(15);
  });
  test('waits as long as the feed asks, also when nothing changed', async () => {
    expect(await waitAfter({}, 60)).toBe(60);
    expect(await waitAfter({}, 100_000)).toBe(1_440);
    const site = await startSite((_request, response) => response.end(rss([item('a')], 90)));
    const { book, clock, add, pollNext } = startPolling([site.host]);
    const id = await add(site.url);
    await pollNext(id);
    await pollNext(id);
    expect(Date.parse((await feedOf(book, id)).nextPollAt) - clock.now().getTime()).toBe(90 * MINUTE);
  });
  test('waits as long as the server calls its answer good, for some hours at most', async () => {
    expect(await waitAfter({ 'cache-control': 'max-age=3600' }, null)).toBe(60);
    expect(await waitAfter({ 'cache-control': 'max-age=31536000' }, null)).toBe(360);
  });
});

describe('several processes', () => {
  test('poll a feed once, and what one left half done another does when the lease is over', async () => {
    const site = await startSite((_request, response) => response.end(rss([item('a')])));
    const { book, clock, add, another } = startPolling([site.host], { leaseMs: 10_000 });
    const id = await add(site.url);
    // Dies between fetch and store: what it had is gone with it.
    const dying = another({
      owner: 'dying',
      feeds: { ...book, finishPoll: () => Promise.reject(new Error('killed')) },
    });
    expect(await dying.pollOnce(never)).toMatchObject({ polled: 0 });
    const other = another({ owner: 'other' });
    expect(await other.pollOnce(never)).toMatchObject({ polled: 0 });
    clock.pass(10_001);
    expect(await other.pollOnce(never)).toMatchObject({ polled: 1, failed: [] });
    expect(site.requests).toHaveLength(2);
    expect(await feedOf(book, id)).toMatchObject({ seeded: true, failures: 0 });
  });

  test('whoever comes back after its lease stores nothing', async () => {
    const site = await startSite((_request, response) => response.end(rss([item('a')])));
    const { book, clock, add, another, logged } = startPolling([site.host], { leaseMs: 10_000 });
    await add(site.url);
    const late = another({
      owner: 'late',
      feeds: {
        ...book,
        async finishPoll(...poll) {
          clock.pass(10_001);
          await another({ owner: 'quick' }).pollOnce(never);
          return book.finishPoll(...poll);
        },
      },
    });
    expect(await late.pollOnce(never)).toMatchObject({ polled: 0 });
    expect(logged).toContain('the feed was polled by another process');
  });
});

describe('stopping', () => {
  test('breaks off what is under way and gives it back', async () => {
    const asked = Promise.withResolvers<void>();
    const site = await startSite(() => asked.resolve());
    const { book, add, poller } = startPolling([site.host]);
    await add(site.url);
    poller.start();
    await asked.promise;
    await poller.stop();
    expect(await book.claimDue('next', 10, HOUR)).toHaveLength(1);
  });

  test('a single round ends with the reason of its signal', async () => {
    const asked = Promise.withResolvers<void>();
    const site = await startSite(() => asked.resolve());
    const { book, add, poller } = startPolling([site.host]);
    await add(site.url);
    const stop = new AbortController();
    const polling = poller.pollOnce(stop.signal);
    await asked.promise;
    stop.abort(new Error('enough'));
    await expect(polling).rejects.toThrow('enough');
    expect(await book.claimDue('next', 10, HOUR)).toHaveLength(1);
  });

  test('a started poller polls what is due, and starts again after a stop', async () => {
    const asked = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const site = await startSite((_request, response) => {
      response.end(rss([item('a')]));
      asked[site.requests.length - 1]?.resolve();
    });
    const { clock, add, poller } = startPolling([site.host]);
    await add(site.url);
    for (const { promise } of asked) {
      poller.start();
      poller.start();
      await promise;
      await poller.stop();
      clock.pass(HOUR);
    }
    expect(site.requests).toHaveLength(2);
  });
});

test('progress is told, feed by feed', async () => {
  const site = await startSite((_request, response) => response.end(rss([])));
  const { add, poller } = startPolling([site.host]);
  await add(`${site.url}1`);
  await add(`${site.url}2`);
  const told: unknown[] = [];
  await poller.pollOnce(never, (progress) => void told.push(progress));
  expect(told).toEqual([
    { polled: 1, feed: `${site.url}1` },
    { polled: 2, feed: `${site.url}2` },
  ]);
});

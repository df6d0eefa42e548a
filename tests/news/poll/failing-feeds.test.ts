/** The poller against feeds that fail: how long it waits, what it says, and when it gives them up. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { findFeeds } from '../../../src/news/feed/find-feeds.ts';
import { FEED_TROUBLES, feedTroubleText, typedAddressTroubleText } from '../../../src/news/feed-trouble.ts';
import type { NewsFetchFailure } from '../../../src/news/poll/news-fetch.ts';
import { DAY, feedOf, HOUR, item, MINUTE, rss, startPolling } from '../../support/poll-kit.ts';
import { startSite } from '../../support/site-kit.ts';

type Answer = { status: number; headers?: Record<string, string>; body?: string | Buffer };

async function failing(first: Answer, deps: Parameters<typeof startPolling>[1] = {}) {
  const answer = { ...first };
  const site = await startSite((_request, response) => {
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  const kit = startPolling([site.host], deps);
  const id = await kit.add(site.url);
  const state = async () => {
    const feed = await feedOf(kit.book, id);
    return { ...feed, waitMs: Date.parse(feed.nextPollAt) - kit.clock.now().getTime() };
  };
  return { ...kit, id, site, answer, state };
}

describe('waiting', () => {
  test.each([
    ['3600', HOUR],
    ['1', 15 * MINUTE],
    ['Tue, 10 Mar 2026 18:00:00 GMT', 6 * HOUR],
    ['999999999', DAY],
    ['soon', 15 * MINUTE],
  ])('Retry-After: %s', async (header, waitMs) => {
    const { id, pollNext, state } = await failing({ status: 429, headers: { 'retry-after': header } });
    const { failed } = await pollNext(id);
    expect(failed).toMatchObject([
      { reason: expect.stringMatching(/^127\.0\.0\.1 answers 429: it asks to wait/) },
    ]);
    expect(await state()).toMatchObject({ waitMs, troubleCode: 'busy', failures: 1, disabledAt: null });
  });

  test('a host that had enough is asked nothing more for its other feeds, which have not failed', async () => {
    const { site, book, add, clock, poller } = await failing({
      status: 429,
      headers: { 'retry-after': '600' },
    });
    const others = [await add(`${site.url}2`), await add(`${site.url}3`)];
    const { polled, failed } = await poller.pollOnce(new AbortController().signal);
    expect([polled, failed.length, site.requests.length]).toEqual([3, 3, 1]);
    for (const id of others) {
      const { nextPollAt, failures, troubleCode } = await feedOf(book, id);
      expect([failures, troubleCode]).toEqual([0, 'busy']);
      expect(Date.parse(nextPollAt) - clock.now().getTime()).toBe(10 * MINUTE);
    }
  });

  test('doubles while it fails, and is forgotten with the first success', async () => {
    const { id, answer, pollNext, state } = await failing({ status: 500 });
    const waits: number[] = [];
    for (let i = 0; i < 4; i += 1) {
      await pollNext(id);
      waits.push((await state()).waitMs / MINUTE);
    }
    expect(waits).toEqual([15, 30, 60, 120]);
    Object.assign(answer, { status: 200, body: rss([item('a')]) });
    await pollNext(id);
    expect(await state()).toMatchObject({
      failures: 0,
      trouble: null,
      troubleCode: null,
      waitMs: 15 * MINUTE,
    });
  });
});

describe('giving up', () => {
  test('410: at once', async () => {
    const { id, pollNext, state, logged } = await failing({ status: 410 });
    await pollNext(id);
    expect(await state()).toMatchObject({
      troubleCode: 'gone',
      trouble:
        '127.0.0.1 answers 410: the feed was removed for good; look for its new address; it is no longer polled',
    });
    expect((await state()).disabledAt).not.toBeNull();
    expect(logged).toContain('a feed is no longer polled');
    expect(await pollNext(id)).toMatchObject({ polled: 0 });
  });

  test.each([
    [404, 'not-found', 3],
    [500, 'server', 5],
    [403, 'denied', 5],
  ])('%d: after days', async (status, troubleCode, days) => {
    const { id, clock, pollNext, state } = await failing({ status });
    const added = clock.now().getTime();
    let polls = 0;
    while ((await state()).disabledAt === null && polls < 40) {
      await pollNext(id);
      polls += 1;
    }
    const feed = await state();
    expect(feed).toMatchObject({
      troubleCode,
      trouble: expect.stringContaining('enable it when that is put right'),
    });
    expect(clock.now().getTime() - added).toBeGreaterThanOrEqual(days * DAY);
    expect(clock.now().getTime() - added).toBeLessThanOrEqual((days + 2) * DAY);
  });

  test('never while this machine has no network', async () => {
    const fetch = async () =>
      ({ ok: false, failure: 'offline', status: null, retryAfter: null, reason: 'no network' }) as const;
    const { id, pollNext, state } = await failing({ status: 200 }, { fetch });
    for (let i = 0; i < 30; i += 1) await pollNext(id);
    expect(await state()).toMatchObject({
      failures: 0,
      troubleCode: 'offline',
      waitMs: 15 * MINUTE,
      disabledAt: null,
    });
  });
});

describe('what it says', () => {
  test('of a feed that became a web page, with the feeds that the page names', async () => {
    const page =
      '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="https://news.example.org/new.xml"></head><body>Welcome to our new site</body></html>';
    const { id, answer, pollNext, state } = await failing(
      { status: 200, body: rss([item('a')]) },
      { findFeeds },
    );
    await pollNext(id);
    Object.assign(answer, { body: page, headers: { etag: '"page"', 'content-type': 'text/html' } });
    await pollNext(id);
    const told = {
      troubleCode: 'web-page',
      trouble:
        '127.0.0.1 sends a web page and no feed; its page names https://news.example.org/new.xml: take the one you want',
    };
    expect(await state()).toMatchObject({ ...told, etag: null, failures: 1 });
    // It does not count as unchanged, and so as well.
    await pollNext(id);
    expect(await state()).toMatchObject({ ...told, failures: 2 });
  });

  test('of what is no feed', async () => {
    const { id, pollNext, state } = await failing({ status: 200, body: 'nonsense' });
    await pollNext(id);
    expect(await state()).toMatchObject({
      troubleCode: 'unreadable',
      trouble: expect.stringContaining('the document is no feed'),
    });
  });

  test('of a feed that our own reader fails at, and it is not tried at once again', async () => {
    const readFeed = () => {
      throw new Error('a defect');
    };
    const { id, pollNext, state } = await failing({ status: 200, body: rss([]) }, { readFeed });
    await pollNext(id);
    const trouble = '127.0.0.1: it cannot be read (a defect)';
    expect(await state()).toMatchObject({ troubleCode: 'unreadable', trouble, waitMs: 15 * MINUTE });
  });

  test('of a feed that unpacks to more than a feed has', async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000));
    const { id, pollNext, state } = await failing({
      status: 200,
      headers: { 'content-encoding': 'gzip' },
      body: bomb,
    });
    await pollNext(id);
    expect(await state()).toMatchObject({
      troubleCode: 'too-large',
      trouble: expect.stringContaining('choose a shorter feed'),
    });
  });

  test('of a slow feed, while others are polled', async () => {
    const slow = await startSite((_request, response) => {
      response.writeHead(200).write('{');
    });
    const quick = await startSite((_request, response) => response.end(rss([])));
    const allow = [slow.host, `quick.example.org:${quick.host.split(':')[1]}`];
    const { book, add, poller } = startPolling(allow, { timeoutMs: 300 });
    const id = await add(slow.url);
    await add(`http://${allow[1]}/`);
    expect(await poller.pollOnce(new AbortController().signal)).toMatchObject({
      polled: 2,
      failed: [{ feed: slow.url }],
    });
    expect(await feedOf(book, id)).toMatchObject({ troubleCode: 'slow' });
  });

  test.each<[NewsFetchFailure, string]>([
    ['network', 'unreachable'],
    ['too-many-redirects', 'server'],
    ['bad-encoding', 'unreadable'],
    ['refused', 'refused'],
  ])('%s: %s', async (failure, troubleCode) => {
    const fetch = async () =>
      ({ ok: false, failure, status: null, retryAfter: null, reason: 'as it is' }) as const;
    const { id, pollNext, state } = await failing({ status: 200 }, { fetch });
    await pollNext(id);
    expect(await state()).toMatchObject({ troubleCode });
  });

  test.each(FEED_TROUBLES)('%s: in three languages', (code) => {
    const texts = (['fr', 'en', 'zh'] as const).map((lang) => feedTroubleText(code, lang));
    expect(new Set(texts).size).toBe(3);
    expect(texts[2]).toMatch(/\p{Script=Han}/u);
    // Nobody tries again what somebody has just typed in vain.
    expect(typedAddressTroubleText(code, 'en')).not.toMatch(/will be tried|subscription|Nothing to do/);
    expect(typedAddressTroubleText(code, 'zh')).toMatch(/\p{Script=Han}/u);
  });
});

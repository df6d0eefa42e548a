/** The whole articles of teasers, from real servers and through the real reader of pages. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { createArticleReader } from '../../../src/app-news-fetch.ts';
import { type ArticleFetcherDeps, createArticleFetcher } from '../../../src/news/poll/article-fetcher.ts';
import { createHostGate } from '../../../src/news/poll/host-gate.ts';
import { createClock, HOUR, item, localFetch } from '../../support/poll-kit.ts';
import { startSite } from '../../support/site-kit.ts';

const never = new AbortController().signal;
const reader = createArticleReader(() => new Date('2026-03-10T12:00:00.000Z'));
afterAll(() => reader.close());

const TITLE = 'Ministry blames a military unit for the break-in';
const TEASER = 'The ministry said on Monday that officers of a military unit had entered its mail servers.';
const PARAGRAPHS = [
  TEASER,
  'Investigators found the same tools on three servers, a spokeswoman told reporters, and a partner service confirmed it.',
  'The embassy rejected the accusation within hours, and asked for the evidence to be published before anybody is blamed.',
  'Parliament will hear the minister on Thursday, behind closed doors, with the heads of both services beside her.',
];
const page = (paragraphs: readonly string[]) =>
  `<!doctype html><html lang="en"><head><title>${TITLE}</title></head><body><article><h1>${TITLE}</h1>${paragraphs
    .map((text) => `<p>${text}</p>`)
    .join('')}</article></body></html>`;

async function fetcherFor(body: string, deps: Partial<ArticleFetcherDeps> = {}) {
  const site = await startSite((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  });
  const clock = createClock();
  const fullTextOf = createArticleFetcher({
    fetch: localFetch([site.host]),
    readArticle: reader.read,
    gate: createHostGate(0),
    now: clock.now,
    log: { info: () => undefined, warn: () => undefined },
    ...deps,
  });
  const teaser = {
    ...item('a', { title: TITLE, teaser: TEASER, url: `${site.url}story` }),
    feedId: 'f',
    fullText: true,
  };
  return { site, clock, fullTextOf, teaser };
}

test('the article is fetched and read', async () => {
  const { fullTextOf, teaser } = await fetcherFor(page(PARAGRAPHS));
  const text = await fullTextOf(teaser, never);
  for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
});

describe('nothing is fetched', () => {
  test.each([
    ['where it is not asked for', { fullText: false }],
    ['where the feed carries it', { text: PARAGRAPHS.join('\n') }],
    ['where there is no link', { url: null }],
    ['where the teaser is the article', { teaser: PARAGRAPHS.join('\n').repeat(6) }],
  ])('%s', async (_what, change) => {
    const { site, fullTextOf, teaser } = await fetcherFor(page(PARAGRAPHS));
    expect(await fullTextOf({ ...teaser, ...change }, never)).toBeNull();
    expect(site.requests).toEqual([]);
  });

  test('above what one feed may have in an hour', async () => {
    const { site, clock, fullTextOf, teaser } = await fetcherFor(page(PARAGRAPHS), { perHour: 2 });
    const got = async (feedId: string) => (await fullTextOf({ ...teaser, feedId }, never)) !== null;
    expect([await got('f'), await got('f'), await got('f'), await got('other')]).toEqual([
      true,
      true,
      false,
      true,
    ]);
    clock.pass(HOUR);
    expect(await got('f')).toBe(true);
    expect(site.requests).toHaveLength(4);
  });
});

describe('the teaser stays', () => {
  test.each([
    [
      'a wall',
      page([
        'Subscribe now to read on. It takes one minute, and the first month is free of charge. '.repeat(6),
      ]),
    ],
    ['no more than the teaser', page([TEASER])],
    ['no article', '<!doctype html><html><body></body></html>'],
  ])('where the page is %s', async (_what, body) => {
    const { fullTextOf, teaser } = await fetcherFor(body);
    expect(await fullTextOf(teaser, never)).toBeNull();
  });

  test('where the page fails, cannot be read, or takes too long', async () => {
    const { fullTextOf, teaser } = await fetcherFor(page(PARAGRAPHS), {
      readArticle: () => Promise.reject(new Error('broken')),
    });
    expect(await fullTextOf(teaser, never)).toBeNull();
    expect(await fullTextOf({ ...teaser, url: 'http://nowhere.invalid/' }, never)).toBeNull();
    const slow = await fetcherFor(page(PARAGRAPHS), {
      readArticle: () => new Promise(() => undefined),
      timeoutMs: 200,
    });
    expect(await slow.fullTextOf(slow.teaser, never)).toBeNull();
  });
});

test('whoever stops is told so', async () => {
  const { fullTextOf, teaser } = await fetcherFor(page(PARAGRAPHS), {
    readArticle: () => new Promise(() => undefined),
  });
  const stop = new AbortController();
  const fetching = fullTextOf(teaser, stop.signal);
  stop.abort(new Error('enough'));
  await expect(fetching).rejects.toThrow('enough');
  await expect(fullTextOf(teaser, stop.signal)).rejects.toThrow('enough');
});

test('one article at a time of a host', async () => {
  let open = 0;
  let most = 0;
  const { fullTextOf, teaser } = await fetcherFor(page(PARAGRAPHS), {
    fetch: async () => {
      open += 1;
      most = Math.max(most, open);
      await sleep(5);
      open -= 1;
      return { ok: false, failure: 'status', status: 500, retryAfter: null, reason: 'down' };
    },
  });
  await Promise.all([1, 2, 3].map(() => fullTextOf(teaser, never)));
  expect(most).toBe(1);
});

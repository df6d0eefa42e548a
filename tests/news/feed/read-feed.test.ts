/** Sound feeds of every form become the same plain items. */
import { describe, expect, test } from 'vitest';
import { readFeed } from '../../../src/news/feed/read-feed.ts';
import {
  ATOM,
  CDF,
  FEED_URL,
  JSON_FEED,
  OLD,
  RDF,
  RSS,
  readWell,
  rssFeed,
} from '../../support/sample-feeds.ts';

test('RSS: texts, addresses, dates, language, publisher and the wish for rest', () => {
  const feed = readWell(RSS);
  expect(feed).toMatchObject({
    format: 'rss',
    title: 'Gazette',
    siteUrl: 'https://gazette.example/',
    selfUrl: FEED_URL,
    lang: 'fr',
    refreshMinutes: 45,
    problems: [],
  });
  expect(feed.items[0]).toEqual({
    key: 'g-1',
    title: 'Prague accuse un service étranger',
    teaser: "Le ministère parle d'espionnage.",
    text: null,
    url: 'https://gazette.example/a?id=7',
    publishedAt: '2025-05-28T08:15:00.000Z',
    updatedAt: null,
    lang: 'fr',
    publisher: 'Wire',
  });
  expect(feed.items[1]).toMatchObject({
    key: 'https://gazette.example/b',
    url: 'https://gazette.example/b',
    teaser: 'Short & plain',
    publishedAt: '2025-05-27T08:00:00.000Z',
    publisher: null,
  });
});

test('Atom: nested bases, the page among the links, XHTML, the publisher of a copied entry', () => {
  const feed = readWell(ATOM);
  expect(feed).toMatchObject({
    format: 'atom',
    title: 'Blog & notes',
    lang: 'en',
    siteUrl: 'https://blog.example/',
  });
  expect(feed.selfUrl).toBe('https://blog.example/feed.atom');
  expect(feed.items[0]).toMatchObject({
    key: 'tag:blog.example,2025:1',
    title: 'An advisory',
    teaser: 'Who did it',
    url: 'https://blog.example/posts/one.html',
    publishedAt: '2025-05-28T21:00:00.000Z',
    updatedAt: '2025-05-29T00:00:00.000Z',
    publisher: 'Other blog',
  });
  expect(feed.items[1]).toMatchObject({
    url: 'https://blog.example/two',
    publishedAt: '2025-05-30T00:00:00.000Z',
  });
});

test('RDF, JSON Feed and channels of 1997', () => {
  expect(readWell(RDF)).toMatchObject({
    format: 'rdf',
    items: [{ key: 'https://c.example/1', publishedAt: '2025-05-28T01:02:03.000Z', lang: 'zh' }],
  });
  const json = readWell(JSON_FEED);
  expect(json).toMatchObject({ format: 'json', title: 'J', lang: 'en' });
  expect(json.items.map(({ key, url, teaser }) => [key, url, teaser])).toEqual([
    ['1', 'https://j.example/one', 'Body'],
    ['b', 'https://k.example/x', 'Only text'],
  ]);
  const cdf = readWell(CDF);
  expect(cdf).toMatchObject({
    format: 'cdf',
    title: 'Old',
    siteUrl: 'https://old.example/index.html',
    problems: [],
  });
  expect(cdf.items[0]).toMatchObject({
    title: 'First',
    teaser: 'About it',
    url: 'https://old.example/1.html',
    publishedAt: '1998-11-05T22:00:00.000Z',
  });
});

test.each(Object.entries(OLD))('an old shape (%s) has its item', (_name, source) => {
  expect(readWell(source).items).toMatchObject([{ title: 'One', url: 'https://n.example/1' }]);
});

describe('teaser and text', () => {
  const article = `<p>${'The ministry said so. '.repeat(60)}</p>`;
  const item = (parts: string) => readWell(rssFeed(`<item><title>T</title>${parts}</item>`)).items[0];
  const content = (html: string) => `<content:encoded><![CDATA[${html}]]></content:encoded>`;

  test('the content is the text, the description the teaser', () => {
    const read = item(`<description>In short</description>${content(article)}`);
    expect(read?.teaser).toBe('In short');
    expect(read?.text).toMatch(/^The ministry said so\..*so\.$/);
  });
  test('content that says no more than the description is no article', () => {
    expect(item(`<description>In short</description>${content('In short')}`)).toMatchObject({ text: null });
  });
  test('short content without a description is a teaser', () => {
    expect(item(content('Two lines<br>of it'))).toMatchObject({ teaser: 'Two lines\nof it', text: null });
  });
  test('a description longer than any teaser is the article', () => {
    const read = item(`<description>${'word '.repeat(2_000)}</description>`);
    expect(read?.teaser.length).toBeLessThanOrEqual(5_000);
    expect(read?.text?.length).toBe(9_999);
  });
});

describe('keys', () => {
  const items = (...parts: string[]) =>
    readWell(rssFeed(parts.map((part) => `<item>${part}</item>`).join(''))).items;

  test('a long id is hashed', () => {
    const key = items(`<title>T</title><guid>${'x'.repeat(900)}</guid>`)[0]?.key ?? '';
    expect(key).toMatch(/^sha256:/);
  });
  test('entries of one live page differ by their fragments', () => {
    const read = items('<link>https://l.example/live#1</link>', '<link>https://l.example/live#2</link>');
    expect(read.map(({ key }) => key)).toEqual(['https://l.example/live#1', 'https://l.example/live#2']);
    expect(read.map(({ url }) => url)).toEqual(read.map(({ key }) => key));
  });
  test('an id that items share tells nothing: a new one among them is new, the others stay known', () => {
    const shared = (n: number) =>
      `<title>T${n}</title><guid isPermaLink="false">same</guid><link>https://s.example/${n}</link>`;
    const before = items(shared(1), shared(2)).map(({ key }) => key);
    const after = items(shared(3), shared(1), shared(2)).map(({ key }) => key);
    expect(new Set(after).size).toBe(3);
    expect(after.slice(1)).toEqual(before);
  });
  test('an item that is there twice is read once', () => {
    const feed = readWell(rssFeed('<item><title>T</title><guid>a</guid></item>'.repeat(2)));
    expect(feed.items).toHaveLength(1);
    expect(feed.problems).toHaveLength(1);
  });
});

test('of an archive the newest are kept, in the order of the feed', () => {
  const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toUTCString();
  const items = Array.from(
    { length: 1_200 },
    (_, n) => `<item><guid>${n}</guid><pubDate>${day(n)}</pubDate></item>`,
  );
  const feed = readWell(rssFeed(items.join('')));
  expect(feed.items).toHaveLength(1_000);
  expect(feed.items[0]?.key).toBe('200');
  expect(feed.problems.join()).toContain('1200');
});

test('a feed that another host serves has its relative addresses on its site', () => {
  const feed = readWell(RSS, { url: 'https://hosted.example/gazette' });
  expect(feed.items[1]?.url).toBe('https://gazette.example/b');
});

test.each([
  ['nothing', ''],
  ['a page', '<!doctype html><html><head><title>Feed</title></head><body><rss></rss></body></html>'],
  ['words', 'Not found'],
  ['JSON of another kind', '{"error": "no"}'],
  ['a packed file', new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3])],
])('%s is refused with what to do', (_name, source) => {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const result = readFeed({ bytes, url: FEED_URL, contentType: 'application/rss+xml', charset: null });
  expect(result.ok).toBe(false);
  expect(result.ok ? '' : result.reason).toMatch(/^[^\n]{20,200}$/);
});

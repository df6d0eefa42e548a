/** The feeds of a site are found: declared, linked, or at the usual places. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFeeds, usualFeedPlaces } from '../../../src/news/feed/find-feeds.ts';
import { looksLikeFeed } from '../../../src/news/feed/looks-like-feed.ts';
import { ATOM, CDF, JSON_FEED, RDF, RSS } from '../../support/sample-feeds.ts';

const PAGE = 'https://s.example/news/index.html';
const urls = (html: string) => findFeeds(html, PAGE).map(({ url }) => url);

test('declared feeds come first, in the order of the page, with their titles', () => {
  const html = `<!doctype html><head><LINK rel=alternate type=application/rss+xml href=/all.xml title="All &amp; more">
<link rel="stylesheet alternate" type="application/rss+xml" href="/no.css">
<link href='atom?x=1&amp;y=2' type='application/atom+xml; charset=utf-8' rel='home alternate'>
<link rel="alternate" type="application/feed+json" href="//j.example/feed.json"/>
<link rel="alternate" hreflang="fr" href="/fr"><link rel="alternate" type="application/json" href="/wp-json/posts/1">
</head><body><a href="/rss/sport">Sport <b>feed</b></a><a href="/all.xml">again</a><a href="/about/feedback.html">no</a></body>`;
  expect(findFeeds(html, PAGE)).toEqual([
    { url: 'https://s.example/all.xml', title: 'All & more' },
    { url: 'https://s.example/news/atom?x=1&y=2', title: null },
    { url: 'https://j.example/feed.json', title: null },
    { url: 'https://s.example/rss/sport', title: 'Sport feed' },
  ]);
});

test.each([
  '/feed',
  '/feed/',
  '/feeds/world',
  '/rss',
  '/rss.php',
  '/news.rss',
  '/index.xml',
  '/blog/atom.xml',
  '/?feed=rss2',
  '/x?format=rss',
])('a link to %s looks like one to a feed', (path) => {
  expect(urls(`<a href="${path}">x</a>`)).toEqual([`https://s.example${path}`]);
});

test.each([
  '/',
  '/feedback',
  '/press',
  '/feed.html',
  '/rss-icon.png',
  '/sitemap.xml',
  'javascript:rss',
  'mailto:rss@s.example',
])('one to %s does not', (path) => {
  expect(urls(`<a href="${path}">RSS</a>`)).toEqual([]);
});

test('the base of the page counts; what scripts and comments write does not', () => {
  const link = '<link rel="alternate" type="application/rss+xml" href="f.xml">';
  expect(urls(`<base href="/deep/">${link}`)).toEqual(['https://s.example/deep/f.xml']);
  expect(
    urls(`<script>document.write('${link}')</script><!-- ${link} --><template>${link}</template>`),
  ).toEqual([]);
});

test('a page cannot name feeds without end, nor break the search', () => {
  const many = Array.from({ length: 500 }, (_, n) => `<a href="/rss/${n}">`).join('');
  expect(urls(many)).toHaveLength(50);
  fc.assert(fc.property(fc.string(), (html) => void findFeeds(`<link rel=alternate ${html}`, PAGE)));
});

test('usual places lie on the host of the page, below it first', () => {
  const places = usualFeedPlaces('https://s.example/world/asia?x=1');
  expect(places[0]).toBe('https://s.example/world/asia/feed');
  expect(places).toContain('https://s.example/rss.xml');
  expect(places.every((place) => new URL(place).host === 's.example')).toBe(true);
  expect(new Set(places).size).toBe(places.length);
  expect(usualFeedPlaces(PAGE)[0]).toBe('https://s.example/news/feed');
  expect(usualFeedPlaces('ftp://s.example/')).toEqual([]);
});

test('a feed is told by its bytes, whatever the server calls it', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  for (const feed of [RSS, ATOM, RDF, CDF, JSON_FEED, `<!-- ${'x'.repeat(500)} -->${RSS}`])
    expect(looksLikeFeed(bytes(feed), 'text/html')).toBe(true);
  for (const other of [
    '',
    'words',
    '{"a": 1}',
    '<html><body><feed></body></html>',
    '<urlset></urlset>',
    '<opml/>',
  ])
    expect(looksLikeFeed(bytes(other), 'application/rss+xml; charset=x')).toBe(false);
  expect(looksLikeFeed(bytes('{"items": []}'), 'application/feed+json')).toBe(true);
});

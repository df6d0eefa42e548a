/** Parsers of the news: feeds, lists of feeds, links to feeds, their dates and texts, and what is kept of them. */
import assert from 'node:assert/strict';
import { canonicalLink, webLink } from '../../../src/news/feed/canonical-link.ts';
import { feedDate } from '../../../src/news/feed/feed-date.ts';
import { findFeeds, usualFeedPlaces } from '../../../src/news/feed/find-feeds.ts';
import { readOpml, writeOpml } from '../../../src/news/feed/opml.ts';
import { plainLine, plainText } from '../../../src/news/feed/plain-text.ts';
import { readFeed } from '../../../src/news/feed/read-feed.ts';
import { FRENCH, newsPage } from '../news-pages.ts';
import { FEED_URL, SOUND } from '../sample-feeds.ts';
import { type FuzzTarget, textOf } from './fuzz-target.ts';

const MARKUP = /<[a-z/!?]/i;
const INVISIBLE = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u200e\u200f]|\p{Cs}/u;
const WEB = /^https?:\/\//;

function checkFeed(input: Uint8Array): void {
  const read = () => readFeed({ bytes: input, url: FEED_URL, contentType: '', charset: null });
  const result = read();
  assert.deepEqual(read(), result);
  if (!result.ok) {
    assert.ok(result.reason !== '' && !result.reason.includes('\n'));
    return;
  }
  const { feed } = result;
  for (const { key, title, teaser, text, url, publisher, publishedAt, updatedAt, lang } of feed.items) {
    assert.ok(key.length > 0 && key.length <= 500);
    assert.ok(!title.includes('\n') && title.length <= 500 && teaser.length <= 5_000);
    assert.ok((text ?? '').length <= 200_000);
    for (const words of [title, teaser, text ?? '', publisher ?? '']) {
      assert.doesNotMatch(words, MARKUP);
      assert.doesNotMatch(words, INVISIBLE);
    }
    if (url !== null) assert.match(url, WEB);
    for (const time of [publishedAt, updatedAt])
      if (time !== null) assert.equal(new Date(time).toISOString(), time);
    if (lang !== null) assert.match(lang, /^[a-z]{2}$/);
  }
  assert.equal(new Set(feed.items.map(({ key }) => key)).size, feed.items.length);
  for (const url of [feed.siteUrl, feed.selfUrl]) if (url !== null) assert.match(url, WEB);
}

const PIECES = [
  ...[
    '<',
    '>',
    '"',
    '&',
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<item>',
    '</item>',
    '<entry>',
    '</rss>',
    '<title>',
    '</title>',
    '<script>',
    'javascript:',
    '\u202e',
  ],
  ...[
    '&lt;script&gt;',
    '&#x202e;',
    '<link>',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '&a;',
    '<b',
    'xml:base="javascript:x"',
  ],
  ...[
    '<?xml version="1.0" encoding="utf-16"?>',
    '<guid>',
    '<pubDate>Mon, 31 Feb 2025 25:61:00 +9999</pubDate>',
  ],
  ...[
    '{"items":[',
    '"url":',
    '"content_html":"<p>',
    '"_feed_id":',
    '<content type="xhtml"><div>',
    'xmlns:a="b"',
  ],
];

const feed: FuzzTarget = {
  name: 'feed',
  quickRuns: 300,
  shape: 'bytes',
  seeds: SOUND,
  pieces: PIECES,
  takes: /\.(?:xml|rss|atom|json)$/,
  run: checkFeed,
};

const jsonFeed: FuzzTarget = {
  name: 'JSON feed',
  shape: 'json',
  seeds: [
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'La Gazette',
      home_page_url: 'https://gazette.example/',
      language: 'fr',
      items: [
        {
          id: '1',
          url: '/a',
          title: 'Un port',
          content_html: '<p>Une ministre <b>accuse</b>.</p>',
          date_published: '2025-05-28T08:00:00Z',
        },
        {
          id: 2,
          external_url: 'https://other.example/b',
          content_text: 'Texte',
          tags: ['a'],
          authors: [{ name: 'Ana' }],
        },
      ],
    }),
  ],
  pieces: PIECES,
  run: checkFeed,
};

const opml: FuzzTarget = {
  name: 'OPML',
  shape: 'bytes',
  seeds: [
    writeOpml([
      { url: 'https://gazette.example/feed', title: 'La Gazette' },
      { url: 'https://b.example/rss?a=1&b=2', title: null },
    ]),
  ],
  pieces: [...PIECES, '<outline', 'xmlUrl="', 'xmlUrl="file:///etc/passwd"', '/>', '</body>'],
  takes: /\.opml$/,
  run(input) {
    const { feeds, problems } = readOpml(input);
    for (const { url, title } of feeds) {
      assert.match(url, WEB);
      assert.doesNotMatch(title ?? '', MARKUP);
    }
    for (const problem of problems) assert.ok(!problem.includes('\n'));
    // What was read can be written and read again.
    assert.deepEqual(
      readOpml(new TextEncoder().encode(writeOpml(feeds))).feeds.map(({ url }) => url),
      feeds.map(({ url }) => url),
    );
  },
};

const links: FuzzTarget = {
  name: 'links to feeds',
  shape: 'bytes',
  seeds: [
    newsPage({
      ...FRENCH,
      head: '<link rel="alternate" type="application/rss+xml" title="Tout" href="/feed"><base href="/x/">',
    }),
    '<a href="/rss.xml"><b>RSS</b></a><a href=https://b.example/atom>Atom',
  ],
  pieces: [
    '<link ',
    'href="',
    'type="application/atom+xml"',
    '<a ',
    '</a>',
    '<base href="javascript:',
    '<script>',
    '<style>',
    '&quot;',
  ],
  takes: /\.html?$/,
  run(input) {
    const html = textOf(input);
    for (const { url, title } of findFeeds(html, 'https://gazette.example/a/b')) {
      assert.match(url, WEB);
      assert.doesNotMatch(title ?? '', MARKUP);
    }
  },
};

const words: FuzzTarget = {
  name: 'dates, texts and links of feeds',
  shape: 'bytes',
  seeds: [
    ...[
      'Wed, 28 May 2025 08:00:00 GMT',
      '2025-05-28T08:00:00+02:00',
      'mercredi 28 mai 2025',
      '2025年5月28日',
      '1748419200',
    ],
    ...[
      '<p>Une &amp; deux &#233;</p><script>x</script>',
      '&lt;b&gt;gras&lt;/b&gt;',
      'https://a.example/b?utm_source=x#c',
    ],
  ],
  pieces: [
    ...PIECES,
    '+',
    '-',
    ':',
    'T',
    'Z',
    'GMT',
    'mai',
    '下午',
    'feed:',
    'feed://https://',
    '?utm_',
    '#!',
  ],
  run(input) {
    const text = textOf(input);
    const date = feedDate(text);
    if (date !== null) assert.equal(new Date(date).toISOString(), date);
    assert.doesNotMatch(plainText(text), MARKUP);
    assert.doesNotMatch(plainLine(text), /\n/);
    for (const link of [canonicalLink(text), webLink(text)]) {
      if (link === null) continue;
      assert.match(link, WEB);
      const { username, password } = new URL(link);
      assert.equal(username + password, '');
    }
    for (const place of usualFeedPlaces(text)) assert.match(place, WEB);
  },
};

export const FEED_TARGETS: readonly FuzzTarget[] = [feed, jsonFeed, opml, links, words];

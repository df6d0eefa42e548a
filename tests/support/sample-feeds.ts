/** Feeds of our own writing, in every form that is read, and a way to read a text as a feed. */

import { readFeed } from '../../src/news/feed/read-feed.ts';
import type { Feed, FeedBytes } from '../../src/news/feed-item.ts';

export const FEED_URL = 'https://gazette.example/feeds/world.xml';

/** Reads it or fails the test. */
export function readWell(source: string | Uint8Array, over: Partial<FeedBytes> = {}): Feed {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const result = readFeed({ bytes, url: FEED_URL, contentType: '', charset: null, ...over });
  if (!result.ok) throw new Error(result.reason);
  return result.feed;
}

/** An RSS 2.0 feed around those items. */
export function rssFeed(items: string, channel = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel><title>Gazette</title><link>https://gazette.example/</link>${channel}
${items}
</channel></rss>`;
}

export const RSS = rssFeed(
  `<item><title>Prague accuse un service étranger</title><link>https://gazette.example/a?id=7&amp;utm_source=rss</link>
<guid isPermaLink="false">g-1</guid><pubDate>Wed, 28 May 2025 10:15:00 +0200</pubDate>
<description>&lt;p&gt;Le ministère &lt;b&gt;parle&lt;/b&gt; d'espionnage.&lt;/p&gt;</description>
<source url="https://wire.example/feed">Wire</source></item>
<item><title>Second</title><link>/b</link><pubDate>Tue, 27 May 2025 08:00 GMT</pubDate>
<description><![CDATA[<p>Short &amp; plain</p>]]></description></item>`,
  '<language>fr-FR</language><ttl>45</ttl><atom:link rel="self" href="https://gazette.example/feeds/world.xml"/>',
);

export const ATOM = `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB" xml:base="https://blog.example/">
<title type="html">Blog &amp;amp; notes</title><link rel="self" href="feed.atom"/><link href="/"/>
<entry xml:base="posts/"><id>tag:blog.example,2025:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">An <em>advisory</em></div></title>
<link rel="enclosure" href="sound.mp3"/><link rel="alternate" type="application/json" href="one.json"/><link rel="alternate" type="text/html" href="one.html"/>
<updated>2025-05-29T00:00:00Z</updated><published>2025-05-28T23:00:00.5+02:00</published>
<source><title>Other blog</title><id>x</id></source><summary>Who did it</summary></entry>
<entry><id>tag:blog.example,2025:2</id><title>Two</title><link href="two"/><updated>2025-05-30</updated></entry></feed>`;

export const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://c.example/"><title>C</title><link>https://c.example/</link></channel>
<item rdf:about="https://c.example/1"><title>One</title><link>https://c.example/1</link><dc:date>2025-05-28T01:02:03Z</dc:date><dc:language>zh</dc:language></item></rdf:RDF>`;

export const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'J',
  home_page_url: 'https://j.example/',
  language: 'en',
  items: [
    { id: 1, url: '/one', title: 'One', content_html: '<p>Body</p>', date_published: '2025-05-28T00:00:00Z' },
    { id: 'b', external_url: 'https://k.example/x', content_text: 'Only text' },
  ],
});

export const CDF = `<?xml version="1.0"?><CHANNEL HREF="https://old.example/index.html"><TITLE>Old</TITLE><ABSTRACT>What it is</ABSTRACT>
<ITEM HREF="https://old.example/1.html" LASTMOD="1998-11-05T22:00"><TITLE>First</TITLE><ABSTRACT>About it</ABSTRACT></ITEM>
<ITEM HREF="2.html"><TITLE>Second</TITLE></ITEM></CHANNEL>`;

/** The shapes of the nineties and of Atom before it was a standard. */
export const OLD = {
  netscape: `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>N</title><link>https://n.example</link><item><title>One</title><link>https://n.example/1</link></item></channel></rss>`,
  outside: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>N</title></channel>
<item><title>One</title><link>https://n.example/1</link></item></rdf:RDF>`,
  atom03: `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>N</title><entry><title>One</title><link rel="alternate" type="text/html" href="https://n.example/1"/>
<id>e1</id><issued>2004-04-20T00:23:47Z</issued><modified>2004-04-20T11:56:34Z</modified></entry></feed>`,
};

export const SOUND: readonly string[] = [RSS, ATOM, RDF, JSON_FEED, CDF, ...Object.values(OLD)];

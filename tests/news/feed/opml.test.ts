/** Lists of feeds come in from any reader, and go out so that any reader takes them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOpml, writeOpml } from '../../../src/news/feed/opml.ts';

const read = (text: string) => readOpml(new TextEncoder().encode(text));

test('folders of any depth, spellings of the attribute, titles', () => {
  const { feeds, problems } =
    read(`<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body>
<outline text="Folder"><outline text="Deeper"><outline type="rss" text="A &amp; B" xmlUrl="https://a.example/f?x=1&amp;y=2"/></outline>
<outline title="C" text="c" XMLURL='http://c.example/rss'></outline></outline>
<outline xmlurl="feed://d.example/rss"/><outline text="again" xmlUrl="http://c.example/rss"/>
<outline text="Bad" xmlUrl="file:///etc/passwd"/></body></opml>`);
  expect(feeds).toEqual([
    { url: 'https://a.example/f?x=1&y=2', title: 'A & B' },
    { url: 'http://c.example/rss', title: 'C' },
    { url: 'https://d.example/rss', title: null },
  ]);
  expect(problems).toHaveLength(2);
  expect(problems.join('\n')).toContain('Bad');
});

test('a list that is cut off, without a root or with declarations has the feeds that came through', () => {
  const outline = '<outline text="A" xmlUrl="https://a.example/f"/>';
  for (const text of [
    `<opml><body>${outline}<outline text="B" xmlU`,
    outline,
    `<!DOCTYPE opml [<!ENTITY x "y">]><opml><body>${outline}`,
  ])
    expect(read(text).feeds).toEqual([{ url: 'https://a.example/f', title: 'A' }]);
});

test('what is no list is told', () => {
  for (const text of ['', 'words', '<rss/>']) {
    expect(read(text).feeds).toEqual([]);
    expect(read(text).problems).toHaveLength(1);
  }
});

test('many problems are counted rather than listed', () => {
  const outlines = Array.from({ length: 100 }, () => '<outline xmlUrl="ftp://a.example"/>').join('');
  expect(read(`<opml>${outlines}</opml>`).problems).toHaveLength(21);
});

test('what is written is read back', () => {
  const feed = fc.record({
    url: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
    title: fc.option(
      fc.string({ unit: fc.constantFrom('a', '<', '&', '"', "'", '中', ' ', '>', '😀', '\u0001') }),
    ),
  });
  fc.assert(
    fc.property(fc.uniqueArray(feed, { selector: ({ url }) => url, maxLength: 5 }), (feeds) => {
      const back = read(writeOpml(feeds));
      expect(back.feeds.map(({ url }) => url)).toEqual(feeds.map(({ url }) => url));
      expect(read(writeOpml(back.feeds)).feeds).toEqual(back.feeds);
    }),
    { numRuns: 20 },
  );
});

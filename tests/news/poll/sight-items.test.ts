import { describe, expect, test } from 'vitest';
import { sightItems } from '../../../src/news/poll/sight-items.ts';
import { item, START } from '../../support/poll-kit.ts';

const now = new Date(START);
const sight = (...items: Parameters<typeof sightItems>[0]) =>
  sightItems(items, 'https://www.news.example.org/', now);
const linkMarkOf = (url: string | null) => sight(item('a', { url }))[0]?.linkMark;

describe('the mark of a link', () => {
  test.each([
    'https://news.example.org/story/7/',
    'http://www.news.example.org/story/7',
    'https://NEWS.example.org/story/7?utm_source=rss&utm_medium=feed',
    'https://news.example.org/story/7#xtor=RSS-3208',
  ])('is the same for %s', (url) => {
    expect(linkMarkOf(url)).toBe(linkMarkOf('https://news.example.org/story/7'));
  });
  test.each([
    'https://news.example.org/story/8',
    'https://news.example.org/story/7?id=2',
    'https://news.example.org/story/7#entry-2',
    'https://other.example.org/story/7',
  ])('is another for %s', (url) => {
    expect(linkMarkOf(url)).not.toBe(linkMarkOf('https://news.example.org/story/7'));
  });
  test.each([null, 'https://news.example.org/', 'https://other.example.org', 'nonsense'])(
    'is none for %s',
    (url) => {
      expect(linkMarkOf(url)).toBeNull();
    },
  );
  test('is none for the page of the feed, and none where several items share it', () => {
    const page = 'https://news.example.org/live';
    expect(sightItems([item('a', { url: page })], `${page}/`, now)[0]?.linkMark).toBeNull();
    const shared = sight(item('a', { url: page }), item('b', { url: page }), item('c'));
    expect(shared.map(({ linkMark }) => linkMark !== null)).toEqual([false, false, true]);
  });
});

test('an item that stands twice in the feed is one', () => {
  const url = 'https://news.example.org/1';
  const twice = sight(
    item('a'),
    item('a', { title: 'x' }),
    item('b', { url, title: 'T' }),
    item('c', { url, title: 't!' }),
  );
  expect(twice.map((one) => one.item.key)).toEqual(['a', 'b']);
});

test('the mark of a title needs a date and a title that tells something', () => {
  const marks = sight(
    item('a', { title: 'Ministry names a group' }),
    item('b', { title: 'Ministry names others', publishedAt: null }),
    item('c', { title: 'Update' }),
    item('d', { title: 'Same words here' }),
    item('e', { title: 'Same  words, here!' }),
  ).map(({ titleMark }) => titleMark !== null);
  expect(marks).toEqual([true, false, false, false, false]);
});

test('what is dated in the future is seen as of now, and known again', () => {
  const future = item('a', { publishedAt: '2031-01-01T00:00:00.000Z' });
  const [first] = sight(future);
  expect(first).toMatchObject({ item: { publishedAt: START }, news: true });
  expect(sightItems([future], null, new Date(now.getTime() + 5_000))[0]?.titleMark).toBe(first?.titleMark);
});

test.each([
  ['2026-03-03T12:00:00.000Z', null, true],
  ['2026-03-03T11:59:59.000Z', null, false],
  ['2019-01-01T00:00:00.000Z', START, false],
  [null, '2019-01-01T00:00:00.000Z', false],
  [null, null, true],
])('published %s, updated %s: news is %s', (publishedAt, updatedAt, news) => {
  expect(sight(item('a', { publishedAt, updatedAt }))[0]?.news).toBe(news);
});

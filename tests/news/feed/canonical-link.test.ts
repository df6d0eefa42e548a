/** One article has one address, however it is written. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalLink, linkWithFragment, webLink } from '../../../src/news/feed/canonical-link.ts';

const BASE = 'https://n.example/feeds/all.xml';

test.each([
  [
    'https://n.example/a?utm_source=rss&id=7&UTM_medium=x&fbclid=1&gclid=2&at_medium=RSS&xtor=RSS-1',
    'https://n.example/a?id=7',
  ],
  ['https://n.example/a?b=2&a=1', 'https://n.example/a?b=2&a=1'],
  ['https://n.example/a?ref=7&source=x', 'https://n.example/a?ref=7&source=x'],
  ['HTTPS://N.Example:443/a#xtor=RSS-1', 'https://n.example/a'],
  ['https://n.example/a#comments', 'https://n.example/a'],
  ['https://n.example/#/news/7', 'https://n.example/#/news/7'],
  ['../b', 'https://n.example/b'],
  ['//cdn.example/c', 'https://cdn.example/c'],
  ['  /d\n', 'https://n.example/d'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['mailto:a@n.example', null],
  ['ftp://n.example/', null],
  ['https://user:secret@n.example/', null],
  ['http://', null],
  ['', null],
  [`https://n.example/${'x'.repeat(3_000)}`, null],
])('%s', (address, expected) => {
  expect(canonicalLink(address, BASE)).toBe(expected);
});

test('a fragment is kept where items differ by it, unless it counts readers', () => {
  expect(linkWithFragment('https://n.example/live#post-3')).toBe('https://n.example/live#post-3');
  expect(linkWithFragment('https://n.example/live#xtor=RSS-3')).toBe('https://n.example/live');
});

test('the address of a feed keeps all that tells the server which feed is meant', () => {
  expect(webLink('/f?utm_source=x', BASE)).toBe('https://n.example/f?utm_source=x');
  expect(webLink('feed://n.example/f')).toBe('https://n.example/f');
  expect(webLink('feed:http://n.example/f')).toBe('http://n.example/f');
});

test('the canonical address of a canonical address is itself', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const once = canonicalLink(url);
      if (once !== null) expect(canonicalLink(once)).toBe(once);
    }),
    { numRuns: 30 },
  );
});

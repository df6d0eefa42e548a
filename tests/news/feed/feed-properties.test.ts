/** What holds for every feed, however mangled. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFeed } from '../../../src/news/feed/read-feed.ts';
import { FEED_URL, SOUND } from '../../support/sample-feeds.ts';

describe('whatever is done to a feed', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<item>',
    '</item>',
    '<entry>',
    '</rss>',
    '<script>',
    '&lt;script&gt;',
    'javascript:',
    '\u202e',
    '\u0000',
    '&#x202e;',
    '<title>',
    '</title>',
    '<link>',
    '<!DOCTYPE x [',
    '<b',
    '\ud800',
    'xml:base="javascript:x"',
  );
  const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat(30), piece });
  const mangled = fc
    .tuple(fc.constantFrom(...SOUND), fc.array(edit, { maxLength: 8 }))
    .map(([source, edits]) =>
      edits.reduce((text, { at, drop, piece }) => {
        const start = Math.floor(at * text.length);
        return text.slice(0, start) + piece + text.slice(start + drop);
      }, source),
    );

  test('it is read or refused; no markup survives, addresses are of the web, and reading again gives the same', () => {
    fc.assert(
      fc.property(mangled, (source) => {
        const input = {
          bytes: new TextEncoder().encode(source),
          url: FEED_URL,
          contentType: '',
          charset: null,
        };
        const result = readFeed(input);
        expect(readFeed(input)).toEqual(result);
        if (!result.ok) return;
        const { feed } = result;
        for (const { key, title, teaser, text, url, publisher, publishedAt, lang } of feed.items) {
          expect(key.length).toBeGreaterThan(0);
          expect(key.length).toBeLessThanOrEqual(500);
          expect(title).not.toMatch(/\n/);
          for (const words of [title, teaser, text ?? '', publisher ?? '']) {
            expect(words).not.toMatch(/<[a-z/!?]/i);
            expect(words).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u200e\u200f]|\p{Cs}/u);
          }
          if (url !== null) expect(url).toMatch(/^https?:\/\//);
          if (publishedAt !== null) expect(new Date(publishedAt).toISOString()).toBe(publishedAt);
          if (lang !== null) expect(lang).toMatch(/^[a-z]{2}$/);
        }
        expect(new Set(feed.items.map(({ key }) => key)).size).toBe(feed.items.length);
        for (const url of [feed.siteUrl, feed.selfUrl]) if (url !== null) expect(url).toMatch(/^https?:\/\//);
      }),
      { numRuns: 300 },
    );
  });

  test('bytes of any kind are read or refused', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.option(fc.constantFrom('utf-16', 'big5', 'x-nonsense')),
        (bytes, charset) => {
          const result = readFeed({ bytes, url: FEED_URL, contentType: '', charset });
          expect(typeof result.ok).toBe('boolean');
        },
      ),
    );
  });
});

/** What holds for every feed: bytes of any kind; what holds for one that was damaged, tests/support/fuzz says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFeed } from '../../../src/news/feed/read-feed.ts';
import { FEED_URL } from '../../support/sample-feeds.ts';

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

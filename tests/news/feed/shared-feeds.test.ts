/**
 * Feeds of the field: none crashes the reader, and their items are counted right. Needs FEEDS_DIR, or
 * ../shared/data/feeds with its manifest.json, files/ and xxe/; shapes of our own are checked
 * beside this.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readFeed } from '../../../src/news/feed/read-feed.ts';
import { FEED_URL } from '../../support/sample-feeds.ts';

const folder = resolve(process.env.FEEDS_DIR ?? join(import.meta.dirname, '../../../../shared/data/feeds'));
const absent = !existsSync(join(folder, 'manifest.json'));
const read = (path: string) =>
  readFeed({ bytes: readFileSync(join(folder, path)), url: FEED_URL, contentType: '', charset: null });

test.skipIf(absent)('each is read or refused, without markup, and has the items that are stated', () => {
  const manifest = z
    .array(z.object({ file: z.string(), expected_items: z.number().nullable() }))
    .parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  for (const { file, expected_items } of manifest) {
    const result = read(join('files', file));
    const items = result.ok ? result.feed.items : [];
    if (expected_items !== null) expect(items, file).toHaveLength(expected_items);
    for (const { title, teaser, text } of items)
      expect(`${title}\n${teaser}\n${text ?? ''}`, file).not.toMatch(/<[a-z/!?]/i);
  }
});

test.skipIf(absent)('nothing that a document declares is expanded or fetched', () => {
  for (const file of readdirSync(join(folder, 'xxe'))) {
    const from = process.memoryUsage().heapUsed;
    expect(read(join('xxe', file)).ok, file).toBe(false);
    expect(process.memoryUsage().heapUsed - from).toBeLessThan(50_000_000);
  }
});

/** The file of subscriptions is taken up when it changes; a mistake in it is told once and changes nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createNewsFile } from '../src/app-news-file.ts';
import { loadLexicon } from '../src/lexicon/lexicon.ts';
import { createState } from '../src/state/state.ts';

test('is read when it has changed, and told as broken once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-news-file-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'news.yaml');
  const state = createState({ path: ':memory:', now: Date.now });
  onTestFinished(() => state.close());
  const { news: books } = state;
  const news = { file, fileNamed: false };
  const sync = createNewsFile({ news, lexicon: loadLexicon(), books, now: Date.now });
  const feeds = async () => (await books.feeds.list()).map(({ url }) => url);

  expect(await sync()).toBeNull();
  writeFileSync(file, 'feeds:\n  - url: https://one.example/rss\n');
  expect(await sync()).not.toBeNull();
  expect(await sync()).toBeNull();
  writeFileSync(file, 'feeds:\n  - url: [broken\n');
  await expect(sync()).rejects.toThrow('news.yaml');
  expect(await sync()).toBeNull();
  expect(await feeds()).toEqual(['https://one.example/rss']);
  writeFileSync(file, 'feeds:\n  - url: https://two.example/rss\n');
  expect(await sync()).not.toBeNull();
  expect(await feeds()).toEqual(['https://two.example/rss']);
});

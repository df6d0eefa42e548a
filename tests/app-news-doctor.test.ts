/** What `doctor` says of the news: each trouble with the command that ends it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkNews } from '../src/app-news-doctor.ts';
import { loadConfig } from '../src/config.ts';
import { dataFolderPaths } from '../src/index/data-folder.ts';
import { temporaryFolder } from './index/index-kit.ts';
import { pollAt, postOf, seededFeed, subscriptionWith } from './state/news-kit.ts';
import { openTestState } from './state/state-kit.ts';

const configIn = (folder: string, env: Record<string, string> = {}) =>
  loadConfig({ CASEBOOK_DATA_DIR: folder, CORPUS_DIRS: '', ...env }, folder);

it('is content where there is nothing yet, and says that the news are off', async () => {
  const folder = temporaryFolder();
  expect(await checkNews(configIn(folder))).toMatchObject([{ status: 'ok' }]);
  expect(await checkNews(configIn(folder, { NEWS: 'off' }))).toMatchObject([{ message: 'off (NEWS)' }]);
});

it('names disabled feeds, paused subscriptions and posts that were given up, each with a command', async () => {
  const folder = temporaryFolder();
  const state = await openTestState(dataFolderPaths(folder).state);
  const feed = await seededFeed(state, 'https://journal.example/rss?key=secret');
  state.time += 30 * 60_000;
  await state.news.feeds.claimDue('one', 9, 60_000);
  const gone = { ok: false, trouble: 'gone for good', troubleCode: 'gone', disable: true } as const;
  await state.news.feeds.finishPoll('one', feed.id, pollAt(state.time, gone), []);
  const { subscriptions, deliveries } = state.news;
  await subscriptions.add(
    subscriptionWith('rests', { pausedAt: '2026-01-31T08:00:00.000Z', pausedReason: 'no channel' }),
  );
  await subscriptions.add(subscriptionWith('works'));
  await deliveries.ask(postOf('works', 'digest:1'));
  const delivery = await deliveries.claim(['slack'], 'one', 60_000);
  if (delivery === null) throw new Error('nothing to claim');
  await deliveries.giveUp('one', delivery, 'not_in_channel');
  await state.close();
  const findings = await checkNews(configIn(folder));
  expect(findings.map(({ fix }) => fix)).toEqual([
    `npm run news -- enable ${feed.id}, or remove ${feed.id}`,
    'put that right, then npm run news -- enable rests; or remove rests',
    'npm run news -- retry works',
  ]);
  const told = findings.map(({ message }) => message).join('\n');
  expect(told).toMatch(/gone for good[\s\S]*no channel[\s\S]*not_in_channel/);
  expect(told).not.toContain('secret');
});

it('tells the line of each mistake in the file of subscriptions', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'news.yaml'), 'feeds:\n  - url: nowhere\n');
  expect(await checkNews(configIn(folder))).toMatchObject([
    { status: 'fail', message: expect.stringMatching(/news\.yaml:2: /) },
    { status: 'ok' },
  ]);
});

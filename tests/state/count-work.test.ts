/** What waits and what went wrong is counted as metrics show it. */
import { expect, it } from 'vitest';
import type { Delivery } from '../../src/news/delivery-book.ts';
import { MINUTE, poll, postOf, seededFeed, sighted, subscriptionWith } from './news-kit.ts';
import { openTestState } from './state-kit.ts';

it('counts nothing in a new state, and answers', async () => {
  const state = await openTestState();
  await state.ping();
  expect(await state.countWork()).toEqual({
    messages: 0,
    posts: 0,
    oldestPostDueAt: null,
    deadPosts: 0,
    items: 0,
    feeds: 0,
    failingFeeds: 0,
    disabledFeeds: 0,
    notices: 0,
  });
});

it('counts posts, items and feeds by what became of them', async () => {
  const state = await openTestState();
  const { deliveries, subscriptions } = state.news;
  await subscriptions.add(subscriptionWith('live'));
  const feed = await seededFeed(state, 'https://journal.example/rss');
  await poll(state, feed.id, [sighted('a'), sighted('b')]);
  const broken = await seededFeed(state, 'https://kaputt.example/rss');
  await poll(state, broken.id, [], { ok: false, failures: 3, trouble: 'HTTP 500', troubleCode: 'server' });
  const dueAt = new Date(state.time).toISOString();
  for (const key of ['one', 'two', 'three']) await deliveries.ask(postOf('live', key, { dueAt }));
  const post = (await deliveries.claim(['slack'], 'me', MINUTE)) as Delivery;
  await deliveries.giveUp('me', post, 'refused');
  expect(await state.countWork()).toMatchObject({
    posts: 2,
    oldestPostDueAt: dueAt,
    deadPosts: 1,
    items: 2,
    feeds: 2,
    failingFeeds: 1,
    disabledFeeds: 0,
  });
});

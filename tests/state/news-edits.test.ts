/** Edits of posts: none is lost, also one that is asked for while the post is being made. */
import { expect, it } from 'vitest';
import type { Delivery } from '../../src/news/delivery-book.ts';
import type { KeptItem } from '../../src/news/story-book.ts';
import {
  JUDGEMENT,
  joined,
  MINUTE,
  PLACEMENT,
  poll,
  seededFeed,
  sighted,
  storyPost,
  subscriptionWith,
} from './news-kit.ts';
import { openTestState, type TestState } from './state-kit.ts';

/** A story whose post is asked for, and further items that may join it. */
async function withStory(): Promise<{
  state: TestState;
  join: () => Promise<void>;
  claim: () => Promise<Delivery | null>;
}> {
  const state = await openTestState();
  await state.news.subscriptions.add(subscriptionWith('live'));
  const feed = await seededFeed(state, 'https://journal.example/rss');
  await poll(
    state,
    feed.id,
    ['d', 'c', 'b', 'a'].map((key) => sighted(key)),
  );
  const items = await state.news.stories.nextItems(9);
  const join = async () => {
    const item = items.shift() as KeptItem;
    const before = await state.news.stories.find('s');
    const dueAt = new Date(state.time).toISOString();
    await state.news.stories.record({
      item,
      judgement: JUDGEMENT,
      placement: PLACEMENT,
      story: joined('s', item, before),
      posts: [storyPost('live', 's', dueAt)],
      edits: before === null ? [] : [{ subscriptionId: 'live', dueAt }],
    });
  };
  await join();
  return { state, join, claim: () => state.news.deliveries.claim(['slack'], 'one', MINUTE) };
}

it('a post that is still to be made needs none', async () => {
  const { state, join, claim } = await withStory();
  await join();
  await state.news.deliveries.posted('one', (await claim()) as Delivery, 'p1');
  expect(await claim()).toBeNull();
});

it('one that is asked for while the post is made is made after it', async () => {
  const { state, join, claim } = await withStory();
  const post = (await claim()) as Delivery;
  await join();
  await state.news.deliveries.posted('one', post, 'p1');
  const edit = (await claim()) as Delivery;
  expect(edit).toMatchObject({ ref: 'p1', attempt: 1, firstTriedAt: null, storyRef: null });
  await join();
  await state.news.deliveries.posted('one', edit, 'p1');
  await state.news.deliveries.posted('one', (await claim()) as Delivery, 'p1');
  expect(await claim()).toBeNull();
  expect(await state.news.deliveries.postedSince('live', new Date(0))).toHaveLength(1);
});

it('one that was given up or dropped is made with the next', async () => {
  const { state, join, claim } = await withStory();
  const { deliveries } = state.news;
  await deliveries.posted('one', (await claim()) as Delivery, 'p1');
  await join();
  await deliveries.giveUp('one', (await claim()) as Delivery, 'HTTP 500');
  expect(await deliveries.deadLetters(9)).toHaveLength(1);
  await join();
  expect(await deliveries.deadLetters(9)).toEqual([]);
  await deliveries.dropped('one', (await claim()) as Delivery, 'nothing changed');
  expect(await claim()).toBeNull();
  await join();
  expect(await claim()).toMatchObject({ ref: 'p1', attempt: 1 });
});

it('an edit that waits is not put off by the next', async () => {
  const { state, join, claim } = await withStory();
  await state.news.deliveries.posted('one', (await claim()) as Delivery, 'p1');
  await join();
  const due = new Date(state.time).toISOString();
  state.time += MINUTE;
  await join();
  expect(await state.news.deliveries.nextDue(['slack'])).toBe(due);
});

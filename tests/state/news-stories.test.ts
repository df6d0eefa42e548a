/** Stories: a verdict is stored once, with all that follows from it. */
import { expect, it, vi } from 'vitest';
import type { ItemRecord, KeptItem } from '../../src/news/story-book.ts';
import { purgeNews } from '../../src/state/purge-news.ts';
import {
  itemWith,
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
import { DAY, newStatePath, openBeside, openTestState, PLACE, type TestState } from './state-kit.ts';

const NOTHING = { judgement: JUDGEMENT, placement: null, story: null, posts: [], edits: [] };

async function withItems(
  keys: readonly string[],
  scope = 'global',
  path = newStatePath(),
): Promise<{ state: TestState; items: KeptItem[] }> {
  const state = await openTestState(path);
  const feed = await seededFeed(state, 'https://journal.example/rss', scope);
  for (const key of keys)
    await poll(state, feed.id, [sighted(key, { item: itemWith(key, { text: 'Le texte.' }) })]);
  return { state, items: await state.news.stories.nextItems(99) };
}

it('a verdict is stored once, and an irrelevant item loses its text', async () => {
  const { state, items } = await withItems(['a', 'b']);
  const [a, b] = items as [KeptItem, KeptItem];
  const { stories } = state.news;
  expect(await stories.record({ ...NOTHING, item: a })).toBe(true);
  expect(await stories.record({ ...NOTHING, item: a, placement: PLACEMENT, story: joined('s1', a) })).toBe(
    false,
  );
  expect(await stories.find('s1')).toBeNull();
  expect(await stories.nextItems(9)).toEqual([b]);
  expect(await stories.findItem(a.url ?? '', 'T1')).toEqual({
    ...a,
    text: null,
    state: 'irrelevant',
    judgement: JUDGEMENT,
    placement: null,
    storyId: null,
    sourceId: null,
    sourceNote: null,
  });
});

it('a story grows report by report, and is found while it is recent', async () => {
  const { state, items } = await withItems(['a', 'b', 'c']);
  const [a, b, c] = items as [KeptItem, KeptItem, KeptItem];
  const { stories } = state.news;
  const first = joined('s1', a);
  await stories.record({ ...NOTHING, item: a, placement: PLACEMENT, story: first });
  const second = { ...joined('s1', b, first), caseId: 'lac-gris' };
  await stories.record({ ...NOTHING, item: b, placement: PLACEMENT, story: second });
  await stories.record({ ...NOTHING, item: c, placement: PLACEMENT, story: joined('s2', c) });
  expect(await stories.find('s1')).toEqual(second);
  expect((await stories.recentStories(new Date(0))).map(({ id }) => id)).toEqual(['s2', 's1']);
  expect(await stories.recentStories(new Date(Date.parse(c.seenAt)))).toEqual([joined('s2', c)]);
});

it('the posts of a story are asked for once, where the subscription is still there', async () => {
  const { state, items } = await withItems(['a', 'b']);
  const [a, b] = items as [KeptItem, KeptItem];
  const { stories, deliveries, subscriptions } = state.news;
  await subscriptions.add(subscriptionWith('live'));
  const first = joined('s1', a);
  const posts = [storyPost('live', 's1', a.seenAt), storyPost('removed', 's1', a.seenAt)];
  await stories.record({ ...NOTHING, item: a, placement: PLACEMENT, story: first, posts });
  const post = await deliveries.claim(['slack'], 'one', MINUTE);
  expect(post).toMatchObject({ key: 'story:s1', ref: null, attempt: 1 });
  expect(await deliveries.posted('one', post as never, 'p1')).toBe(true);
  // The same post again does nothing; the edit changes the one that stands.
  const edits = [{ subscriptionId: 'live', dueAt: b.seenAt }];
  await stories.record({
    ...NOTHING,
    item: b,
    placement: PLACEMENT,
    story: joined('s1', b, first),
    posts,
    edits,
  });
  expect(await deliveries.claim(['slack'], 'one', MINUTE)).toMatchObject({
    key: 'story:s1',
    ref: 'p1',
    attempt: 1,
    revision: 2,
  });
  expect(await deliveries.claim(['slack'], 'one', MINUTE)).toBeNull();
});

it('an item is found by those who may see its feed', async () => {
  const { state } = await withItems(['a'], 'T1');
  const { stories } = state.news;
  const url = itemWith('a').url ?? '';
  expect(await stories.findItem(url, 'T1')).toMatchObject({ key: 'a', state: 'new' });
  expect(await stories.findItem(url, 'T2')).toBeNull();
  expect(await stories.findItem('https://journal.example/b', 'T1')).toBeNull();
});

it('items of stories are offered to the corpus until it took or refused them', async () => {
  const { state, items } = await withItems(['a', 'b', 'c']);
  const { stories } = state.news;
  for (const item of items.slice(0, 2))
    await stories.record({ ...NOTHING, item, placement: PLACEMENT, story: joined(`s${item.key}`, item) });
  const offered = await stories.nextForCorpus(9);
  expect(offered.map(({ key, storyId }) => [key, storyId])).toEqual([
    ['a', 'sa'],
    ['b', 'sb'],
  ]);
  const [a, b] = offered as [ItemRecord, ItemRecord];
  await stories.setSource(a, 'news/a', null);
  await stories.setSource(b, null, 'the feed has brought enough today');
  expect(await stories.nextForCorpus(9)).toEqual([]);
  expect(await stories.sourcesOf(a.feedId, new Date(state.time))).toBe(1);
  expect(await stories.sourcesOf(a.feedId, new Date(state.time + 1))).toBe(0);
  expect(await stories.findItem(b.url ?? '', 'T1')).toMatchObject({
    sourceId: null,
    sourceNote: expect.stringContaining('enough'),
  });
});

it('a post stays known as long as its story is told', async () => {
  const path = newStatePath();
  const { state, items } = await withItems(['a', 'b'], 'global', path);
  const [a, b] = items as [KeptItem, KeptItem];
  const { stories, subscriptions, deliveries } = state.news;
  await subscriptions.add(subscriptionWith('live'));
  const first = joined('s1', a);
  const posts = [storyPost('live', 's1', a.seenAt)];
  await stories.record({ ...NOTHING, item: a, placement: PLACEMENT, story: first, posts });
  const post = await deliveries.claim(['slack'], 'one', MINUTE);
  if (post !== null) await deliveries.posted('one', post, 'p1');
  state.time += 40 * DAY;
  const later = { ...b, seenAt: new Date(state.time).toISOString() };
  const story = joined('s1', later, first);
  await stories.record({ ...NOTHING, item: b, placement: PLACEMENT, story, posts });
  await purgeNews(await openBeside(path), new Date(state.time - DAY).toISOString(), () => false);
  expect(await deliveries.ofStory('s1', PLACE)).toMatchObject([{ state: 'posted' }]);
});

it('what is old goes, but not what still stands in its feed', async () => {
  const { state, items } = await withItems(['a', 'b']);
  const [a, b] = items as [KeptItem, KeptItem];
  const { stories, subscriptions, deliveries } = state.news;
  await subscriptions.add(subscriptionWith('live'));
  const posts = [storyPost('live', 's1', a.seenAt)];
  await stories.record({ ...NOTHING, item: a, placement: PLACEMENT, story: joined('s1', a), posts });
  await stories.record({ ...NOTHING, item: b, placement: PLACEMENT, story: joined('s2', b) });
  state.time += 44 * DAY;
  expect(await stories.findItem(a.url ?? '', 'T1')).not.toBeNull();
  state.time += 2 * DAY;
  await vi.waitFor(async () => expect(await stories.findItem(a.url ?? '', 'T1')).toBeNull());
  // b stood in the feed when it was read last.
  expect(await stories.findItem(b.url ?? '', 'T1')).not.toBeNull();
  expect(await poll(state, b.feedId, [sighted('b')])).toBe(0);
  await vi.waitFor(async () => expect(await stories.recentStories(new Date(0))).toEqual([]));
  await vi.waitFor(async () => expect(await deliveries.nextDue(['slack'])).toBeNull());
});

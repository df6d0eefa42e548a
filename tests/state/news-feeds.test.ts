/** Feeds: each is polled by one process at a time, and what is new is stored once, with the poll or not at all. */
import { describe, expect, it } from 'vitest';
import { itemWith, MINUTE, poll, pollAt, seededFeed, sighted } from './news-kit.ts';
import { openTestState } from './state-kit.ts';

const URL = 'https://journal.example/rss';
const NEW = { scope: 'global', url: URL, fullText: false };

describe('a feed', () => {
  it('is one for each scope and address, also the one it moved to', async () => {
    const state = await openTestState();
    const { feeds } = state.news;
    const feed = await feeds.add(NEW);
    expect(feed).toMatchObject({ scope: 'global', url: URL, givenUrl: URL, seeded: false, fromFile: false });
    expect((await feeds.add({ ...NEW, url: `${URL}?utm_source=x` })).id).toBe(feed.id);
    const other = await feeds.add({ ...NEW, scope: 'T1', fromFile: true, fullText: true });
    expect(other.id).not.toBe(feed.id);
    expect(other).toMatchObject({ fromFile: true, fullText: true });
    const moved = 'https://journal.example/new';
    await poll(state, feed.id, [], {
      url: moved,
      title: 'Le Journal\u0000',
      movedPolls: 3,
      intervalMinutes: 7.5,
    });
    expect((await feeds.add({ ...NEW, url: moved })).id).toBe(feed.id);
    expect((await feeds.add(NEW)).id).toBe(feed.id);
    expect(await feeds.find(feed.id)).toMatchObject({
      url: moved,
      givenUrl: URL,
      movedPolls: 3,
      intervalMinutes: 7.5,
    });
    expect(await feeds.list()).toHaveLength(2);
  });

  it('stays where it is when its scope has another feed there', async () => {
    const state = await openTestState();
    const first = await seededFeed(state, 'https://a.example/rss');
    const second = await seededFeed(state, 'https://b.example/rss');
    await poll(state, second.id, [], { url: 'https://a.example/rss' });
    expect((await state.news.feeds.find(second.id))?.url).toBe('https://b.example/rss');
    expect((await state.news.feeds.find(first.id))?.url).toBe('https://a.example/rss');
  });

  it('goes with its items', async () => {
    const state = await openTestState();
    const feed = await seededFeed(state, URL);
    await poll(state, feed.id, [sighted('one')]);
    await state.news.feeds.remove(feed.id);
    expect(await state.news.feeds.find(feed.id)).toBeNull();
    expect(await state.news.stories.nextItems(9)).toEqual([]);
  });
});

describe('polling', () => {
  it('gives a due feed to one owner, until it is done or the time is up', async () => {
    const state = await openTestState();
    const { feeds } = state.news;
    const feed = await feeds.add(NEW);
    expect(await feeds.nextDue()).toBe(new Date(state.time).toISOString());
    expect((await feeds.claimDue('a', 9, MINUTE)).map(({ id }) => id)).toEqual([feed.id]);
    expect(await feeds.claimDue('b', 9, MINUTE)).toEqual([]);
    expect(await feeds.nextDue()).toBe(new Date(state.time + MINUTE).toISOString());
    state.time += MINUTE;
    expect(await feeds.claimDue('b', 9, MINUTE)).toHaveLength(1);
    expect(await feeds.finishPoll('a', feed.id, pollAt(state.time), [sighted('late')])).toBeNull();
    expect(await feeds.finishPoll('b', feed.id, pollAt(state.time), [sighted('one')])).toBe(0);
    expect(await feeds.finishPoll('b', feed.id, pollAt(state.time), [sighted('two')])).toBeNull();
    expect(await feeds.claimDue('b', 9, MINUTE)).toEqual([]);
    expect(await feeds.nextDue()).toBe(new Date(state.time + 15 * MINUTE).toISOString());
    expect(await feeds.find(feed.id)).toMatchObject({
      seeded: true,
      lastOkAt: new Date(state.time).toISOString(),
    });
  });

  it('gives the longest due first, and gives back what a process that stops had', async () => {
    const state = await openTestState();
    const { feeds } = state.news;
    for (const name of ['a', 'b', 'c']) {
      await feeds.add({ ...NEW, url: `https://${name}.example/rss` });
      state.time += MINUTE;
    }
    const first = await feeds.claimDue('one', 2, MINUTE);
    expect(first.map(({ url }) => url)).toEqual(['https://a.example/rss', 'https://b.example/rss']);
    await feeds.release('one');
    expect(await feeds.claimDue('two', 9, MINUTE)).toHaveLength(3);
  });

  it('stops with a feed that was disabled, until somebody enables it', async () => {
    const state = await openTestState();
    const { feeds } = state.news;
    const feed = await feeds.add(NEW);
    const gone = { ok: false, failures: 9, trouble: 'HTTP 410', troubleCode: 'gone', disable: true } as const;
    await poll(state, feed.id, [], gone);
    expect(await feeds.find(feed.id)).toMatchObject({
      failures: 9,
      trouble: 'HTTP 410',
      troubleCode: 'gone',
      seeded: false,
    });
    state.time += 60 * MINUTE;
    expect(await feeds.claimDue('a', 9, MINUTE)).toEqual([]);
    expect(await feeds.nextDue()).toBeNull();
    await feeds.enable(feed.id);
    expect(await feeds.claimDue('a', 9, MINUTE)).toMatchObject([
      { id: feed.id, failures: 0, trouble: null, troubleCode: null },
    ]);
  });
});

describe('items', () => {
  it('of the first poll are known and no news', async () => {
    const state = await openTestState();
    const feed = await state.news.feeds.add(NEW);
    expect(await poll(state, feed.id, [sighted('old')])).toBe(0);
    expect(await poll(state, feed.id, [sighted('new'), sighted('old')])).toBe(1);
    expect((await state.news.stories.nextItems(9)).map(({ key }) => key)).toEqual(['new']);
    expect(
      await state.news.stories.findItem('http://www.journal.example/old/?utm_source=x', 'T1'),
    ).toMatchObject({ state: 'seed' });
  });

  it('are new when neither key nor marks are known, and are judged when they are news, oldest first', async () => {
    const state = await openTestState();
    const feed = await seededFeed(state, URL);
    expect(await poll(state, feed.id, [sighted('c'), sighted('b'), sighted('a')])).toBe(3);
    const renamed = [
      sighted('a2', { linkMark: 'link a' }),
      sighted('b2', { titleMark: 'title b' }),
      sighted('c', { linkMark: null, titleMark: null }),
      sighted('d', { linkMark: null, titleMark: null }),
      sighted('archive', { news: false }),
      sighted('e\u0000', { linkMark: null, titleMark: null }),
    ];
    expect(await poll(state, feed.id, renamed)).toBe(2);
    expect(await poll(state, feed.id, renamed)).toBe(0);
    const items = await state.news.stories.nextItems(9);
    expect(items.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'e\u0000', 'd']);
    expect(items[0]).toEqual({
      ...itemWith('a'),
      feedId: feed.id,
      scope: 'global',
      seenAt: expect.any(String),
      feedTitle: null,
      fullText: false,
    });
  });

  it('of a large feed are stored together', async () => {
    const state = await openTestState();
    const feed = await seededFeed(state, URL);
    const many = Array.from({ length: 450 }, (_, i) => sighted(`i${i}`));
    expect(await poll(state, feed.id, many)).toBe(450);
    expect(await poll(state, feed.id, [...many, sighted('more')])).toBe(1);
    expect((await state.news.stories.nextItems(1))[0]?.key).toBe('i449');
  });
});

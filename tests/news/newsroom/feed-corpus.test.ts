/** Reports of stories into the corpus: once, within bounds, and never over what somebody ingested or took out. */
import { expect, it } from 'vitest';
import type { FeedItem } from '../../../src/news/feed-item.ts';
import { type FeedCorpus, feedCorpus } from '../../../src/news/newsroom/feed-corpus.ts';
import { seededFeed } from '../../state/news-kit.ts';
import { DAY } from '../../state/state-kit.ts';
import { openNewsroom, signal } from './newsroom-kit.ts';

const FEW = { perDay: 3, share: 0.25 };

/** A corpus in memory; ids that begin with the word are held by it. */
function memoryCorpus(unreviewed: ReadonlyMap<string, number> = new Map()) {
  const stored = new Map<string, string>();
  const corpus: FeedCorpus = {
    async holderOf(id, feedId) {
      if (id.includes('removed')) return 'removed';
      if (id.includes('ingested')) return 'other';
      const owner = stored.get(id);
      return owner === undefined ? null : owner === feedId ? 'own' : 'other';
    },
    unreviewed: async () => unreviewed,
    async store(id, { feedId, title }) {
      if (title.includes('Empty')) return { type: 'refused', reason: 'no sentence is left' };
      stored.set(id, feedId);
      return { type: 'taken' };
    },
  };
  return { corpus, stored };
}

async function open(caps = FEW, unreviewed?: ReadonlyMap<string, number>) {
  const kit = await openNewsroom();
  const { corpus, stored } = memoryCorpus(unreviewed);
  const { state } = kit;
  const deps = {
    stories: state.news.stories,
    corpus,
    caps,
    now: () => state.time,
    log: { info: () => undefined, warn: () => undefined },
  };
  return {
    ...kit,
    stored,
    deps,
    async take(title: string, over: Partial<FeedItem> & { feedId?: string } = {}) {
      await kit.bring(title, over);
      await kit.round();
      await feedCorpus(deps, signal);
    },
    note: async (url: string) => (await state.news.stories.findItem(url, 'T1'))?.sourceNote,
  };
}

it('takes a report once, under its address, and notes which source it became', async () => {
  const { state, stored, take, deps } = await open();
  await take('Prague accuses #a', { url: 'https://journal.example/a' });
  expect([...stored.keys()]).toEqual(['https://journal.example/a']);
  expect(await state.news.stories.findItem('https://journal.example/a', 'T1')).toMatchObject({
    sourceId: 'https://journal.example/a',
    sourceNote: null,
  });
  expect(await feedCorpus(deps, signal)).toBe(0);
});

it('leaves out copies, what has no link, what somebody ingested or took out, and what holds nothing', async () => {
  const { stored, take, note } = await open({ perDay: 99, share: 1 });
  await take('Prague accuses #a', { url: 'https://journal.example/a' });
  const at = (name: string) => ({ url: `https://journal.example/${name}` });
  await take('A wire copy #a', at('copy'));
  await take('No link #b', { url: null });
  await take('Known #c', at('ingested'));
  await take('Known #d', at('removed'));
  await take('Empty #e', at('empty'));
  expect([...stored.keys()]).toEqual(['https://journal.example/a']);
  expect(
    await Promise.all(['copy', 'ingested', 'removed', 'empty'].map((name) => note(at(name).url))),
  ).toEqual(['copy', 'in-corpus', 'removed', 'unreadable']);
});

it('takes so many a day of each feed, and more on the next', async () => {
  const { state, stored, take, note } = await open();
  for (const name of ['a', 'b', 'c', 'd']) await take(`#${name}`, { url: `https://journal.example/${name}` });
  expect(stored.size).toBe(3);
  expect(await note('https://journal.example/d')).toBe('daily-cap');
  const other = await seededFeed(state, 'https://other.example/rss');
  await take('#e', { url: 'https://other.example/e', feedId: other.id });
  expect(stored.size).toBe(4);
  state.time += DAY;
  await take('#f', { url: 'https://journal.example/f' });
  expect(stored.has('https://journal.example/f')).toBe(true);
});

it('gives one feed no larger share of what nobody has reviewed, once there is enough of it', async () => {
  const unreviewed = new Map([['others', 30]]);
  const { feedId, stored, take, note } = await open({ perDay: 99, share: 0.25 }, unreviewed);
  unreviewed.set(feedId, 10);
  await take('#a', { url: 'https://journal.example/a' });
  expect(await note('https://journal.example/a')).toBe('share-cap');
  unreviewed.set('others', 60);
  await take('#b', { url: 'https://journal.example/b' });
  expect([...stored.keys()]).toEqual(['https://journal.example/b']);
});

it('killed after storing and before noting, notes the same source', async () => {
  const { state, stored, bring, round, deps } = await open();
  await bring('Prague accuses #a', { url: 'https://journal.example/a' });
  await round();
  const killed = { ...state.news.stories, setSource: async () => Promise.reject(new Error('killed')) };
  await expect(feedCorpus({ ...deps, stories: killed }, signal)).rejects.toThrow('killed');
  expect(await feedCorpus(deps, signal)).toBe(1);
  expect(stored.size).toBe(1);
});

it('lets no workspace keep an article from the others by its own feed', async () => {
  const { state, stored, take } = await open();
  const [own, another] = [
    await seededFeed(state, 'https://journal.example/rss', 'T1'),
    await seededFeed(state, 'https://journal.example/rss', 'T2'),
  ];
  const url = 'https://journal.example/a';
  await take('Prague accuses #a', { url, feedId: own.id });
  await take('Prague accuses #b', { url, feedId: another.id });
  await take('Prague accuses #c', { url });
  expect([...stored.keys()]).toEqual([`workspace:T1:${url}`, `workspace:T2:${url}`, url]);

  const known = 'https://journal.example/d';
  await take('Prague accuses #d', { url: known });
  await take('Prague accuses #e', { url: known, feedId: own.id });
  expect(stored.has(`workspace:T1:${known}`)).toBe(false);
  expect(stored.has(known)).toBe(true);
});

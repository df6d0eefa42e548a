/** The copy on which a round is tried: made while a server goes on with its work. */
import { expect, it } from 'vitest';
import { copyNews } from '../../src/state/copy-news.ts';
import { openStateAt, type StateDatabase } from '../../src/state/state-database.ts';
import { fillNews, JUDGEMENT, joined, PLACEMENT } from './news-kit.ts';
import { newStatePath, openBeside, openTestState } from './state-kit.ts';

it('is made also when a story is stored in its midst', async () => {
  const [path, copyPath] = [newStatePath(), newStatePath()];
  const state = await openTestState(path);
  await fillNews(state);
  const { stories } = state.news;
  const from = await openBeside(path);
  let reads = 0;
  const busy: StateDatabase = {
    ...from,
    async run(work) {
      const read = await from.run(work);
      reads += 1;
      // After feeds, items and stories, before the reports of stories.
      const [item] = reads === 3 ? await stories.nextItems(1) : [];
      if (item !== undefined)
        await stories.record({
          ...{ item, judgement: JUDGEMENT, placement: PLACEMENT, story: joined('late', item) },
          ...{ posts: [], edits: [] },
        });
      return read;
    },
  };
  const to = await openStateAt({ type: 'sqlite', path: copyPath });
  await copyNews(busy, to);
  await to.close();
  expect(await stories.find('late')).not.toBeNull();
  const copy = await openTestState(copyPath, state.time);
  expect((await copy.news.stories.recentStories(new Date(0))).map(({ id }) => id)).toEqual(['s1']);
  expect(await copy.news.stories.find('s1')).toEqual(await stories.find('s1'));
  expect(await copy.news.subscriptions.list()).toEqual(await state.news.subscriptions.list());
});

/** Sources that feeds brought: what nobody has looked at, and what people decide of it. */
import { expect, it } from 'vitest';
import { makeDocument } from '../../support/corpus-kit.ts';
import type { IndexPlaces } from './index-places.ts';

export function describeReviews(places: IndexPlaces): void {
  const ID = 'https://news.example/harbour';

  function fromFeed(id: string) {
    const document = makeDocument({ id, text: 'The harbour was attacked in spring.' });
    return { ...document, source: { ...document.source, reviewed: false } };
  }

  async function indexWithFeeds() {
    const index = await places.open(await places.newPlace());
    await index.put('news:one', 'ingested', [fromFeed(ID), fromFeed(`${ID}/2`)]);
    await index.put('news:two', 'ingested', [fromFeed(`${ID}/3`)]);
    await index.put('/root', 'configured', [makeDocument({ id: 'by-hand', text: 'The harbour slept.' })]);
    return index;
  }

  it('lists and counts what nobody has reviewed, by feed', async () => {
    const index = await indexWithFeeds();
    expect((await index.listUnreviewed()).map(({ root, source }) => [root, source.id])).toEqual([
      ['news:one', ID],
      ['news:one', `${ID}/2`],
      ['news:two', `${ID}/3`],
    ]);
    expect(await index.countUnreviewed()).toEqual(
      new Map([
        ['news:one', 2],
        ['news:two', 1],
      ]),
    );
  });

  it('an accepted source is reviewed wherever it is read, also when the feed brings it again', async () => {
    const index = await indexWithFeeds();
    expect(await index.review(ID, 'accepted')).toMatchObject({
      root: 'news:one',
      source: { reviewed: true },
    });
    await index.put('news:one', 'ingested', [fromFeed(ID)]);
    expect((await index.readSources([ID]))[0]?.source.reviewed).toBe(true);
    expect(
      (await index.search({ text: 'harbour', k: 9 })).find(({ source }) => source.id === ID)?.source,
    ).toMatchObject({ reviewed: true });
    expect((await index.countUnreviewed()).get('news:one')).toBe(1);
    expect(await index.reviewsOf([ID, 'by-hand'])).toEqual(new Map([[ID, 'accepted']]));
  });

  it('a removed source is gone with its passages, and remembered as removed', async () => {
    const index = await indexWithFeeds();
    expect(await index.review(ID, 'removed')).toMatchObject({ source: { id: ID } });
    expect(await index.readSources([ID])).toEqual([]);
    expect((await index.search({ text: 'harbour', k: 9 })).map(({ source }) => source.id)).not.toContain(ID);
    expect(await index.reviewsOf([ID])).toEqual(new Map([[ID, 'removed']]));
  });

  it('leaves alone what no feed brought', async () => {
    const index = await indexWithFeeds();
    expect(await index.review('by-hand', 'removed')).toBeNull();
    expect(await index.review('unknown', 'accepted')).toBeNull();
    expect(await index.readSources(['by-hand'])).toHaveLength(1);
    expect(await index.reviewsOf(['by-hand', 'unknown'])).toEqual(new Map());
  });
}

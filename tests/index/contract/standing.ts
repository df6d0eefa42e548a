/** What became of a publication: the document's word, and a person's over it. */
import { expect, it } from 'vitest';
import { makeDocument } from '../../support/corpus-kit.ts';
import type { IndexPlaces } from './index-places.ts';

export function describeStanding(places: IndexPlaces): void {
  const WITHDRAWN = { status: 'withdrawn', date: '2026-01-05', note: 'The figure was wrong.' } as const;
  const CORRECTED = { status: 'corrected', date: null, note: null } as const;

  async function indexWith(standing?: typeof CORRECTED) {
    const folder = await places.newPlace();
    const index = await places.open(folder);
    const plain = makeDocument({ id: 'one', text: 'The harbour was attacked in spring.' });
    const document = standing === undefined ? plain : { ...plain, source: { ...plain.source, standing } };
    await index.put('/root', 'configured', [document]);
    return { index, document };
  }

  it('is a person’s word before the document’s, found with every reading, until it is taken back', async () => {
    const { index } = await indexWith(CORRECTED);
    const standings = async () => [
      (await index.listSources())[0]?.standing,
      (await index.readSources(['one']))[0]?.source.standing,
      (await index.search({ text: 'harbour', k: 1 }))[0]?.source.standing,
    ];
    expect(await standings()).toEqual([CORRECTED, CORRECTED, CORRECTED]);
    expect((await index.setStanding('one', WITHDRAWN))?.standing).toEqual(WITHDRAWN);
    expect(await standings()).toEqual([WITHDRAWN, WITHDRAWN, WITHDRAWN]);
    expect((await index.setStanding('one', null))?.standing).toEqual(CORRECTED);
    expect(await standings()).toEqual([CORRECTED, CORRECTED, CORRECTED]);
  });

  it('outlasts that the document is read anew', async () => {
    const { index, document } = await indexWith();
    await index.setStanding('one', WITHDRAWN);
    await index.put('/root', 'configured', [document]);
    expect((await index.listSources())[0]?.standing).toEqual(WITHDRAWN);
    expect((await index.setStanding('one', null))?.standing).toBeUndefined();
  });

  it('is of sources that are there', async () => {
    const { index } = await indexWith();
    expect(await index.setStanding('unknown', WITHDRAWN)).toBeNull();
    await index.put('/root', 'configured', [makeDocument({ id: 'unknown', text: 'Later.' })]);
    expect((await index.listSources()).map(({ standing }) => standing)).toEqual([undefined, undefined]);
  });
}

/** The index on one thread: what is stored is found, replaced and removed, and nothing else is touched. */
import { describe, expect, it } from 'vitest';
import { HARBOUR_CASE, HARBOUR_DOCUMENTS, makeDocument } from '../../support/corpus-kit.ts';
import { plainLexicon, settle } from '../index-kit.ts';
import type { IndexPlaces } from './index-places.ts';

export function describeStoring(places: IndexPlaces): void {
  const found = (hits: readonly { source: { id: string } }[]): string[] =>
    hits.map(({ source }) => source.id);

  describe('storing', () => {
    it('gives back exactly what was put', async () => {
      const index = await places.open(await places.newPlace());
      await index.put('root', 'configured', HARBOUR_DOCUMENTS);
      const texts = await index.readSources(HARBOUR_DOCUMENTS.map(({ source }) => source.id));
      expect(texts).toEqual(HARBOUR_DOCUMENTS);
      expect(await index.size()).toEqual({ sources: 4, passages: 10 });
      expect(await index.listSources()).toHaveLength(4);
      expect(await index.check()).toEqual([]);
    });

    it('leaves out ids that do not exist and repeats none', async () => {
      const index = await places.open(await places.newPlace());
      await index.put('root', 'configured', HARBOUR_DOCUMENTS);
      const texts = await index.readSources(['nothing', 'orchard-en', 'orchard-en']);
      expect(texts.map(({ source }) => source.id)).toEqual(['orchard-en']);
    });

    it('replaces a document with its passages and leaves its neighbours alone', async () => {
      const index = await places.open(await places.newPlace());
      await index.put('root', 'ingested', HARBOUR_DOCUMENTS);
      const before = await index.readSources(['harbour-en', 'harbour-fr', 'harbour-zh']);
      await index.put('root', 'ingested', [
        makeDocument({ id: 'orchard-en', text: 'Beekeepers count their hives.' }),
      ]);
      expect(found(await index.search({ text: 'record harvest', k: 3 }))).not.toContain('orchard-en');
      expect(found(await index.search({ text: 'beekeepers', k: 3 }))[0]).toBe('orchard-en');
      expect(await index.readSources(['harbour-en', 'harbour-fr', 'harbour-zh'])).toEqual(before);
      expect(await index.check()).toEqual([]);
    });

    it('lists roots, owners and hashes, and removes only what the root owns', async () => {
      const index = await places.open(await places.newPlace());
      const [english, french, ...rest] = HARBOUR_DOCUMENTS;
      if (!english || !french) throw new Error('documents are missing');
      await index.put('a', 'configured', [english, french]);
      await index.put('b', 'ingested', rest);
      await index.putCases('a', [HARBOUR_CASE]);
      expect(await index.listRoots()).toEqual([
        { root: 'a', origin: 'configured', sources: 2, cases: 1 },
        { root: 'b', origin: 'ingested', sources: 2, cases: 0 },
      ]);
      expect(await index.listRoot('a')).toEqual(
        new Map([english, french].map(({ source }) => [source.id, source.contentHash])),
      );
      expect(await index.ownersOf(['harbour-en', 'orchard-en', 'nobody'])).toEqual(
        new Map([
          ['harbour-en', 'a'],
          ['orchard-en', 'b'],
        ]),
      );
      await index.remove('b', ['harbour-en', 'orchard-en']);
      expect((await index.listSources()).map(({ id }) => id)).toEqual([
        'harbour-en',
        'harbour-fr',
        'harbour-zh',
      ]);
      await index.removeRoot('a');
      expect((await index.listSources()).map(({ id }) => id)).toEqual(['harbour-zh']);
      expect(await index.listCases()).toEqual([]);
    });

    it('replaces the case records of a root and reads a case with its sources', async () => {
      const index = await places.open(await places.newPlace());
      await index.put('root', 'configured', HARBOUR_DOCUMENTS);
      await index.putCases('root', [{ ...HARBOUR_CASE, id: 'old' }]);
      await index.putCases('root', [HARBOUR_CASE]);
      expect(await index.listCases()).toEqual([HARBOUR_CASE]);
      const texts = await index.readCase(HARBOUR_CASE.id);
      expect(texts?.record).toEqual(HARBOUR_CASE);
      expect(texts?.sources.map(({ source }) => source.id)).toEqual(['harbour-en', 'harbour-fr']);
      expect(await index.readCase('old')).toBeNull();
    });

    it('stores all documents of a call or none', async () => {
      const index = await places.open(await places.newPlace());
      const [good] = HARBOUR_DOCUMENTS;
      if (!good) throw new Error('documents are missing');
      const twice = { ...good, passages: [...good.passages, ...good.passages] };
      await expect(
        index.put('root', 'ingested', [makeDocument({ id: 'first', text: 'One.' }), twice]),
      ).rejects.toThrow();
      expect(await index.size()).toEqual({ sources: 0, passages: 0 });
      await index.put('root', 'ingested', [good]);
      expect(await index.check()).toEqual([]);
    });

    it('counts what a scope may find, or all there is', async () => {
      const index = await places.open(await places.newPlace());
      const owned = makeDocument({ id: 'own', text: 'Beekeepers count their hives.', scope: 'workspace-1' });
      await index.put('root', 'ingested', [...HARBOUR_DOCUMENTS, owned]);
      expect(await index.size()).toEqual({ sources: 5, passages: 11 });
      expect(await index.size('workspace-1')).toEqual({ sources: 5, passages: 11 });
      expect(await index.size('workspace-2')).toEqual({ sources: 4, passages: 10 });
      expect(await index.size('global')).toEqual({ sources: 4, passages: 10 });
    });

    it('does not speak of a copy in a source that is gone', async () => {
      const index = await places.open(await places.newPlace());
      const copy = { start: 0, end: 4, sourceId: 'other', otherStart: 0 };
      await index.put('root', 'ingested', [
        makeDocument({ id: 'one', text: 'Same words here.', alsoIn: [copy] }),
        makeDocument({ id: 'other', text: 'Same thing.', scope: 'workspace-1' }),
      ]);
      const search = async (scope?: string) => {
        const hits = await index.search({
          text: 'same words',
          k: 5,
          ...(scope === undefined ? {} : { scope }),
        });
        return hits.find(({ source }) => source.id === 'one')?.passage.alsoIn;
      };
      expect(await search('workspace-1')).toEqual([copy]);
      expect(await search()).toEqual([]);
      await index.remove('root', ['other']);
      expect(await search('workspace-1')).toEqual([]);
    });
  });

  describe('following other writers', () => {
    it('finds what another connection has stored, replaced and removed', async () => {
      const folder = await places.newPlace();
      const reader = await places.open(folder);
      const writer = await places.open(folder);
      expect(await reader.search({ text: 'harbour cranes', k: 5 })).toEqual([]);
      await writer.put('root', 'ingested', HARBOUR_DOCUMENTS);
      await settle(writer);
      const query = { text: 'harbour cranes', k: 5 };
      expect(await reader.search(query)).toEqual(await writer.search(query));
      if (places.hasVectors) expect((await reader.stats()).vectors).toBe(10);
      await writer.remove('root', ['harbour-en']);
      expect(found(await reader.search(query))).not.toContain('harbour-en');
      if (places.hasVectors) expect((await reader.stats()).vectors).toBe(7);
    });
  });

  describe('another version of the analyzer', () => {
    it('derives everything anew at opening, and tells of the progress', async () => {
      const folder = await places.newPlace();
      const first = await places.open(folder);
      await first.put('root', 'ingested', HARBOUR_DOCUMENTS);
      await settle(first);
      const before = await first.search({ text: 'harbour cranes', k: 5 });
      const steps: number[] = [];
      const second = await places.open(folder, {
        lexicon: plainLexicon('newer'),
        onProgress: ({ done, total }) => steps.push(done / total),
      });
      expect(steps.at(-1)).toBe(1);
      await settle(second);
      expect(await second.search({ text: 'harbour cranes', k: 5 })).toEqual(before);
      expect(await second.check()).toEqual([]);
      // The older program must not mix its terms into the newer index.
      await expect(first.put('root', 'ingested', HARBOUR_DOCUMENTS)).rejects.toThrow(/restart/);
      // Nor undo what the newer one derived, when its thread that writes comes back.
      const back = await places.open(folder, { refresh: false });
      await expect(back.put('root', 'ingested', HARBOUR_DOCUMENTS)).rejects.toThrow(/restart/);
      await settle(back);
      await second.put('root', 'ingested', HARBOUR_DOCUMENTS);
      expect(await second.check()).toEqual([]);
    });
  });
}

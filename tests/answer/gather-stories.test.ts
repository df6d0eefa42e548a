/** From hits to stories: what is read together, what is read once, and what is read anew. */
import { describe, expect, test } from 'vitest';
import { StoryReader } from '../../src/answer/gather-stories.ts';
import type { CaseRecord } from '../../src/core/case-record.ts';
import type { Hit, SourceReader, SourceText } from '../../src/core/retrieval.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { HARBOUR_CASE, HARBOUR_DOCUMENTS, makeDocument } from '../support/corpus-kit.ts';

const lexicon = loadLexicon();

/** A reader over documents in memory, which can be exchanged. */
function readerOf(documents: SourceText[]): SourceReader & { documents: SourceText[] } {
  const reader = {
    documents,
    readSources: async (ids: readonly string[]) =>
      ids.flatMap((id) => reader.documents.filter(({ source }) => source.id === id)),
    readCase: async (id: string) =>
      id === HARBOUR_CASE.id
        ? {
            record: HARBOUR_CASE,
            sources: reader.documents.filter(({ source }) => source.caseIds.includes(id)),
          }
        : null,
    readRepublications: async () => new Map(),
    size: async () => ({ sources: reader.documents.length, passages: 0 }),
  };
  return reader;
}

function hit(document: SourceText): Hit {
  const [passage] = document.passages;
  if (passage === undefined) throw new Error('no passage');
  return { passage, source: document.source, score: 1 };
}
const byId = (id: string): SourceText => {
  const found = HARBOUR_DOCUMENTS.find(({ source }) => source.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('StoryReader', () => {
  test('reads an article alone and a case with all its sources, in the order of the hits', async () => {
    const reader = new StoryReader(readerOf([...HARBOUR_DOCUMENTS]), lexicon);
    const { stories, texts, cases } = await reader.gather([
      hit(byId('orchard-en')),
      hit(byId('harbour-fr')),
      hit(byId('harbour-en')),
    ]);
    expect(stories.map(({ rank, texts: read }) => [rank, read.map(({ source }) => source.id)])).toEqual([
      [0, ['orchard-en']],
      [1, ['harbour-en', 'harbour-fr']],
    ]);
    expect([...texts.keys()].sort()).toEqual(['harbour-en', 'harbour-fr', 'orchard-en']);
    expect(cases).toEqual([HARBOUR_CASE]);
  });

  test('knows what a case is about, and who is accused in it, under every name', async () => {
    const record: CaseRecord = {
      ...HARBOUR_CASE,
      victims: ['Norwegian pilots'],
      claims: [
        {
          kind: 'accusation',
          speaker: 'Latvia',
          speakerCountry: 'LV',
          speakerType: 'government',
          against: { actor: 'Fancy Bear', aliases: ['Ghostfleet'], state: 'AD' },
          basis: [],
          confidenceAsStated: null,
          eventDate: null,
          sourceId: 'harbour-en',
          wording: null,
        },
      ],
    };
    const reader = readerOf([...HARBOUR_DOCUMENTS]);
    const known = { ...reader, readCase: async () => ({ record, sources: HARBOUR_DOCUMENTS }) };
    const { stories } = await new StoryReader(known, lexicon).gather([hit(byId('harbour-en'))]);
    const [story] = stories;
    for (const id of ['country:no', 'actor:apt28']) expect(story?.topic?.general).toContain(id);
    expect(story?.topic?.folded).toContain('velmar');
    for (const id of ['country:ad', 'actor:apt28']) expect(story?.accused?.general).toContain(id);
    expect(story?.accused?.folded).toContain('ghostfleet');
    expect(story?.accused?.general).not.toContain('country:lv');
  });

  test('gives nothing for no hits, and for a source or case that is gone meanwhile', async () => {
    const reader = new StoryReader(readerOf([]), lexicon);
    expect(await reader.gather([])).toMatchObject({ stories: [], cases: [] });
    const { stories, texts } = await reader.gather([hit(byId('orchard-en')), hit(byId('harbour-en'))]);
    expect(stories.flatMap((story) => story.texts)).toEqual([]);
    expect(texts.size).toBe(0);
  });

  test('reads an unchanged text once, and a changed one anew', async () => {
    const before = byId('orchard-en');
    const store = readerOf([before]);
    const reader = new StoryReader(store, lexicon);
    const [first] = (await reader.gather([hit(before)])).stories;
    const [again] = (await reader.gather([hit(before)])).stories;
    expect(again?.texts[0]).toBe(first?.texts[0]);

    const changed = makeDocument({ id: 'orchard-en', text: 'The orchards burned down.' });
    store.documents = [changed];
    const gathered = await reader.gather([hit(changed)]);
    expect(gathered.stories[0]?.texts[0]?.sentences.map(({ text }) => text)).toEqual([
      'The orchards burned down.',
    ]);
    expect(gathered.texts.get('orchard-en')?.text).toBe('The orchards burned down.');
  });

  test('keeps two sources of one content hash apart', async () => {
    const twin = (id: string, text: string): SourceText => {
      const document = makeDocument({ id, text });
      return { ...document, source: { ...document.source, contentHash: 'one file' } };
    };
    const documents = [twin('a', 'Apples fell.'), twin('b', 'Boats sank.')];
    const reader = new StoryReader(readerOf(documents), lexicon);
    const { stories } = await reader.gather(documents.map(hit));
    expect(stories.map(({ texts }) => texts[0]?.sentences[0]?.text)).toEqual(['Apples fell.', 'Boats sank.']);
  });

  test('reads the nearest stories alone when there are many', async () => {
    const documents = Array.from({ length: 40 }, (_, i) =>
      makeDocument({ id: `d${i}`, text: `Boat ${i} sank.` }),
    );
    const { stories } = await new StoryReader(readerOf(documents), lexicon).gather(documents.map(hit));
    expect(stories.length).toBeGreaterThan(2);
    expect(stories.length).toBeLessThan(40);
    expect(stories.map(({ texts }) => texts[0]?.source.id)).toEqual(stories.map((_, i) => `d${i}`));
  });
});

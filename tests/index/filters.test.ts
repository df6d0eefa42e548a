/** Narrowing a search: only what fits is ranked, in both legs, however rare it is. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { RetrievalFilter } from '../../src/core/retrieval.ts';
import type { Source } from '../../src/core/source.ts';
import type { Concept, ConceptKind } from '../../src/lexicon/concept.ts';
import { createLexicon, type Lexicon } from '../../src/lexicon/lexicon.ts';
import { makeDocument } from '../support/corpus-kit.ts';
import { openTestIndex, temporaryFolder } from './index-kit.ts';

const concept = (id: string, kind: ConceptKind, label: string): Concept => ({
  id,
  kind,
  broader: [],
  labels: { fr: [label], en: [label], zh: [] },
});

let lexicon: Lexicon;
beforeAll(() => {
  lexicon = createLexicon(
    [concept('actor:grey-heron', 'actor', 'Grey Heron'), concept('country:cz', 'country', 'Czechia')],
    'filters',
  );
});

/** Sixty articles on the harbour that fit nothing, and four that fit something. */
async function corpus() {
  const index = await openTestIndex(temporaryFolder(), { lexicon });
  const text = 'The harbour reported an intrusion. Cranes stood still for hours.';
  const article = (
    id: string,
    { words = text, lang = 'en', ...source }: Partial<Source> & { words?: string },
  ) => {
    const made = makeDocument({ id, lang, text: words });
    const about = { publisher: 'Harbour Gazette', publishedAt: '2020-03-04', ...source };
    return { ...made, source: { ...made.source, ...about } };
  };
  await index.put('root', 'ingested', [
    ...Array.from({ length: 60 }, (_, i) => article(`plain-${i}`, { words: `${text} Note ${i}.` })),
    article('french', {
      lang: 'fr',
      words: 'Le port a signalé une intrusion. Les grues sont restées arrêtées.',
    }),
    article('dated', { publishedAt: '2024-05', publisher: 'Revue Générale' }),
    article('undated', { publishedAt: null }),
    article('cased', { caseIds: ['2024-harbour'], publishedAt: '2023' }),
    article('naming', { words: `${text} Grey Heron was named. Officials in Czechia agreed.` }),
  ]);
  await index.putReadings(
    new Map([
      [
        'plain-7',
        { claims: [], links: [{ caseId: '2024-harbour', status: 'linked', score: 1, reason: 'its words' }] },
      ],
    ]),
  );
  return async (filter: RetrievalFilter) => {
    const hits = await index.search({ text: 'intrusion in the harbour', k: 100, lang: 'en', filter });
    return [...new Set(hits.map(({ source }) => source.id))].sort();
  };
}

describe('a filter', () => {
  it('lets through only what fits', async () => {
    const search = await corpus();
    expect(await search({ langs: ['fr'] })).toEqual(['french']);
    expect(await search({ publishers: ['revue generale'] })).toEqual(['dated']);
    expect(await search({ caseIds: ['2024-harbour'] })).toEqual(['cased', 'plain-7']);
    expect(await search({ actors: ['actor:grey-heron'] })).toEqual(['naming']);
    expect(await search({ countries: ['CZ'] })).toEqual(['naming']);
    expect(await search({ countries: ['FR'] })).toEqual([]);
    expect(await search({ langs: ['fr'], publishers: ['Revue Générale'] })).toEqual([]);
    expect((await search({})).length).toBeGreaterThan(60);
    expect((await search({ langs: [] })).length).toBeGreaterThan(60);
  });

  it('keeps what may lie between two dates, whatever their precision', async () => {
    const search = await corpus();
    expect(await search({ publishedFrom: '2023-06-01' })).toEqual(['cased', 'dated']);
    expect(await search({ publishedFrom: '2024-05-20', publishedTo: '2024-12' })).toEqual(['dated']);
    expect(await search({ publishedFrom: '2023', publishedTo: '2023' })).toEqual(['cased']);
    expect(await search({ publishedFrom: '2024-06' })).toEqual([]);
    expect(await search({ publishedTo: '2020-03-03' })).toEqual([]);
    expect(await search({ publishedTo: '2020-03' })).not.toContain('undated');
  });

  it('follows what is stored and removed', async () => {
    const index = await openTestIndex(temporaryFolder(), { lexicon });
    const filter = { langs: ['fr'] };
    const ids = async () =>
      (await index.search({ text: 'phare', k: 5, filter })).map(({ source }) => source.id);
    await index.put('root', 'ingested', [
      makeDocument({ id: 'a', lang: 'fr', text: 'Le phare est éteint.' }),
    ]);
    expect(await ids()).toEqual(['a']);
    await index.put('root', 'ingested', [makeDocument({ id: 'b', lang: 'fr', text: 'Un phare neuf.' })]);
    expect((await ids()).sort()).toEqual(['a', 'b']);
    await index.remove('root', ['a']);
    expect(await ids()).toEqual(['b']);
  });
});

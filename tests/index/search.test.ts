/** Search: what is found in which language and scope, and what hostile queries cannot do. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Concept } from '../../src/lexicon/concept.ts';
import { createLexicon, type Lexicon } from '../../src/lexicon/lexicon.ts';
import { HARBOUR_DOCUMENTS, makeDocument } from '../support/corpus-kit.ts';
import { openTestIndex, temporaryFolder } from './index-kit.ts';

const found = (hits: readonly { source: { id: string } }[]): string[] => hits.map(({ source }) => source.id);

const concept = (id: string, fr: string, en: string, zh: string): Concept => ({
  id,
  kind: 'term',
  broader: [],
  labels: { fr: [fr], en: [en], zh: [zh] },
});

let lexicon: Lexicon;
beforeAll(() => {
  lexicon = createLexicon(
    [
      concept('crane', 'grue', 'crane', '起重机'),
      concept('foreign-ministry', 'ministère des Affaires étrangères', 'foreign ministry', '外交部'),
      concept('evidence', 'preuve', 'evidence', '证据'),
    ],
    'harbour',
  );
});

async function harbour() {
  const index = await openTestIndex(temporaryFolder(), { lexicon });
  await index.put('root', 'ingested', HARBOUR_DOCUMENTS);
  return index;
}

describe('search', () => {
  it('finds by words, by inflected words and in spite of a misspelling', async () => {
    const index = await harbour();
    expect(found(await index.search({ text: 'record harvests', k: 1 }))).toEqual(['orchard-en']);
    expect(found(await index.search({ text: 'ambasadeur', k: 1, lang: 'fr' }))).toEqual(['harbour-fr']);
  });

  it.each([
    ['起重机', 'zh', ['harbour-en', 'harbour-fr']],
    ['foreign ministry', 'en', ['harbour-zh']],
    ['des preuves', 'fr', ['harbour-fr', 'harbour-zh']],
  ])('finds %s in other languages by its concept', async (text, lang, expected) => {
    const index = await harbour();
    const sources = found(await index.search({ text, lang, k: expected.length }));
    expect(new Set(sources)).toEqual(new Set(expected));
  });

  it('finds a name whose ending the query language would cut off', async () => {
    const index = await openTestIndex(temporaryFolder(), { lexicon });
    await index.put('root', 'ingested', [
      makeDocument({
        id: 'fr',
        lang: 'fr',
        text: 'Mme Tavallis a condamné cet acte. Les autres se taisent.',
      }),
      makeDocument({ id: 'en', text: 'Nobody else has said a thing. The matter rests.' }),
    ]);
    expect(found(await index.search({ text: 'What did Tavallis say?', lang: 'en', k: 1 }))).toEqual(['fr']);
  });

  it('asks a word of a concept of no language more than of another', async () => {
    const index = await openTestIndex(temporaryFolder(), { lexicon });
    // Alike but for the name, which the question has: the French one is asked for, in whatever language.
    await index.put('root', 'ingested', [
      makeDocument({ id: 'fr', lang: 'fr', text: 'Une grue de Tavallis est tombée, sans preuve.' }),
      makeDocument({ id: 'en', text: 'The evidence of the crane fell. A crane of the harbour, evidence.' }),
    ]);
    const ask = async (text: string, lang: string) => found(await index.search({ text, lang, k: 2 }));
    expect(await ask('evidence of the crane of Tavallis', 'en')).toEqual(['fr', 'en']);
    expect(await ask('preuve de la grue de Tavallis', 'fr')).toEqual(['fr', 'en']);
  });

  it('orders by falling score and keeps to k', async () => {
    const index = await harbour();
    const hits = await index.search({ text: 'harbour cranes stood still', k: 3 });
    expect(hits.length).toBeLessThanOrEqual(3);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    for (const { score } of hits) expect(score).toBeGreaterThan(0);
  });

  it('finds nothing rather than anything', async () => {
    const index = await harbour();
    expect(await index.search({ text: 'zyxquv', k: 5 })).toEqual([]);
    expect(await index.search({ text: '', k: 5 })).toEqual([]);
    expect(await index.search({ text: '?!', k: 5 })).toEqual([]);
  });

  it('shows the documents of a workspace to nobody else', async () => {
    const index = await harbour();
    await index.put('mine', 'ingested', [
      makeDocument({ id: 'secret', text: 'Our harbour cranes memo.', scope: 'workspace-1' }),
    ]);
    const query = { text: 'harbour cranes memo', k: 10 };
    expect(found(await index.search(query))).not.toContain('secret');
    expect(found(await index.search({ ...query, scope: 'workspace-2' }))).not.toContain('secret');
    expect(found(await index.search({ ...query, scope: 'workspace-1' }))[0]).toBe('secret');
  });

  it('finds the passage of the article that has the rest of the question elsewhere', async () => {
    const index = await openTestIndex(temporaryFolder(), { lexicon });
    const rest = 'Nothing else happened on that long and quiet day, and nobody had much to add. ';
    await index.put('root', 'ingested', [
      makeDocument({ id: 'other', text: 'The director resigned over the losses. The bakery remained open.' }),
      makeDocument({
        id: 'meant',
        text: `${rest}The shipyard lost money. ${rest}${rest}The director resigned over the losses.`,
      }),
      makeDocument({ id: 'besides', text: `${rest}A lighthouse was painted.` }),
    ]);
    const ask = async () =>
      found(await index.search({ text: 'shipyard director resigned', lang: 'en', k: 1 }));
    expect(await ask()).toEqual(['meant']);
    await index.remove('root', ['meant']);
    expect(await ask()).toEqual(['other']);
    expect(await index.check()).toEqual([]);
  });

  it('lets no long source fill a short list by itself', async () => {
    const index = await openTestIndex(temporaryFolder(), { lexicon });
    const long = Array.from({ length: 12 }, (_, i) => `The harbour crane number ${i} stood still.`).join(' ');
    await index.put('root', 'ingested', [
      makeDocument({ id: 'long', text: long }),
      makeDocument({ id: 'short', text: 'A harbour crane fell over yesterday evening. Nobody was hurt.' }),
    ]);
    const sources = found(await index.search({ text: 'harbour crane', k: 5 }));
    expect(sources).toContain('short');
    expect(sources.filter((id) => id === 'long').length).toBeGreaterThanOrEqual(3);
  });
});

describe('hostile queries', () => {
  it('are never a syntax error and never slow', async () => {
    const index = await harbour();
    const pieces = fc.constantFrom(
      '"',
      "'",
      '*',
      '^',
      'NEAR(',
      ')',
      'AND',
      'OR NOT',
      'words:',
      '{concepts} :',
      '-',
      '\0',
      '\ud800',
      '@',
      '_',
      '港口',
      'crane',
      '%',
      ';--',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces, { maxLength: 30 }).map((all) => all.join(' ')),
        ),
        fc.constantFrom(undefined, 'fr', 'en', 'zh', 'xx'),
        async (text, lang) => {
          const hits = await index.search({ text, k: 5, ...(lang === undefined ? {} : { lang }) });
          expect(hits.length).toBeLessThanOrEqual(5);
        },
      ),
      { numRuns: 150 },
    );
    const long = `${'harbour '.repeat(20_000)}${'"'.repeat(10_000)}`;
    expect((await index.search({ text: long, k: 5 })).length).toBeGreaterThan(0);
  });

  it('bring k into its range', async () => {
    const index = await harbour();
    for (const k of [0, -1, Number.NaN, 0.5])
      expect(await index.search({ text: 'cranes', k })).toHaveLength(1);
    expect((await index.search({ text: 'cranes', k: 1e9 })).length).toBeGreaterThan(0);
  });

  it('stored words of any kind are found again', async () => {
    const index = await openTestIndex(temporaryFolder(), { lexicon });
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[\p{L}\p{N}]{2,20}$/u), async (word) => {
        n += 1;
        const id = `word-${n}`;
        await index.put('root', 'ingested', [makeDocument({ id, text: `${word} qqkern${n}.`, lang: 'en' })]);
        expect(found(await index.search({ text: `qqkern${n} ${word}`, k: 1, lang: 'en' }))).toEqual([id]);
      }),
      { numRuns: 40 },
    );
    expect(await index.check()).toEqual([]);
  });
});

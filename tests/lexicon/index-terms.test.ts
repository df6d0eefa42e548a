import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Concept } from '../../src/lexicon/concept.ts';
import { indexTerms, uncoveredWords } from '../../src/lexicon/index-terms.ts';
import { createLexicon } from '../../src/lexicon/lexicon.ts';

const concept = (
  id: string,
  kind: Concept['kind'],
  en: string[],
  zh: string[],
  broader: string[] = [],
): Concept => ({
  id,
  kind,
  broader,
  labels: { fr: en, en, zh },
});
const lexicon = createLexicon(
  [
    concept('minister', 'role', ['minister'], ['部长']),
    concept('foreign-minister', 'role', ['foreign minister'], ['外长'], ['minister']),
    concept('country:va', 'country', ['Valdoria'], ['瓦尔多利亚'], ['country']),
    concept('valdorian-navy', 'org', ['Valdorian Navy'], ['瓦国海军'], ['navy', 'country:va']),
  ],
  'test',
);
const words = (text: string, lang: string): string[] => indexTerms(lexicon, text, lang).words;
const concepts = (text: string, lang: string, role: 'passage' | 'query'): string[] =>
  indexTerms(lexicon, text, lang, role).concepts;

describe('indexTerms', () => {
  test('leaves function words out and keeps order and repetitions', () => {
    expect(words('The denial of the denial', 'en')).toEqual(['denial', 'denial']);
    expect(words('l’ambassade et les ambassades', 'fr')).toEqual(['ambassad', 'ambassad']);
  });

  test('gives a long Chinese word its pairs of letters, so that a part of it finds it', () => {
    const found = words('互联网', 'zh');
    expect(found).toContain('互联');
    expect(found).toContain('联网');
  });

  test('joins Chinese words that stand together by the pair across their border', () => {
    // However an unknown name is cut, two texts that hold it share its pairs.
    const inText = new Set(words('林剑表示', 'zh'));
    for (const pair of ['林剑', '剑表', '表示']) expect(inText).toContain(pair);
  });

  test('every pair of letters of a Chinese text without function words is found, in any cut', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'捷克政府黑客攻击网络间谍否认证据'),
          minLength: 2,
          maxLength: 12,
        }),
        (text) => {
          const found = new Set(words(text, 'zh'));
          for (let i = 0; i + 2 <= text.length; i += 1) expect(found).toContain(text.slice(i, i + 2));
        },
      ),
    );
  });

  test('joins nothing across punctuation', () => {
    expect(words('政府，黑客', 'zh')).not.toContain('府黑');
  });

  test('gives no pairs for other scripts', () => {
    expect(words('APT31 network', 'en')).toEqual(['apt31', 'network']);
  });

  test('a passage carries all that is more general; a query its own and the country behind it', () => {
    const passage = concepts('the Valdorian Navy', 'en', 'passage');
    const query = concepts('the Valdorian Navy', 'en', 'query');
    expect(passage).toEqual(['valdorian-navy', 'navy', 'country:va', 'country']);
    expect(query[0]).toBe('valdorian-navy');
    expect(query).toContain('country:va');
    // Every sentence about any country would answer to it.
    expect(query).not.toContain('country');
  });

  test('whatever a query carries for a text, the passage of that text carries, too', () => {
    const piece = fc.constantFrom(
      'minister',
      'foreign minister',
      'Valdoria',
      'Valdorian Navy',
      '外长',
      '部长',
    );
    fc.assert(
      fc.property(fc.array(piece), (parts) => {
        const text = parts.join(' ');
        expect(concepts(text, 'en', 'passage')).toEqual(
          expect.arrayContaining(concepts(text, 'en', 'query')),
        );
      }),
    );
  });

  test('a concept is the same in every language', () => {
    const french = concepts('le foreign minister', 'fr', 'query');
    expect(french[0]).toBe('foreign-minister');
    expect(concepts('the foreign minister', 'en', 'query')).toEqual(french);
    expect(concepts('外长', 'zh', 'query')).toEqual(french);
  });
});

describe('uncoveredWords', () => {
  const left = (text: string, langs: readonly string[], readings?: number): string[] =>
    uncoveredWords(lexicon, text, langs, readings);

  test('leaves out what a concept covers, in every language of the corpus', () => {
    expect(left('the foreign minister of Valdoria resigned', ['en'])).toEqual(['resign']);
    expect(left('瓦尔多利亚外长', ['zh'])).toEqual([]);
    expect(left('minister Tavallis', ['en', 'fr'])).toEqual(['taval', 'tavall']);
  });

  test('keeps a word that is written as a name, although the glossary has it as a word', () => {
    expect(left('who sailed the Minister', ['en'])).toEqual(['sail', 'minist']);
  });

  test('a query of unclear language keeps what none of its readings covers', () => {
    expect(left('minister harbour', ['fr', 'en'], 2)).not.toContain('minist');
    expect(left('minister harbour', ['fr', 'en'], 2)).toContain('harbour');
  });
});

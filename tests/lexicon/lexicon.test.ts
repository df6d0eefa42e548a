import { describe, expect, test } from 'vitest';
import type { Concept } from '../../src/lexicon/concept.ts';
import { indexTerms } from '../../src/lexicon/index-terms.ts';
import { createLexicon, loadLexicon } from '../../src/lexicon/lexicon.ts';

const concept = (id: string, fr: string, en: string, zh: string, more: Partial<Concept> = {}): Concept => ({
  id,
  kind: 'term',
  broader: [],
  labels: { fr: fr.split(';'), en: en.split(';'), zh: zh.split(';') },
  ...more,
});
const lexicon = createLexicon(
  [
    concept('ministry', 'ministère', 'ministry', '部'),
    concept('foreign-ministry', 'ministère des Affaires étrangères', 'foreign ministry', '外交部', {
      broader: ['ministry'],
    }),
    concept('country:cn', 'Chine;chinois;chinoise', 'China;Chinese', '中国', { kind: 'country' }),
    concept('country:us', 'États-Unis', 'US;United States', '美国', { kind: 'country' }),
    concept('state', 'État', 'state', '国家'),
    concept('actor:apt31', 'APT31;APT 31', 'APT31;APT 31', 'APT31', { kind: 'actor' }),
  ],
  'test',
);
const ids = (text: string, lang: string): string[] =>
  lexicon.analyze(text, lang).concepts.map((m) => m.concept.id);

describe('lexicon', () => {
  test('finds a concept in inflected text of each language', () => {
    expect(ids('les ministères', 'fr')).toEqual(['ministry']);
    expect(ids('two ministries', 'en')).toEqual(['ministry']);
    expect(ids('外交部发言人', 'zh')).toEqual(['foreign-ministry']);
  });

  test('lets one word stand inside a label and keeps that word’s own concept', () => {
    const matches = lexicon.analyze('le ministère chinois des Affaires étrangères', 'fr').concepts;
    expect(matches.map(({ concept, inner }) => [concept.id, inner])).toEqual([
      ['foreign-ministry', false],
      ['ministry', true],
      ['country:cn', false],
    ]);
  });

  test('marks a term inside a longer term, but leaves out a term inside a name', () => {
    const foreign = lexicon.analyze('the foreign ministry', 'en').concepts;
    expect(foreign.map(({ concept, inner }) => [concept.id, inner])).toEqual([
      ['foreign-ministry', false],
      ['ministry', true],
    ]);
    // «État» is a word of its own, and none in «États-Unis».
    expect(ids('un État étranger', 'fr')).toEqual(['state']);
    expect(ids('les États-Unis', 'fr')).not.toContain('state');
  });

  test('gives every match the offsets of the words that name it', () => {
    const text = 'Hier, le ministère chinois des Affaires étrangères a cité APT 31.';
    const words = lexicon.analyze(text, 'fr').concepts.map((m) => text.slice(m.start, m.end));
    expect(words).toEqual(['ministère chinois des Affaires étrangères', 'ministère', 'chinois', 'APT 31']);
  });

  test('walks the more general concepts, nearest first, and ends in a circle of them', () => {
    const chain = createLexicon(
      [
        concept('wiper', 'effaceur', 'wiper', '', { broader: ['malware'] }),
        concept('malware', 'logiciel malveillant', 'malware', '', { broader: ['software'] }),
        concept('software', 'logiciel', 'software', ''),
        concept('egg', 'œuf', 'egg', '', { broader: ['hen'] }),
        concept('hen', 'poule', 'hen', '', { broader: ['egg'] }),
      ],
      'test',
    );
    expect(chain.broader('wiper')).toEqual(['malware', 'software']);
    expect(chain.broader('egg')).toEqual(['hen']);
    expect(chain.broader('unknown')).toEqual([]);
    expect(chain.hasNarrower('malware')).toBe(true);
    expect(chain.hasNarrower('wiper')).toBe(false);
    expect(chain.concept('unknown')).toBeUndefined();
  });

  test('prefers the longer label', () => {
    expect(ids('les États-Unis', 'fr')).toEqual(['country:us']);
  });

  test('takes a country’s initials only in capitals', () => {
    expect(ids('the US replied', 'en')).toEqual(['country:us']);
    expect(ids('they told us', 'en')).toEqual([]);
  });

  test('reads an actor’s number joined, apart and hyphenated, in any language', () => {
    for (const text of ['APT31', 'APT 31', 'APT-31', 'apt31'])
      for (const lang of ['fr', 'en', 'zh', 'de']) expect(ids(text, lang)).toContain('actor:apt31');
  });

  test('a passage carries every more general concept, a query the next one', () => {
    const terms = (role: 'passage' | 'query'): string[] =>
      indexTerms(lexicon, 'foreign ministry', 'en', role).concepts;
    expect(terms('passage')).toEqual(['foreign-ministry', 'ministry', 'ministry']);
    expect(terms('query')).toEqual(['foreign-ministry', 'ministry']);
  });

  test('a label in three languages leads to the same concept in the shipped tables', () => {
    const shipped = loadLexicon();
    expect(shipped.version).toMatch(/^[0-9a-f]{16}$/);
    const has = (text: string, lang: string, id: string): boolean =>
      shipped.analyze(text, lang).concepts.some((m) => m.concept.id === id);
    expect(has('Le gouvernement néo-zélandais', 'fr', 'country:nz')).toBe(true);
    expect(has('New Zealand’s government', 'en', 'country:nz')).toBe(true);
    expect(has('新西兰政府', 'zh', 'country:nz')).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { CAPITALS, CONTIGUOUS, compileLabels } from '../../src/lexicon/compile-labels.ts';
import type { Concept } from '../../src/lexicon/concept.ts';
import { createLexicon } from '../../src/lexicon/lexicon.ts';

const concept = (
  id: string,
  kind: Concept['kind'],
  fr: string[],
  en: string[],
  zh: string[] = [],
): Concept => ({
  id,
  kind,
  broader: [],
  labels: { fr, en, zh },
});

describe('compileLabels', () => {
  test('a term is compiled to the stems of its language, each spelling once', () => {
    const compiled = compileLabels([concept('sanction', 'term', ['sanction', 'sanctions'], ['sanction'])]);
    expect(compiled).toEqual([
      [0, 'fr', 0, 'sanction'],
      [0, 'en', 0, 'sanction'],
    ]);
  });

  test('function words within a label are left out', () => {
    const [label] = compileLabels([concept('m', 'term', ['ministère de la Défense'], [])]);
    expect(label?.slice(3)).toEqual(['minister', 'defens']);
    expect((label?.[2] ?? 0) & CONTIGUOUS).toBe(0);
  });

  test('a label that lives by its function words keeps them, and lets none in between', () => {
    const [label] = compileLabels([concept('face', 'term', ['faire face'], [])]);
    expect(label?.slice(3)).toHaveLength(2);
    expect((label?.[2] ?? 0) & CONTIGUOUS).toBe(CONTIGUOUS);
    const lexicon = createLexicon([concept('face', 'term', ['faire face'], [])], 'test');
    expect(lexicon.analyze('une face cachée', 'fr').concepts).toEqual([]);
    expect(lexicon.analyze('il faut faire face', 'fr').concepts).toHaveLength(1);
  });

  test('a short name that is an everyday word wants capitals', () => {
    const flags = compileLabels([concept('org:who', 'org', [], ['WHO'])]).map(([, , flag]) => flag);
    expect(flags.every((flag) => (flag & CAPITALS) === CAPITALS)).toBe(true);
  });

  test('a name is found in any language, a term in its own', () => {
    const lexicon = createLexicon(
      [concept('org:b', 'org', ['Belwick'], ['Belwick']), concept('harbour', 'term', ['port'], ['harbour'])],
      'test',
    );
    const ids = (text: string, lang: string): string[] =>
      lexicon.analyze(text, lang).concepts.map((m) => m.concept.id);
    expect(ids('Im Hafen von Belwick', 'de')).toEqual(['org:b']);
    expect(ids('le port de Belwick', 'fr')).toEqual(['harbour', 'org:b']);
    expect(ids('the harbour', 'fr')).toEqual([]);
  });

  test('a name of one word is not found under the stem of another word', () => {
    const lexicon = createLexicon([concept('org:meta', 'org', ['Meta'], ['Meta'])], 'test');
    expect(lexicon.analyze('Elle met en cause un pays', 'fr').concepts).toEqual([]);
    expect(lexicon.analyze('Hier Meta a réagi', 'fr').concepts).toHaveLength(1);
  });

  test('a Chinese label is compared letter by letter and compiled to nothing', () => {
    const data = [concept('deny', 'term', [], ['否认'], ['否认'])];
    expect(compileLabels(data)).toEqual([]);
    expect(createLexicon(data, 'test').analyze('他们否认了', 'zh').concepts).toMatchObject([
      { start: 2, end: 4 },
    ]);
  });

  test('compiled labels survive JSON: a lexicon made of them finds the same', () => {
    const data = [
      concept('country:va', 'country', ['Valdoria', 'valdorien'], ['Valdoria', 'Valdorian']),
      concept('ministry', 'term', ['ministère de la Mer'], ['sea ministry']),
    ];
    const text = 'Le ministère valdorien de la Mer accuse.';
    const fresh = createLexicon(data, 'test');
    const stored = createLexicon(data, 'test', new Map(), JSON.parse(JSON.stringify(compileLabels(data))));
    expect(stored.analyze(text, 'fr')).toEqual(fresh.analyze(text, 'fr'));
    expect(fresh.analyze(text, 'fr').concepts.length).toBe(2);
  });
});

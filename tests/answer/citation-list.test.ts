import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CitationList } from '../../src/answer/citation-list.ts';
import type { Source } from '../../src/core/source.ts';

const source = (id: string): Source => ({
  id,
  title: `Title of ${id}`,
  titleIsDescriptive: false,
  publisher: 'A publisher',
  publishedAt: '2020-02',
  url: null,
  lang: 'fr',
  textLang: 'fr',
  textKind: 'original',
  authority: 'media',
  kind: null,
  caseIds: [],
  scope: 'global',
  reviewed: true,
  contentHash: id,
});
const TEXT = 'Une phrase. Une autre phrase, plus longue. Et la dernière de toutes. '.repeat(40);

const stretches = fc.array(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 300 }))
    .map(([id, start, length]) => ({ id, start, end: Math.min(TEXT.length, start + length) })),
  { minLength: 1, maxLength: 30 },
);

describe('CitationList', () => {
  test('numbers run 1..n in order of first use, and every excerpt is verbatim and holds what was cited', () => {
    fc.assert(
      fc.property(stretches, (cited) => {
        const list = new CitationList();
        const numbers = cited.map(({ id, start, end }) =>
          list.add({ source: source(id), text: TEXT, start, end }),
        );
        const firsts = [...new Set(numbers)];
        expect(firsts).toEqual(firsts.map((_, i) => i + 1));
        const { citations } = list;
        expect(citations.map(({ n }) => n)).toEqual(firsts);
        for (const [i, { id, start, end }] of cited.entries()) {
          const citation = citations[(numbers[i] ?? 0) - 1];
          expect(citation?.sourceId).toBe(id);
          expect(TEXT).toContain(citation?.excerpt);
          expect(citation?.excerpt).toContain(TEXT.slice(start, end));
        }
      }),
    );
  });

  test('stretches far apart in one source keep excerpts of their own', () => {
    const list = new CitationList();
    expect(list.add({ source: source('a'), text: TEXT, start: 0, end: 11 })).toBe(1);
    expect(list.add({ source: source('a'), text: TEXT, start: 2_500, end: 2_520 })).toBe(2);
    expect(list.add({ source: source('a'), text: TEXT, start: 12, end: 42 })).toBe(1);
  });
});

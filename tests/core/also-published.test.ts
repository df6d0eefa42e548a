/** Who else printed a report, in words; the page says the same as the server. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { alsoPublishedPieces as piecesOfPage, setLabels } from '../../src/adapters/web/public/labels.js';
import { alsoPublishedLine, alsoPublishedPieces } from '../../src/core/also-published.ts';
import { ANSWER_LANGS } from '../../src/core/answer.ts';
import { LABELS } from '../../src/core/labels.ts';
import type { Republication } from '../../src/core/source.ts';

const by = (...publishers: string[]) => ({
  alsoPublished: publishers.map(
    (publisher, i): Republication => ({
      sourceId: `s${i}`,
      publisher,
      date: null,
      url: `https://copies.example/${i}`,
    }),
  ),
});

beforeAll(() => setLabels(LABELS));

describe('the line', () => {
  it('is absent where nobody else printed the report', () => {
    expect(alsoPublishedLine({}, 'fr')).toBeNull();
    expect(alsoPublishedLine(by(), 'fr')).toBeNull();
    expect(alsoPublishedPieces({}, 'fr')).toEqual([]);
  });

  it('names up to four, and of more three and how many others', () => {
    expect(alsoPublishedLine(by('A'), 'fr')).toBe('Aussi publié par A');
    expect(alsoPublishedLine(by('A', 'B', 'C', 'D'), 'en')).toBe('Also published by A, B, C and D');
    expect(alsoPublishedLine(by('A', 'B', 'C', 'D', 'E'), 'en')).toBe(
      'Also published by A, B, C and 2 others',
    );
    expect(alsoPublishedLine(by('A', 'B', 'C', 'D', 'E'), 'fr')).toBe('Aussi publié par A, B, C et 2 autres');
    expect(alsoPublishedLine(by('甲报', '乙报', '丙报', '丁报', '戊报'), 'zh')).toBe(
      '亦由甲报、乙报、丙报和另外 2 家刊发',
    );
  });

  it('gives each name the address of its publication, and nothing else one', () => {
    expect(alsoPublishedPieces(by('1', '0'), 'en')).toEqual([
      { text: 'Also published by ', url: null },
      { text: '1', url: 'https://copies.example/0' },
      { text: ' and ', url: null },
      { text: '0', url: 'https://copies.example/1' },
    ]);
  });
});

it('reads the same on the page, whatever the names', () => {
  const names = fc.array(fc.oneof(fc.string(), fc.constantFrom('{n}', '$&', ', ', '1')), { maxLength: 8 });
  fc.assert(
    fc.property(names, fc.constantFrom(...ANSWER_LANGS), (publishers, lang) => {
      const pieces = alsoPublishedPieces(by(...publishers), lang);
      expect(piecesOfPage(by(...publishers), lang)).toEqual(pieces);
      const shown = pieces.filter(({ url }) => url !== null).map(({ text }) => text);
      expect(shown).toEqual(publishers.slice(0, publishers.length > 4 ? 3 : 4));
    }),
  );
});

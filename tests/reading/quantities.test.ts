import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { findQuantities } from '../../src/reading/quantities.ts';

const lexicon = loadLexicon();
function find(text: string, lang: string, kind: 'date' | 'number'): string[] {
  return findQuantities(lexicon.analyze(text, lang))
    .filter((quantity) => quantity.kind === kind)
    .map(({ start, end }) => text.slice(start, end));
}

describe('numbers', () => {
  test.each<[string, string, string[]]>([
    ['fr', 'Sur 240 lettres, sept ont été ouvertes.', ['240', 'sept']],
    ['fr', 'Le pirate a envoyé 10 000 courriels à trois députés.', ['10 000', 'trois']],
    ['fr', 'Plus de 10.000 courriels.', ['10.000']],
    ['en', 'It cost 1,250,000 dollars and took three ships.', ['1,250,000', 'three']],
    ['en', 'APT31 used 2 servers.', ['2']],
    ['zh', '7名军官被起诉。', ['7']],
    ['zh', '两名外交官被驱逐。', ['两名']],
  ])('%s: %s', (lang, text, numbers) => {
    expect(find(text, lang, 'number')).toEqual(numbers);
  });

  test.each([
    ['fr', 'Une enquête a été ouverte par la police.'],
    ['en', 'APT31 is a name among others.'],
    ['zh', '发言人否认了指控。'],
  ])('%s: «%s» holds none', (lang, text) => {
    expect(find(text, lang, 'number')).toEqual([]);
  });
});

describe('dates', () => {
  test.each<[string, string, string[]]>([
    ['fr', 'Depuis 2022, rien n’a changé.', ['2022']],
    ['fr', 'Entre 2029 et 2031, il a plu.', ['2029 et 2031']],
    ['fr', 'Le 1er mai, il est revenu.', ['1er mai']],
    ['fr', 'Le 12 mars 2031, il a plu.', ['12 mars 2031']],
    ['en', 'Since May 2030 it rained.', ['May 2030']],
    ['zh', '2031年3月12日，下雨。', ['2031年3月12日']],
    ['fr', 'Pendant 14 ans, le groupe a opéré.', ['14 ans']],
    ['fr', 'Hier, mardi, il y a plusieurs mois.', ['Hier', 'mardi', 'plusieurs mois']],
    ['fr', 'Le 05/06/2031 ou le 2031-06-05.', ['05/06/2031', '2031-06-05']],
    ['en', 'On March 12, 2031, it rained.', ['March 12, 2031']],
    ['en', 'It rained last year.', ['last year']],
    ['zh', '攻击持续了14年。', ['14年']],
    ['zh', '星期三，他离开了。', ['星期三']],
  ])('%s: %s', (lang, text, dates) => {
    expect(find(text, lang, 'date')).toEqual(dates);
  });

  test.each([
    ['en', 'They may march on.'],
    ['fr', 'La planète Mars est rouge.'],
    ['en', 'Officers were charged.'],
  ])('%s: «%s» holds none', (lang, text) => {
    expect(find(text, lang, 'date')).toEqual([]);
  });

  test.each([
    ['fr', 'Le 12 mars 2031, 40 serveurs ont été saisis.', ['40']],
    ['en', 'On 12 March 2031, 40 servers were seized.', ['40']],
    ['en', 'Since May 2030 seven officers were charged.', ['seven']],
    ['zh', '2031年3月12日，7名军官被起诉。', ['7']],
    ['fr', 'Le 2031-06-05 et le 05/06/2031.', []],
    ['fr', 'Depuis 14 ans et 3 mois.', []],
  ])('%s: the numbers inside the dates of «%s» are none of their own', (lang, text, numbers) => {
    expect(find(text, lang, 'number')).toEqual(numbers);
  });
});

test('quantities stand in order, inside the text, and no number inside a date', () => {
  const piece = fc.constantFrom(
    ...'12 mars 2031 Le 1er May 7名 3月 2031年 40 millions sept 10 000 05/06/2031 since year 14 ans and , . 去年 1.5 2029-2031'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 15 }), fc.constantFrom('fr', 'en', 'zh'), (pieces, lang) => {
      const text = pieces.join(' ');
      const found = findQuantities(lexicon.analyze(text, lang));
      const dates = found.filter(({ kind }) => kind === 'date');
      for (const [i, { kind, start, end }] of found.entries()) {
        expect(start).toBeGreaterThanOrEqual(found[i - 1]?.start ?? 0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        if (kind === 'number')
          expect(dates.some((date) => start >= date.start && start < date.end)).toBe(false);
      }
    }),
  );
});

test.each([
  ['fr', 'Ils sont restés quatorze mois dans le port.', 'quatorze mois'],
  ['fr', 'La panne est venue plus d’un an après.', 'un an'],
  ['en', 'They stayed for a week.', 'a week'],
])('%s: «%s» tells a span of time in words', (lang, text, span) => {
  expect(find(text, lang, 'date')).toContain(span);
});

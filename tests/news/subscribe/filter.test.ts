/** Filters are read as they are meant, in three languages, and what is wrong with one is said where it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_LANGS } from '../../../src/core/answer.ts';
import type { NewsFilter } from '../../../src/core/news-filter.ts';
import { NEWS_KINDS } from '../../../src/core/news-kind.ts';
import { loadLexicon } from '../../../src/lexicon/lexicon.ts';
import { formatFilter } from '../../../src/news/subscribe/format-filter.ts';
import { joined, negated } from '../../../src/news/subscribe/join-filters.ts';
import { parseFilter } from '../../../src/news/subscribe/parse-filter.ts';
import { topicFilter } from '../../../src/news/subscribe/topic-filter.ts';

const lexicon = loadLexicon();

function filter(text: string): NewsFilter {
  const parsed = parseFilter(text, lexicon);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.filter;
}
function reason(text: string, lang: 'fr' | 'en' | 'zh' = 'en'): string {
  const parsed = parseFilter(text, lexicon, lang);
  return parsed.ok ? 'ok' : parsed.reason;
}

const CHINA = { country: 'CN' };
const DENIAL = { kind: 'denial' };

describe('parseFilter', () => {
  it.each([
    ['country:China', CHINA],
    ['country:cn', CHINA],
    ['pays:Chine', CHINA],
    ['Pays : Chine', CHINA],
    ['国家:中国', CHINA],
    ['国家：中国', CHINA],
    ['country:EU', { country: 'EU' }],
    ['country:UK', { country: 'GB' }],
    ['country:United States', { country: 'US' }],
    ['pays:"États-Unis"', { country: 'US' }],
    ['country:CN,RU', { any: [CHINA, { country: 'RU' }] }],
    ['actor:APT31', { actor: 'actor:apt31' }],
    ['actor:"apt 31"', { actor: 'actor:apt31' }],
    ['acteur:Cozy Bear', filter('actor:APT29')],
    ['lang:fr', { lang: 'fr' }],
    ['lang:français', { lang: 'fr' }],
    ['publisher:"Le Monde"', { publisher: 'Le Monde' }],
    ['éditeur:«Le Monde»', { publisher: 'Le Monde' }],
    ['kind:denial', DENIAL],
    ['type:démenti', DENIAL],
    ['类型:否认', DENIAL],
    ['kind:sanctions', { kind: 'sanction' }],
    ['ransomware', { word: 'ransomware' }],
    ['"power grid"', { word: 'power grid' }],
    ['"and"', { word: 'and' }],
    ['country:China kind:denial', { all: [CHINA, DENIAL] }],
    ['country:China and kind:denial', { all: [CHINA, DENIAL] }],
    ['pays:Chine et type:démenti', { all: [CHINA, DENIAL] }],
    ['国家:中国 和 类型:否认', { all: [CHINA, DENIAL] }],
    ['country:China OR kind:denial', { any: [CHINA, DENIAL] }],
    ['pays:Chine ou type:démenti', { any: [CHINA, DENIAL] }],
    ['国家:中国 或 类型:否认', { any: [CHINA, DENIAL] }],
    ['NOT country:China', { not: CHINA }],
    ['-country:China', { not: CHINA }],
    ['sauf pays:Chine', { not: CHINA }],
    ['非 国家:中国', { not: CHINA }],
    ['not not country:China', CHINA],
    ['a OR b c', { any: [{ word: 'a' }, { all: [{ word: 'b' }, { word: 'c' }] }] }],
    ['(a OR b) c', { all: [{ any: [{ word: 'a' }, { word: 'b' }] }, { word: 'c' }] }],
    ['NOT (a b)', { not: { all: [{ word: 'a' }, { word: 'b' }] } }],
    ['not a b', { all: [{ not: { word: 'a' } }, { word: 'b' }] }],
    ['（a 或 b）非 c', { all: [{ any: [{ word: 'a' }, { word: 'b' }] }, { not: { word: 'c' } }] }],
    [
      'country:China AND (kind:denial OR kind:sanction) NOT publisher:"Global Times"',
      { all: [CHINA, { any: [DENIAL, { kind: 'sanction' }] }, { not: { publisher: 'Global Times' } }] },
    ],
  ])('%s', (text, expected) => {
    expect(filter(text)).toEqual(expected);
  });

  it.each([
    ['', 'The filter is empty.'],
    ['contry:China', 'At character 1, “contry”: unknown field. Possible fields: country, actor,'],
    ['kind:denial countri:China', 'At character 13'],
    ['country:Chima', 'Perhaps: China'],
    ['country:', 'a value is missing'],
    ['actor:APT311', 'Perhaps: APT31'],
    ['actor:"Salt Tyfoon"', 'Salt Typhoon'],
    ['kind:denail', 'Possible kinds: accusation, denial'],
    ['kind:denail', 'Perhaps: denial?'],
    ['lang:klingon', 'unknown language'],
    ['(country:China', 'At character 1, “(”: this parenthesis is not closed'],
    ['country:China)', 'At character 14, “)”: this parenthesis was not opened'],
    [')', 'was not opened'],
    ['()', 'a condition is missing'],
    ['country:China AND', 'a condition is missing'],
    ['OR country:China', 'At character 1, “OR”: a condition is missing'],
    ['publisher:"Le Monde', 'the quotation mark is not closed'],
    ['*', 'no letter or number'],
    [':a', 'a word is missing before the colon'],
    [Array.from({ length: 51 }, (_, i) => `w${i}`).join(' '), 'more than 50 conditions'],
    ['x'.repeat(1_001), 'longer than 1000'],
  ])('says what is wrong with %j', (text, expected) => {
    expect(reason(text)).toContain(expected);
  });

  it('says it in the language of the asker', () => {
    expect(reason('type:dementi ET pays:Chime', 'fr')).toBe(
      'Au caractère 17, « pays:Chime » : pays inconnu. Écrivez un nom ou un code de deux lettres, par exemple pays:Chine ou pays:CN. Peut-être : Chine ?',
    );
    expect(reason('类型:辟谣', 'zh')).toContain('可用类型：指控、否认');
  });

  it('never throws, and has one line to say', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      'AND',
      'ou',
      '非',
      'country:',
      'CN',
      '"',
      '«',
      ':',
      ' ',
      '-',
      'a',
      '：',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          const parsed = parseFilter(text, lexicon, 'fr');
          if (!parsed.ok)
            expect(parsed.reason.split('\n').length).toBeLessThanOrEqual(text.split('\n').length);
        },
      ),
    );
  });
});

const leaf = fc.oneof(
  fc.constantFrom('CN', 'EU', 'US', 'CG', 'CD', 'GB', 'TW').map((country) => ({ country })),
  fc.constantFrom(...lexicon.concepts('actor').map(({ id }) => id)).map((actor) => ({ actor })),
  fc.constantFrom('fr', 'en', 'zh', 'de').map((lang) => ({ lang })),
  fc.constantFrom(...NEWS_KINDS).map((kind) => ({ kind })),
  fc.constantFrom('Le Monde', 'lemonde.fr', '新华社', 'l’Express, Paris').map((publisher) => ({ publisher })),
  fc
    .oneof(fc.constantFrom('and', 'et', '或', 'pays', 'a:b', 'x,y', '-a', '(a', 'États-Unis'), fc.string())
    .map((text) =>
      text
        .replace(/["“”„«»「」『』]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .map((word) => ({ word })),
) satisfies fc.Arbitrary<NewsFilter>;

const tree: fc.Arbitrary<NewsFilter> = fc.letrec<{ node: NewsFilter }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((parts) => joined('all', parts)),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((parts) => joined('any', parts)),
    tie('node').map(negated),
  ),
})).node;

describe('formatFilter', () => {
  it('writes in the reader’s language', () => {
    const text = 'country:China AND (kind:denial OR kind:sanction) NOT publisher:"Global Times"';
    expect(formatFilter(filter(text), 'en', lexicon)).toBe(text);
    expect(formatFilter(filter(text), 'fr', lexicon)).toBe(
      'pays:Chine ET (type:démenti OU type:sanction) SAUF éditeur:"Global Times"',
    );
    expect(formatFilter(filter(text), 'zh', lexicon)).toBe(
      '国家:中国 和 (类型:否认 或 类型:制裁) 非 媒体:"Global Times"',
    );
  });

  it('is read back as it was, in every language', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(...ANSWER_LANGS), (built, lang) => {
        const written = formatFilter(built, lang, lexicon);
        fc.pre(written.length <= 1_000);
        expect(parseFilter(written, lexicon)).toEqual({ ok: true, filter: built });
      }),
      { numRuns: 500 },
    );
  });
});

describe('topicFilter', () => {
  it.each([
    ['APT31 France', 'en', { all: [{ actor: 'actor:apt31' }, { country: 'FR' }] }],
    ['cyberattaques contre la Chine', 'fr', { all: [CHINA, { word: 'cyberattaques' }] }],
    ['Volt Typhoon', 'en', filter('actor:"Volt Typhoon"')],
    ['"power grid" Ukraine', 'en', { all: [{ word: 'power grid' }, { country: 'UA' }] }],
    ['中国 选举', 'zh', { all: [CHINA, { word: '选举' }] }],
    ['the of', 'en', null],
    ['?!', 'en', null],
  ] as const)('%s', (words, lang, expected) => {
    expect(topicFilter(words, lang, lexicon)).toEqual(expected);
  });
});

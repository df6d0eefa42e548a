/** What rules make of a headline: whether it is about attribution, and why. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newsText } from '../../../src/news/judgement.ts';
import { createJudge } from '../../../src/news/relevance/create-judge.ts';
import { reasonWords } from '../../../src/news/relevance/phrases.ts';
import { judgeDeps, newsItem } from '../../support/news-judge.ts';

const judge = createJudge(judgeDeps);

describe('about attribution', () => {
  test.each([
    ['fr', 'Cyberattaque contre le ministère letton : Minsk accusé', 'accusation', 'BY'],
    ['fr', 'Minsk dément avoir piraté le port de Ventspils', 'denial', 'BY'],
    ['fr', 'Riga convoque l’ambassadeur de Biélorussie après le piratage d’un port', 'sanction', 'BY'],
    ['en', 'Belarusian hackers blamed for attack on port', 'accusation', 'BY'],
    ['en', 'Belarus-linked group behind hack of port, researchers say', 'accusation', 'BY'],
    ['en', 'Latvia indicts two Belarusian officers over port hack', 'indictment', 'BY'],
    ['en', 'Minsk declines to comment on Latvian hacking charge', 'no-comment', 'BY'],
    ['zh', '拉脱维亚指责白俄罗斯黑客入侵港口', 'accusation', 'BY'],
    ['zh', '白俄罗斯否认网络攻击指控', 'denial', 'BY'],
  ])('%s: %s', (lang, title, kind, accused) => {
    const { relevant, kinds, countries } = judge(newsItem(title, lang));
    expect(relevant).toBe(true);
    expect(kinds).toContain(kind);
    expect(countries.accused).toEqual([accused]);
  });

  test('a correction is no accusation, although it names one', () => {
    const title = 'Correction: Latvia did not blame Belarus for the cyberattack';
    expect(judge(newsItem(title, 'en')).kinds).toEqual(['correction']);
  });

  test('a threat actor is named by the id of its concept', () => {
    expect(judge(newsItem('Fancy Bear hacked the port, police say', 'en')).actors).toEqual(['actor:apt28']);
  });

  test('names and roots are enough in other languages', () => {
    const { relevant, countries, reasons } = judge(
      newsItem('Lettland wirft Russland Cyberangriff auf Hafen vor', 'de'),
    );
    expect(relevant).toBe(true);
    expect(countries.accused).toEqual(['RU']);
    expect(reasons.map(({ code }) => code)).toContain('other-language');
  });
});

describe('not about attribution', () => {
  test.each([
    ['en', 'Ransomware attack halts work at port'],
    ['en', 'Patch released for critical flaw in mail server'],
    ['en', 'Schoolboy arrested for hacking his teachers'],
    ['en', 'Latvia accuses Belarus of arson'],
    ['fr', 'La Lettonie sanctionne des banques russes'],
    ['fr', 'Dix conseils contre l’hameçonnage'],
    ['fr', 'Un diplomate expulsé pour espionnage à Riga'],
    ['zh', '高校举办网络安全竞赛'],
    ['zh', '拉脱维亚抗议白俄罗斯气球越境'],
  ])('%s: %s', (lang, title) => {
    const { relevant, kinds, claims } = judge(newsItem(title, lang));
    expect({ relevant, kinds, claims }).toEqual({ relevant: false, kinds: [], claims: [] });
  });
});

test('claims stand where they say in the text of the item', () => {
  const item = newsItem('Latvia blames Belarus for port hack', 'en', {
    teaser: 'The government in Riga accused Belarus of hacking the port. Belarus denied any involvement.',
  });
  const { claims, kinds } = judge(item);
  expect(claims.length).toBeGreaterThan(1);
  for (const { start, end, wording } of claims) expect(newsText(item).slice(start, end)).toBe(wording);
  expect(kinds).toEqual(['denial', 'accusation']);
});

test('every reason has words in each language', () => {
  for (const title of [
    'Latvia blames Belarus for hack',
    'Schoolboy held',
    'Cyber law debated',
    'Russian meddling',
  ])
    for (const { code } of judge(newsItem(title, 'en')).reasons)
      for (const lang of ['fr', 'en', 'zh'] as const) expect(reasonWords(code, lang)).not.toBe(code);
  expect(reasonWords('of-a-later-version', 'en')).toBe('of-a-later-version');
});

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '',
    '__proto__',
    '\u0000',
    '\ud800',
    'İ'.repeat(90),
    '﷽',
    '（╯°□°）╯︵ ┻━┻',
    '<script>alert(1)</script>',
    "1' OR 1=1 --",
    '🏳️‍🌈 hack 🇷🇺',
    '网'.repeat(400),
  ),
  fc
    .array(
      fc.constantFrom('Russia', 'accused', 'hackers', '否认', 'Pékin', 'APT28', ':', '«', 'by', 'attack'),
      { maxLength: 40 },
    )
    .map((words) => words.join(' ')),
);

test('never throws, and the reasons add up to the score', () => {
  fc.assert(
    fc.property(
      odd,
      odd,
      fc.constantFrom('en', 'fr', 'zh', 'de', 'ja', '__proto__', ''),
      (title, teaser, lang) => {
        const { score, reasons, relevant } = judge(newsItem(title, lang, { teaser }));
        const sum = reasons.reduce((total, { weight }) => total + weight, 0);
        expect(score).toBeCloseTo(Math.min(1, Math.max(0, sum)), 3);
        expect(relevant).toBe(score >= 0.45);
        for (const { weight } of reasons) expect(Math.abs(weight)).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 150 },
  );
});

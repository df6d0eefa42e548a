import { beforeAll, describe, expect, test } from 'vitest';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { type CitedPassage, createVerifier, type VerifySentence } from '../../src/verify/verify-sentence.ts';

const passage = (text: string, lang = 'en', publishedAt: string | null = '2031-03-14'): CitedPassage => ({
  text,
  lang,
  source: {
    id: 'ferry/s1',
    title: 'Malta blames Iceland',
    titleIsDescriptive: true,
    publisher: 'The Harbour Gazette',
    publishedAt,
    authority: 'media',
    lang,
    textLang: lang,
  },
});

describe('a sentence against its passages', () => {
  let verify: VerifySentence;
  beforeAll(() => {
    verify = createVerifier(loadLexicon());
  });
  const faults = (text: string, lang: 'fr' | 'en' | 'zh', ...passages: CitedPassage[]): string[] => [
    ...new Set(verify({ text, lang }, passages).faults.map(({ fault }) => fault)),
  ];
  const accused = passage(
    'Malta accused Iceland on Friday of hacking its ferry company. Nearly 12,000 passengers waited for nine hours.',
  );

  test('holds when it says in another language what they say', () => {
    expect(faults('Malte accuse l’Islande d’avoir piraté sa compagnie de ferries.', 'fr', accused)).toEqual(
      [],
    );
    expect(faults('马耳他指责冰岛入侵其渡轮公司。', 'zh', accused)).toEqual([]);
  });

  test('shows a number that they do not give', () => {
    expect(faults('Près de 12 000 passagers ont attendu.', 'fr', accused)).toEqual([]);
    expect(faults('Près de 21 000 passagers ont attendu.', 'fr', accused)).toContain('number');
    expect(faults('近1.2万名乘客等待了九小时。', 'zh', accused)).toEqual([]);
    expect(faults('近1.2万名乘客等待了七小时。', 'zh', accused)).toContain('number');
  });

  test('reads a weekday by the day of publication', () => {
    expect(faults('Malta accused Iceland on 14 March 2031.', 'en', accused)).toEqual([]);
    expect(faults('Malta accused Iceland on 17 March 2031.', 'en', accused)).toContain('date');
  });
});

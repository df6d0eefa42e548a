import { beforeAll, describe, expect, test } from 'vitest';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { findSupport } from '../../src/verify/find-support.ts';
import {
  type CitedPassage,
  createVerifier,
  FAULTS,
  type Fault,
  type VerifySentence,
} from '../../src/verify/verify-sentence.ts';

const passage = (text: string, lang = 'en'): CitedPassage => ({
  text,
  lang,
  source: {
    id: 'ferry/s1',
    title: 'Malta blames Iceland',
    titleIsDescriptive: true,
    publisher: 'The Harbour Gazette',
    publishedAt: '2031-03-14',
    authority: 'media',
    lang,
    textLang: lang,
  },
});

const FERRIES = passage(
  'Malta accused Iceland on Friday of hacking its ferry company. Nearly 12,000 passengers waited for nine hours. ' +
    'Iceland’s embassy in Valletta denied the accusation. The police arrested nobody.',
);
const LIKELY = passage(
  'The security company Norsec assessed that the group APT28 was likely behind the intrusion. Prosecutors charged three officers.',
);
const MUSEUM = passage('蒙古政府指责斐济黑客入侵国家博物馆的网络。斐济外交部没有回应置评请求。', 'zh');

let verify: VerifySentence;
beforeAll(() => {
  verify = createVerifier(loadLexicon());
});

describe('a sentence that says what its passages say', () => {
  test.each([
    ['fr', 'Malte accuse l’Islande d’avoir piraté sa compagnie de ferries.', FERRIES],
    ['zh', '马耳他指责冰岛入侵其渡轮公司。', FERRIES],
    ['en', 'On 14 March 2031 Malta accused Iceland of hacking its ferry company.', FERRIES],
    ['fr', 'L’ambassade d’Islande a rejeté l’accusation.', FERRIES],
    ['zh', '近1.2万名乘客等待了九小时。', FERRIES],
    ['fr', 'Selon Norsec, APT28 serait probablement derrière l’intrusion.', LIKELY],
    ['en', 'Mongolia accused Fijian hackers of breaking into the network of the national museum.', MUSEUM],
    ['fr', 'Le ministère fidjien des Affaires étrangères n’a pas répondu.', MUSEUM],
  ] as const)('holds: %s %s', (lang, text, cited) => {
    expect(verify({ text, lang }, [cited]).faults).toEqual([]);
  });
});

describe('a sentence that says something else', () => {
  const cases: readonly (readonly [Fault, 'fr' | 'en' | 'zh', string, CitedPassage])[] = [
    ['number', 'fr', 'Près de 21 000 passagers ont attendu.', FERRIES],
    ['number', 'zh', '近1.2万名乘客等待了七小时。', FERRIES],
    ['date', 'en', 'Malta accused Iceland on 17 March 2031.', FERRIES],
    ['name', 'fr', 'Chypre accuse l’Islande d’avoir piraté sa compagnie de ferries.', FERRIES],
    ['roles', 'en', 'Iceland accused Malta of hacking its ferry company.', FERRIES],
    ['roles', 'fr', 'L’Islande accuse Malte d’avoir piraté sa compagnie de ferries.', FERRIES],
    ['negation', 'en', 'Iceland’s embassy in Valletta admitted the accusation.', FERRIES],
    ['negation', 'zh', '斐济外交部否认了指责。', MUSEUM],
    ['certainty', 'en', 'Norsec confirmed that APT28 was behind the intrusion.', LIKELY],
    ['certainty', 'fr', 'Selon Norsec, APT28 est derrière l’intrusion.', LIKELY],
    ['no-author', 'en', 'APT28 was likely behind the intrusion.', LIKELY],
    ['guilt', 'fr', 'Trois officiers ont été reconnus coupables.', LIKELY],
    ['unsupported', 'en', 'Malta accused Iceland, and banks across the island shut their counters.', FERRIES],
    ['foreign-language', 'fr', 'Malta accused Iceland of hacking its ferry company.', FERRIES],
  ];
  test.each(cases)('%s: %s %s', (fault, lang, text, cited) => {
    const found = verify({ text, lang }, [cited]);
    expect(found.holds).toBe(false);
    expect(found.faults.map((one) => one.fault)).toContain(fault);
  });

  test('is told from each fault by one of these', () => {
    expect(new Set(cases.map(([fault]) => fault))).toEqual(new Set(FAULTS));
  });
});

describe('the passages that a sentence rests on', () => {
  const denied = { text: 'Iceland denied the accusation of Malta.', lang: 'en' } as const;

  test('leave a wrong citation out', () => {
    expect(findSupport(verify, denied, [MUSEUM, FERRIES]).supportedBy).toEqual([1]);
  });

  test('are those that hold it only together', () => {
    const both = {
      text: 'Iceland’s embassy denied the accusation, and Mongolia accused Fijian hackers.',
      lang: 'en',
    } as const;
    const { supportedBy, verdict } = findSupport(verify, both, [FERRIES, LIKELY, MUSEUM]);
    expect(verdict.holds).toBe(true);
    expect([...supportedBy].sort()).toEqual([0, 2]);
  });

  test('are none where it does not hold', () => {
    const { verdict, supportedBy } = findSupport(verify, denied, [MUSEUM, LIKELY]);
    expect(verdict.holds).toBe(false);
    expect(supportedBy).toEqual([]);
  });
});

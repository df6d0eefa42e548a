/** A corpus made by chance, with everything in it that a search looks at, and questions to it. */
import fc from 'fast-check';
import type { RetrievalFilter } from '../../../src/core/retrieval.ts';
import type { SourceDocument } from '../../../src/core/source.ts';
import type { Concept, ConceptKind } from '../../../src/lexicon/concept.ts';
import { createLexicon, type Lexicon } from '../../../src/lexicon/lexicon.ts';
import { makeDocument } from '../../support/corpus-kit.ts';
import { seededRandom } from '../index-kit.ts';

const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: 'harbour ministry intrusion crane evidence campaign ambassador valley orchard pipeline satellite ballot registry turbine ledger courier lantern quarry monsoon archive'.split(
    ' ',
  ),
  fr: 'port ministère intrusion grue preuve campagne ambassadeur vallée verger oléoduc satellite scrutin registre turbine grand-livre coursier lanterne carrière mousson archive'.split(
    ' ',
  ),
  zh: '港口 外交部 入侵 起重机 证据 行动 大使 山谷 果园 管道 卫星 选票 登记 涡轮 账本 信使 灯笼 采石场 季风 档案'.split(
    ' ',
  ),
};
const NAMES = ['Grey Heron', 'Velmar', 'Czechia', 'Tavallis', 'Doria'];
const PUBLISHERS = ['Harbour Gazette', 'Café Matin', 'Évening Post'];
const DATES = ['2030', '2031-04', '2031-04-02', '2029-12-31', null];
const CASES = ['2031-velmar-port', '2030-doria-ballot'];

const concept = (id: string, kind: ConceptKind, fr: string, en: string, zh: string): Concept => ({
  id,
  kind,
  broader: [],
  labels: { fr: [fr], en: [en], zh: [zh] },
});

export function twinLexicon(): Lexicon {
  return createLexicon(
    [
      concept('crane', 'term', 'grue', 'crane', '起重机'),
      concept('evidence', 'term', 'preuve', 'evidence', '证据'),
      concept('actor:grey-heron', 'actor', 'Grey Heron', 'Grey Heron', '灰鹭'),
      concept('country:cz', 'country', 'Tchéquie', 'Czechia', '捷克'),
    ],
    'twins',
  );
}

/** @param langs of the articles, each as often as it is named. */
export function twinCorpus(articles: number, langs: readonly string[], seed = 11): SourceDocument[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  // The first words of a list come far more often than the last ones.
  const word = (lang: string): string => {
    const words = WORDS[lang] ?? [];
    return words[Math.floor(random() ** 2 * words.length)] ?? '';
  };
  const made: SourceDocument[] = [];
  for (let i = 0; i < articles; i += 1) {
    const lang = pick(langs);
    const sentence = (): string => {
      const words = Array.from({ length: 4 + Math.floor(random() * 9) }, () =>
        random() < 0.12 ? pick(NAMES) : word(lang),
      );
      return `${words.join(lang === 'zh' ? '' : ' ')}${random() < 0.2 ? ' 2031' : ''}${lang === 'zh' ? '。' : '.'}`;
    };
    // Some articles say word for word what another one says.
    const twin = random() < 0.1 ? made.at(-1) : undefined;
    const text =
      twin !== undefined && twin.source.textLang === lang
        ? twin.text
        : `${Array.from({ length: 1 + Math.floor(random() * 5) }, sentence).join(' ')} Only${i}.`;
    const document = makeDocument({
      id: `a${i}`,
      lang,
      text,
      title: `${word(lang)} ${word(lang)}`,
      scope: random() < 0.15 ? pick(['T1', 'T2']) : 'global',
      caseIds: random() < 0.2 ? [pick(CASES)] : [],
      alsoIn:
        random() < 0.2
          ? [{ sourceId: `a${Math.floor(random() * articles * 1.2)}`, start: 0, end: 4, otherStart: 0 }]
          : [],
    });
    const about = {
      titleIsDescriptive: random() < 0.4,
      publisher: random() < 0.1 ? null : pick(PUBLISHERS),
      publishedAt: pick(DATES),
    };
    made.push({ ...document, source: { ...document.source, ...about } });
  }
  return made;
}

const someOf = <T>(...values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values], { minLength: 1 });

const anyFilter: fc.Arbitrary<RetrievalFilter> = fc.record(
  {
    langs: someOf('en', 'fr', 'zh', 'xx'),
    publishedFrom: fc.constantFrom('2030', '2031-04', '2031-04-02'),
    publishedTo: fc.constantFrom('2030', '2031-04', '2031-04-02'),
    publishers: someOf('harbour gazette', ' CAFE matin', 'evening post', 'nobody\u0000'),
    caseIds: someOf(...CASES, 'none'),
    actors: someOf('actor:grey-heron', 'actor:none'),
    countries: someOf('CZ', 'EU'),
  },
  { requiredKeys: [] },
);

const misspelled = (word: string): string => `${word.slice(0, 2)}${word.slice(3)}`;

const anyWord = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...Object.values(WORDS).flat(), ...NAMES) },
  { weight: 2, arbitrary: fc.constantFrom(...(WORDS.en ?? []).map(misspelled)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('2031', 'latest', 'avril 2031', 'harbourcrane', 'the', 'only7', '最新'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

/** A question, most of them narrowed. */
export const anyQuery = fc.record(
  {
    text: fc.array(anyWord, { minLength: 1, maxLength: 8 }).map((words) => words.join(' ')),
    k: fc.integer({ min: 1, max: 40 }),
    lang: fc.constantFrom('en', 'fr', 'zh'),
    scope: fc.constantFrom('T1', 'T2', 'nobody', 'T\u0000'),
    filter: anyFilter,
  },
  { requiredKeys: ['text', 'k'] },
);

/** Two invented cases in words of our own, for the reports that platforms show. */
import type { CaseRecord, Claim } from '../../src/core/case-record.ts';
import type { CaseTexts } from '../../src/core/retrieval.ts';
import type { Source } from '../../src/core/source.ts';

type Told = Pick<Claim, 'kind' | 'speaker' | 'sourceId'> & Partial<Claim>;
type Listed = Pick<Source, 'id' | 'title' | 'lang'> & Partial<Source>;

function claim(told: Told): Claim {
  return {
    speakerCountry: null,
    speakerType: 'government',
    against: null,
    basis: [],
    confidenceAsStated: null,
    eventDate: null,
    wording: null,
    ...told,
  };
}

/** @param textLang of the case's digest. */
function caseTexts(record: CaseRecord, textLang: string, sources: readonly Listed[]): CaseTexts {
  return {
    record,
    sources: sources.map((listed) => ({
      source: {
        titleIsDescriptive: false,
        publisher: null,
        publishedAt: null,
        url: null,
        textLang,
        textKind: 'digest',
        authority: null,
        kind: null,
        caseIds: [record.id],
        scope: 'global',
        reviewed: true,
        contentHash: listed.id,
        ...listed,
      },
      text: '',
      passages: [],
    })),
  };
}

const LAKE: CaseRecord = {
  id: '2025-lac-gris',
  title: {
    fr: 'Intrusion au lac Gris (2025)',
    en: 'Intrusion at Grey Lake (2025)',
    zh: '灰湖入侵事件（2025年）',
  },
  victims: ['ministère des Eaux de Valdoria', 'station de pompage du lac Gris'],
  period: 'de 2023 à mai 2025',
  claims: [
    claim({
      kind: 'accusation',
      speaker: 'Ministère des Eaux de Valdoria',
      against: { actor: 'Lynx 31', aliases: ['Violet Heron', 'TA-88'], state: 'AQ' },
      basis: ['technical', 'intelligence'],
      confidenceAsStated: 'quasi-certitude',
      eventDate: '2025-05-28',
      sourceId: '2025-lac-gris/s1',
      wording: 'Le ministère impute à Lynx 31 l’intrusion dans les pompes du lac.',
    }),
    claim({
      kind: 'accusation',
      speaker: 'Union des Rivières',
      speakerType: 'international',
      against: { actor: null, aliases: [], state: 'AQ' },
      basis: ['political'],
      eventDate: '2025-06',
      sourceId: '2025-lac-gris/s3',
    }),
    claim({
      kind: 'denial',
      speaker: 'Ambassade de Norland',
      eventDate: '2025-05-29',
      sourceId: '2025-lac-gris/s2',
      wording: 'L’ambassade parle d’une fable et demande des preuves.',
    }),
    claim({
      kind: 'measure',
      speaker: 'Union des Rivières',
      speakerType: 'international',
      eventDate: '2025-07-01',
      sourceId: '2025-lac-gris/s3',
      wording: 'L’Union gèle les avoirs de deux entreprises.',
    }),
    claim({
      kind: 'contest',
      speaker: 'Atelier Pendule',
      speakerType: 'company',
      eventDate: '2026',
      sourceId: '2025-lac-gris/s4',
      wording: 'L’entreprise estime que les adresses citées appartenaient à un autre groupe.',
    }),
    claim({
      kind: 'context',
      speaker: 'La Gazette du port',
      speakerType: 'media',
      sourceId: '2025-lac-gris/s4',
      wording: 'La station avait été fermée deux jours.',
    }),
  ],
};

/** A digest in French: two accusations, a reply, a measure, a contest, and an undated piece of context. */
export const SAMPLE_CASE: CaseTexts = caseTexts(LAKE, 'fr', [
  {
    id: '2025-lac-gris/s1',
    title: 'Déclaration du ministère sur les pompes du lac',
    titleIsDescriptive: true,
    publisher: 'Ministère des Eaux de Valdoria',
    publishedAt: '2025-05-28',
    url: 'https://valdoria.example/declaration?lang=fr&id=7',
    lang: 'en',
    authority: 'government',
  },
  {
    id: '2025-lac-gris/s2',
    title: '使馆发言人就灰湖事件答记者问',
    publisher: '诺兰日报',
    publishedAt: '2025-05',
    url: 'https://norland.example/发言人',
    lang: 'zh',
    authority: 'state-media',
  },
  {
    id: '2025-lac-gris/s3',
    title: 'Rivers Union freezes assets',
    publisher: 'Rivers Union',
    publishedAt: '2025-07-01',
    url: 'https://rivers.example/press/12',
    lang: 'en',
    authority: 'international',
  },
  { id: '2025-lac-gris/s4', title: 'Retour au lac Gris', lang: 'fr' },
]);

const MILL: CaseRecord = {
  id: '2021-old-mill',
  title: { fr: 'Sabotage du vieux moulin (2021)', en: 'Sabotage of the old mill (2021)' },
  victims: ['Old Mill Power Company'],
  period: 'one night in October 2021',
  claims: [
    claim({
      kind: 'accusation',
      speaker: 'Prosecutor of Orlund',
      speakerType: 'court',
      against: { actor: 'Tin Otter', aliases: [], state: null },
      basis: ['legal'],
      confidenceAsStated: 'charged, not tried',
      eventDate: '2021-10-14',
      sourceId: '2021-old-mill/s1',
      wording: 'The prosecutor charges three members of Tin Otter with stopping the turbines.',
    }),
    claim({
      kind: 'measure',
      speaker: 'Old Mill Power Company',
      speakerType: 'company',
      eventDate: '2021-11',
      sourceId: '2021-old-mill/s2',
      wording: 'The company separates its control network.',
    }),
  ],
};

/** A digest in English, without a reply from the accused and without a Chinese title. */
export const OTHER_CASE: CaseTexts = caseTexts(MILL, 'en', [
  {
    id: '2021-old-mill/s1',
    title: 'Indictment in the mill affair',
    titleIsDescriptive: true,
    publisher: 'Prosecutor of Orlund',
    publishedAt: '2021-10-14',
    url: 'https://orlund.example/indictment.pdf',
    lang: 'en',
    authority: 'court',
  },
  {
    id: '2021-old-mill/s2',
    title: 'Mill company rebuilds its network',
    publisher: 'The Orlund Courier',
    publishedAt: '2021-11',
    url: 'https://courier.example/mill',
    lang: 'en',
    authority: 'media',
  },
]);

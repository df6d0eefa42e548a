/** Small documents for tests, in words of our own. */
import type { CaseRecord } from '../../src/core/case-record.ts';
import type { SharedSentence, Source, SourceDocument } from '../../src/core/source.ts';
import { splitSentences } from '../../src/lexicon/sentences.ts';

export interface DocumentInput {
  readonly id: string;
  readonly text: string;
  readonly lang?: string;
  readonly title?: string;
  readonly scope?: string;
  readonly caseIds?: readonly string[];
  readonly alsoIn?: readonly SharedSentence[];
}

/** A document with one passage for each sentence. */
export function makeDocument({ id, text, lang = 'en', title = id, ...more }: DocumentInput): SourceDocument {
  const source: Source = {
    id,
    title,
    titleIsDescriptive: true,
    publisher: 'The Harbour Gazette',
    publishedAt: '2031-04',
    url: `https://gazette.example/${encodeURIComponent(id)}`,
    lang,
    textLang: lang,
    textKind: 'original',
    authority: 'media',
    kind: 'news',
    caseIds: more.caseIds ?? [],
    scope: more.scope ?? 'global',
    reviewed: true,
    contentHash: `hash of ${id}: ${text}`,
  };
  const passages = splitSentences(text, lang).map(({ start, end }, ordinal) => ({
    id: `${id}#${ordinal}`,
    sourceId: id,
    ordinal,
    text: text.slice(start, end),
    lang,
    start,
    end,
    context: title,
    alsoIn: ordinal === 0 ? (more.alsoIn ?? []) : [],
  }));
  return { source, text, passages };
}

/** An invented affair in three languages: nothing in it is taken from anywhere. */
export const HARBOUR_DOCUMENTS: readonly SourceDocument[] = [
  makeDocument({
    id: 'harbour-en',
    title: 'Port of Velmar intrusion',
    caseIds: ['2031-velmar-port'],
    text: 'Velmar accused the group Copper Heron of breaking into its harbour control system. The minister of transport spoke of a patient espionage campaign. Cranes stood still for nine hours.',
  }),
  makeDocument({
    id: 'harbour-fr',
    lang: 'fr',
    title: 'Intrusion au port de Velmar',
    caseIds: ['2031-velmar-port'],
    text: "L'ambassadeur de Doria a rejeté les accusations et parlé d'une fable. Selon lui, aucune preuve n'a été présentée. Les grues du port sont restées immobiles toute la matinée.",
  }),
  makeDocument({
    id: 'harbour-zh',
    lang: 'zh',
    title: '维尔马港口事件',
    text: '多里亚外交部否认参与港口网络攻击。发言人要求对方拿出证据。',
  }),
  makeDocument({
    id: 'orchard-en',
    title: 'Apple harvest',
    text: 'The orchards of the northern valley gave a record harvest. Growers expect low prices in autumn.',
  }),
];

export const HARBOUR_CASE: CaseRecord = {
  id: '2031-velmar-port',
  title: { fr: 'Port de Velmar', en: 'Port of Velmar' },
  victims: ['Port of Velmar'],
  period: '2031',
  claims: [],
};

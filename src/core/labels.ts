/** What a reader is told about a source and a sentence, in her language; every platform uses the same words. */
import type { AnswerLang } from './answer.ts';
import type { ClaimKind } from './case-record.ts';
import { formatDate } from './format-date.ts';
import type { LookUpKind, Report, ReportKind } from './report.ts';
import type { Authority, TextKind } from './source.ts';

export interface Labels {
  readonly authority: Record<Authority, string>;
  readonly authorityUnknown: string;
  readonly dateUnknown: string;
  readonly publisherUnknown: string;
  /** Follows a title that describes the page and is not the publisher's headline. */
  readonly descriptiveTitle: string;
  /** Kinds that a reader must see at a glance; a context sentence carries no label. */
  readonly kind: Record<Exclude<ClaimKind, 'context'>, string>;
  /** `{source}` stands for publisher and date. */
  readonly excerpt: Record<TextKind, string>;
  /** Quotation marks around the publisher's own words. */
  readonly quotes: readonly [string, string];
  /** Between publisher and date. */
  readonly comma: string;
  /** Around the names of those who print the same report; `{n}` in `others` is 2 or more. */
  readonly alsoPublished: { readonly before: string; readonly after: string; readonly others: string };
  /** Tells a post of news from an answer. */
  readonly news: Record<Exclude<ReportKind, LookUpKind>, string>;
}

export const LABELS: Record<AnswerLang, Labels> = {
  fr: {
    authority: {
      court: 'justice',
      government: 'gouvernement',
      international: 'organisation internationale',
      vendor: 'entreprise de cybersécurité',
      media: 'média',
      'state-media': 'média d’État',
      self: 'l’acteur lui-même',
    },
    authorityUnknown: 'nature de la source inconnue',
    dateUnknown: 'date inconnue',
    publisherUnknown: 'éditeur inconnu',
    descriptiveTitle: 'titre descriptif',
    kind: {
      accusation: 'Accusation',
      denial: 'Démenti',
      'counter-accusation': 'Contre-accusation',
      'no-comment': 'Sans commentaire',
      acknowledgement: 'Reconnaissance',
      'self-claim': 'Revendication',
      retraction: 'Rétractation',
      contest: 'Contestation',
      measure: 'Mesure',
    },
    excerpt: {
      original: '{source}',
      digest: 'Résumé de Casebook d’après {source}',
      teaser: 'Texte d’annonce diffusé par {source}',
    },
    quotes: ['« ', ' »'],
    comma: ', ',
    alsoPublished: { before: 'Aussi publié par ', after: '', others: '{n} autres' },
    news: { news: 'Casebook · actualités', digest: 'Casebook · revue des actualités' },
  },
  en: {
    authority: {
      court: 'court',
      government: 'government',
      international: 'international organisation',
      vendor: 'security company',
      media: 'news media',
      'state-media': 'state media',
      self: 'the actor itself',
    },
    authorityUnknown: 'kind of source unknown',
    dateUnknown: 'date unknown',
    publisherUnknown: 'publisher unknown',
    descriptiveTitle: 'descriptive title',
    kind: {
      accusation: 'Accusation',
      denial: 'Denial',
      'counter-accusation': 'Counter-accusation',
      'no-comment': 'No comment',
      acknowledgement: 'Acknowledgement',
      'self-claim': 'Claim of responsibility',
      retraction: 'Retraction',
      contest: 'Contested',
      measure: 'Measure',
    },
    excerpt: {
      original: '{source}',
      digest: 'Casebook’s digest, after {source}',
      teaser: 'Teaser text carried by {source}',
    },
    quotes: ['“', '”'],
    comma: ', ',
    alsoPublished: { before: 'Also published by ', after: '', others: '{n} others' },
    news: { news: 'Casebook · news', digest: 'Casebook · news digest' },
  },
  zh: {
    authority: {
      court: '司法机关',
      government: '政府',
      international: '国际组织',
      vendor: '网络安全公司',
      media: '新闻媒体',
      'state-media': '官方媒体',
      self: '行为者本身',
    },
    authorityUnknown: '来源性质不明',
    dateUnknown: '日期不详',
    publisherUnknown: '发布者不详',
    descriptiveTitle: '描述性标题',
    kind: {
      accusation: '指控',
      denial: '否认',
      'counter-accusation': '反指控',
      'no-comment': '不予置评',
      acknowledgement: '承认',
      'self-claim': '自称负责',
      retraction: '撤回',
      contest: '质疑',
      measure: '措施',
    },
    excerpt: {
      original: '{source}',
      digest: 'Casebook 摘要，依据：{source}',
      teaser: '{source} 所载导语',
    },
    quotes: ['“', '”'],
    comma: '，',
    alsoPublished: { before: '亦由', after: '刊发', others: '另外 {n} 家' },
    news: { news: 'Casebook · 新闻', digest: 'Casebook · 新闻汇总' },
  },
};

/** Publisher and date in one phrase: «POLITICO Europe, 28 mai 2025». */
export function sourceLabel(
  source: { readonly publisher: string | null; readonly date: string | null },
  lang: AnswerLang,
): string {
  const labels = LABELS[lang];
  const publisher = source.publisher ?? labels.publisherUnknown;
  const date = source.date === null ? labels.dateUnknown : formatDate(source.date, lang);
  return `${publisher}${labels.comma}${date}`;
}

/** Whose words an excerpt is: «Résumé de Casebook d’après POLITICO Europe, 28 mai 2025». */
export function excerptLabel(
  citation: {
    readonly publisher: string | null;
    readonly date: string | null;
    readonly excerptKind: TextKind;
  },
  lang: AnswerLang,
): string {
  return LABELS[lang].excerpt[citation.excerptKind].replace('{source}', () => sourceLabel(citation, lang));
}

/** The excerpt as it may be shown: the publisher's own words stand in quotation marks, nobody else's do. */
export function shownExcerpt(
  citation: { readonly excerpt: string; readonly excerptKind: TextKind },
  lang: AnswerLang,
): string {
  if (citation.excerptKind !== 'original') return citation.excerpt;
  const [open, close] = LABELS[lang].quotes;
  return `${open}${citation.excerpt}${close}`;
}

/** «Casebook · actualités»; null for a report that somebody looked up in the case book. */
export function newsLabel({ kind, lang }: Pick<Report, 'kind' | 'lang'>): string | null {
  return kind === 'news' || kind === 'digest' ? LABELS[lang].news[kind] : null;
}

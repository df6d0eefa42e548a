/** The words of the report on the corpus, in the three languages. */
import type { AnswerLang } from '../core/answer.ts';
import type { TextKind } from '../core/source.ts';

export interface CorpusWords {
  readonly title: string;
  readonly holds: string;
  readonly sources: string;
  readonly passages: string;
  readonly cases: string;
  readonly texts: string;
  readonly textKinds: Record<TextKind, string>;
  readonly unreviewed: string;
  readonly oldest: string;
  readonly newest: string;
  readonly median: string;
  readonly undated: string;
  readonly years: string;
  readonly languages: string;
  readonly publishers: string;
  readonly accusing: string;
  readonly accused: string;
  readonly replying: string;
  /** A speaker of no one country: a company, an international body. */
  readonly noCountry: string;
  /** An accusation that names no state. */
  readonly noState: string;
  readonly others: (names: number) => string;
  readonly latest: string;
  readonly sourceCount: (count: number) => string;
  readonly claimCount: (count: number) => string;
  readonly separator: string;
  readonly countsAreNoVerdicts: string;
}

const count = (n: number, lang: AnswerLang): string => new Intl.NumberFormat(lang).format(n);

export const CORPUS_WORDS: Record<AnswerLang, CorpusWords> = {
  fr: {
    title: 'Ce que contient le corpus',
    holds: 'Contenu et âge',
    sources: 'Sources',
    passages: 'Passages',
    cases: 'Affaires',
    texts: 'Textes',
    textKinds: { original: 'originaux', digest: 'résumés de Casebook', teaser: 'textes d’annonce' },
    unreviewed: 'Non relues',
    oldest: 'La plus ancienne',
    newest: 'La plus récente',
    median: 'Date médiane',
    undated: 'Sans date',
    years: 'Sources par année',
    languages: 'Langues des publications',
    publishers: 'Qui publie',
    accusing: 'Pays qui accusent',
    accused: 'Pays mis en cause',
    replying: 'Pays qui répondent',
    noCountry: 'sans pays (entreprises, organisations)',
    noState: 'aucun État nommé',
    others: (n) => `${n} autres`,
    latest: 'Publications les plus récentes',
    sourceCount: (n) => `${count(n, 'fr')} ${n < 2 ? 'source' : 'sources'}`,
    claimCount: (n) => `${count(n, 'fr')} ${n < 2 ? 'déclaration' : 'déclarations'}`,
    separator: ', ',
    countsAreNoVerdicts:
      'Ces nombres décrivent le corpus : ils ne disent pas qui attaque le plus, mais de qui les sources parlent.',
  },
  en: {
    title: 'What the corpus holds',
    holds: 'Contents and age',
    sources: 'Sources',
    passages: 'Passages',
    cases: 'Cases',
    texts: 'Texts',
    textKinds: { original: 'originals', digest: 'digests by Casebook', teaser: 'teasers' },
    unreviewed: 'Not reviewed',
    oldest: 'Oldest',
    newest: 'Newest',
    median: 'Median date',
    undated: 'Undated',
    years: 'Sources by year',
    languages: 'Languages of the publications',
    publishers: 'Who publishes',
    accusing: 'Countries that accuse',
    accused: 'Countries accused',
    replying: 'Countries that reply',
    noCountry: 'no one country (companies, organisations)',
    noState: 'no state named',
    others: (n) => `${n} others`,
    latest: 'Most recent publications',
    sourceCount: (n) => `${count(n, 'en')} ${n === 1 ? 'source' : 'sources'}`,
    claimCount: (n) => `${count(n, 'en')} ${n === 1 ? 'statement' : 'statements'}`,
    separator: ', ',
    countsAreNoVerdicts:
      'These numbers describe the corpus: they do not say who attacks most, but whom the sources speak of.',
  },
  zh: {
    title: '语料库内容',
    holds: '内容与时间跨度',
    sources: '来源',
    passages: '段落',
    cases: '案件',
    texts: '文本',
    textKinds: { original: '原文', digest: 'Casebook 摘要', teaser: '导语' },
    unreviewed: '未经审阅',
    oldest: '最早',
    newest: '最新',
    median: '日期中位数',
    undated: '日期不详',
    years: '各年来源数',
    languages: '发布语言',
    publishers: '发布者类型',
    accusing: '提出指控的国家',
    accused: '被指控的国家',
    replying: '作出回应的国家',
    noCountry: '不属于单一国家（公司、组织）',
    noState: '未点名国家',
    others: (n) => `其他 ${n} 项`,
    latest: '最新发布',
    sourceCount: (n) => `${count(n, 'zh')} 个来源`,
    claimCount: (n) => `${count(n, 'zh')} 条声明`,
    separator: '、',
    countsAreNoVerdicts: '这些数字描述的是语料库本身：它们不表示谁发动的攻击最多，只表示来源谈及了谁。',
  },
};

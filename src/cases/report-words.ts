/** The words of reports, in the three languages. */
import type { AnswerLang } from '../core/answer.ts';
import type { ClaimBasis } from '../core/case-record.ts';

export interface ReportWords {
  readonly facts: string;
  readonly victims: string;
  readonly period: string;
  readonly accused: string;
  readonly accusations: string;
  readonly replies: string;
  readonly measures: string;
  readonly contested: string;
  readonly context: string;
  readonly undated: string;
  readonly noReply: string;
  readonly noAccusation: string;
  readonly reportsClaims: string;
  readonly digestLanguage: (language: string) => string;
  readonly alsoKnownAs: (names: string) => string;
  readonly certainty: (stated: string) => string;
  readonly certaintyNotStated: string;
  readonly basis: (bases: string) => string;
  readonly bases: Record<ClaimBasis, string>;
  /** What kind of body publishes the source. */
  readonly sourceKind: (authority: string) => string;
  readonly actorOf: (actor: string, state: string) => string;
  readonly nobodyNamed: string;
  /** Beside a claim that was read out of an article by rules or a model. */
  readonly unreviewed: Record<'rules' | 'model', string>;
  readonly timelineOf: (title: string) => string;
  readonly sidesOf: (title: string) => string;
  readonly summaryOf: (subject: string) => string;
  readonly comparisonOf: (a: string, b: string) => string;
  readonly sourcesOf: (title: string, sources: number) => string;
  readonly casesFound: (count: number) => string;
  /** Cases beyond those that are summed up. */
  readonly otherCases: string;
  readonly separator: string;
  /** Between a title and what is said of it. */
  readonly colon: string;
}

export const REPORT_WORDS: Record<AnswerLang, ReportWords> = {
  fr: {
    facts: 'L’affaire',
    victims: 'Cible',
    period: 'Quand',
    accused: 'Mis en cause',
    accusations: 'Accusations',
    replies: 'Réponses des mis en cause',
    measures: 'Mesures',
    contested: 'Contesté ou rectifié',
    context: 'Contexte',
    undated: 'Sans date',
    noReply: 'Les sources de cette affaire ne rapportent aucune réponse de la partie accusée.',
    noAccusation: 'Les sources de cette affaire ne rapportent aucune accusation.',
    reportsClaims: 'Casebook rapporte ce que chacun déclare, sans établir les faits.',
    digestLanguage: (language) => `Le résumé de cette affaire est rédigé en ${language}.`,
    alsoKnownAs: (names) => `aussi appelé ${names}`,
    certainty: (stated) => `certitude exprimée : ${stated}`,
    certaintyNotStated: 'certitude non exprimée',
    basis: (bases) => `fondement : ${bases}`,
    bases: {
      technical: 'technique',
      intelligence: 'renseignement',
      legal: 'judiciaire',
      political: 'politique',
      media: 'médias',
      unknown: 'inconnu',
    },
    sourceKind: (authority) => `source : ${authority}`,
    actorOf: (actor, state) => `${actor} (rattaché par les accusateurs à : ${state})`,
    nobodyNamed: 'personne n’est nommé',
    unreviewed: {
      rules: 'lue automatiquement, non relue',
      model: 'lue par un modèle, non relue',
    },
    timelineOf: (title) => `Chronologie : ${title}`,
    sidesOf: (title) => `Accusation et réponse : ${title}`,
    summaryOf: (subject) => `Synthèse : ${subject}`,
    comparisonOf: (a, b) => `Comparaison : ${a} / ${b}`,
    sourcesOf: (title, n) => `${title} : ${n} ${n === 1 ? 'source' : 'sources'}`,
    casesFound: (n) => `${n} ${n === 1 ? 'affaire' : 'affaires'}`,
    otherCases: 'Autres affaires',
    separator: ' ; ',
    colon: ' : ',
  },
  en: {
    facts: 'The case',
    victims: 'Target',
    period: 'When',
    accused: 'Accused',
    accusations: 'Accusations',
    replies: 'Replies of the accused',
    measures: 'Measures',
    contested: 'Contested or corrected',
    context: 'Context',
    undated: 'Undated',
    noReply: 'The sources of this case report no reply from the accused side.',
    noAccusation: 'The sources of this case report no accusation.',
    reportsClaims: 'Casebook reports what each side states; it does not establish facts.',
    digestLanguage: (language) => `The digest of this case is written in ${language}.`,
    alsoKnownAs: (names) => `also known as ${names}`,
    certainty: (stated) => `certainty as stated: ${stated}`,
    certaintyNotStated: 'certainty not stated',
    basis: (bases) => `basis: ${bases}`,
    bases: {
      technical: 'technical',
      intelligence: 'intelligence',
      legal: 'legal',
      political: 'political',
      media: 'media',
      unknown: 'unknown',
    },
    sourceKind: (authority) => `source: ${authority}`,
    actorOf: (actor, state) => `${actor} (tied by the accusers to: ${state})`,
    nobodyNamed: 'nobody is named',
    unreviewed: { rules: 'read by rules, not reviewed', model: 'read by a model, not reviewed' },
    timelineOf: (title) => `Timeline: ${title}`,
    sidesOf: (title) => `Accusation and answer: ${title}`,
    summaryOf: (subject) => `Summary: ${subject}`,
    comparisonOf: (a, b) => `Comparison: ${a} / ${b}`,
    sourcesOf: (title, n) => `${title}: ${n} ${n === 1 ? 'source' : 'sources'}`,
    casesFound: (n) => `${n} ${n === 1 ? 'case' : 'cases'}`,
    otherCases: 'Other cases',
    separator: '; ',
    colon: ': ',
  },
  zh: {
    facts: '案件',
    victims: '目标',
    period: '时间',
    accused: '被指控方',
    accusations: '指控',
    replies: '被指控方的回应',
    measures: '措施',
    contested: '质疑或更正',
    context: '背景',
    undated: '日期不详',
    noReply: '本案的来源未报道被指控方的回应。',
    noAccusation: '本案的来源未报道任何指控。',
    reportsClaims: 'Casebook 只报告各方说法，不认定事实。',
    digestLanguage: (language) => `本案摘要以${language}撰写。`,
    alsoKnownAs: (names) => `又名 ${names}`,
    certainty: (stated) => `所表示的确定程度：${stated}`,
    certaintyNotStated: '未表示确定程度',
    basis: (bases) => `依据：${bases}`,
    bases: {
      technical: '技术',
      intelligence: '情报',
      legal: '司法',
      political: '政治',
      media: '媒体',
      unknown: '不详',
    },
    sourceKind: (authority) => `来源：${authority}`,
    actorOf: (actor, state) => `${actor}（指控方认为与${state}有关）`,
    nobodyNamed: '未点名',
    unreviewed: { rules: '自动提取，未经审阅', model: '由模型提取，未经审阅' },
    timelineOf: (title) => `时间线：${title}`,
    sidesOf: (title) => `指控与回应：${title}`,
    summaryOf: (subject) => `概要：${subject}`,
    comparisonOf: (a, b) => `比较：${a} / ${b}`,
    sourcesOf: (title, n) => `${title}：${n} 个来源`,
    casesFound: (n) => `${n} 个案件`,
    otherCases: '其他案件',
    separator: '；',
    colon: '：',
  },
};

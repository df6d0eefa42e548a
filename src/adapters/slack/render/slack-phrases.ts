/** The words of Slack's messages that belong to Slack's form alone: headings and buttons. */
import type { AnswerLang } from '../../../core/answer.ts';
import type { CaseView } from './case-views.ts';

interface SlackPhrases {
  readonly sources: string;
  readonly unanswered: string;
  readonly searched: (sources: number, passages: number) => string;
  readonly nearest: string;
  readonly suggestions: string;
  /** @param date of the answer, in words. */
  readonly asOf: (date: string) => string;
  readonly ask: string;
  readonly showExcerpts: string;
  readonly excerpts: string;
  readonly cite: string;
  /** What that button does, for who does not see its surroundings; at most 75 characters. */
  readonly citeLabel: string;
  /** A button, and the title of the form that it opens: at most 24 characters. */
  readonly reportError: string;
  readonly helpful: string;
  readonly notHelpful: string;
  /** Buttons that show the same case otherwise. */
  readonly views: Readonly<Record<CaseView, string>>;
  /** Small print of a line that is in another language than the report. */
  readonly textIn: (language: string) => string;
  /** Stands for the lines of a section that has none: what nobody has told us may have happened all the same. */
  readonly nothingReported: string;
  /** Between a label and what it labels. */
  readonly colon: string;
}

const number = (n: number, lang: AnswerLang): string => new Intl.NumberFormat(lang).format(n);

/** Words of buttons are at most 75 characters, and cut on the screen from about 30 on. */
export const SLACK_PHRASES: Record<AnswerLang, SlackPhrases> = {
  fr: {
    sources: 'Sources',
    unanswered: 'Le corpus ne contient pas la réponse à cette question.',
    searched: (sources, passages) =>
      `Recherche dans ${number(sources, 'fr')} sources (${number(passages, 'fr')} passages).`,
    nearest: 'Sources les plus proches',
    suggestions: 'Questions auxquelles le corpus répond',
    asOf: (date) => `État du corpus au ${date}.`,
    ask: 'Demander',
    showExcerpts: 'Voir les extraits',
    excerpts: 'Extraits des sources',
    cite: 'Citer',
    citeLabel: 'Copier cette réponse avec ses sources',
    reportError: 'Signaler une erreur',
    helpful: 'Utile',
    notHelpful: 'Pas utile',
    views: { case: 'Fiche de l’affaire', timeline: 'Chronologie', sides: 'Accusation et réponse' },
    textIn: (language) => `texte en ${language}`,
    nothingReported: 'Rien de rapporté dans le corpus.',
    colon: '\u00a0: ',
  },
  en: {
    sources: 'Sources',
    unanswered: 'The corpus does not hold the answer to this question.',
    searched: (sources, passages) =>
      `Searched ${number(sources, 'en')} sources (${number(passages, 'en')} passages).`,
    nearest: 'Nearest sources',
    suggestions: 'Questions that the corpus can answer',
    asOf: (date) => `As of ${date}.`,
    ask: 'Ask',
    showExcerpts: 'Show excerpts',
    excerpts: 'Excerpts of the sources',
    cite: 'Cite',
    citeLabel: 'Copy this answer with its sources',
    reportError: 'Report an error',
    helpful: 'Helpful',
    notHelpful: 'Not helpful',
    views: { case: 'Case card', timeline: 'Timeline', sides: 'Accusation and answer' },
    textIn: (language) => `text in ${language}`,
    nothingReported: 'Nothing reported in the corpus.',
    colon: ': ',
  },
  zh: {
    sources: '来源',
    unanswered: '语料库中没有这个问题的答案。',
    searched: (sources, passages) =>
      `已检索 ${number(sources, 'zh')} 个来源（${number(passages, 'zh')} 个段落）。`,
    nearest: '最接近的来源',
    suggestions: '语料库可以回答的问题',
    asOf: (date) => `截至${date}。`,
    ask: '提问',
    showExcerpts: '查看摘录',
    excerpts: '来源摘录',
    cite: '引用',
    citeLabel: '复制此回答及其来源',
    reportError: '报告错误',
    helpful: '有帮助',
    notHelpful: '没有帮助',
    views: { case: '案件卡片', timeline: '时间线', sides: '指控与回应' },
    textIn: (language) => `文字为${language}`,
    nothingReported: '语料库中没有相关报道。',
    colon: '：',
  },
};

/** The words of our own in Discord's messages, in the three languages. */
import type { AnswerLang } from '../../../core/answer.ts';
import type { CaseView } from './custom-ids.ts';

interface DiscordPhrases {
  readonly unanswered: string;
  readonly searched: (sources: number, passages: number) => string;
  readonly nearest: string;
  readonly suggestions: string;
  /** @param date of the answer, in words. */
  readonly asOf: (date: string) => string;
  /** Where the menu of suggestions is still closed. */
  readonly chooseSuggestion: string;
  /** Labels of buttons, at most 80 characters. */
  readonly showSources: string;
  readonly showExcerpts: string;
  readonly cite: string;
  readonly reportError: string;
  readonly noSources: string;
  /** Stands with the file of a citation. */
  readonly citationInFile: string;
  readonly citationFile: string;
  /** Label of what is written in the form, at most 45 characters, and what is told below it, at most 100. */
  readonly whatIsWrong: string;
  readonly whatIsWrongHint: string;
  /** @param language name of the language that a text is in. */
  readonly inLanguage: (language: string) => string;
  readonly reference: (referenceId: string) => string;
  /** Heading of the list of sources. */
  readonly sources: string;
  /** Behind the heading of what began in the card before. */
  readonly continued: string;
  /** In a section without lines. */
  readonly nothingFound: string;
  /** Heading of the cases that a summary does not sum up. */
  /** Labels of buttons, at most 80 characters. */
  readonly views: Record<CaseView, string>;
}

const count = (n: number, lang: string): string => new Intl.NumberFormat(lang).format(n);
const counted = (n: number, lang: string, one: string, more: string): string =>
  `${count(n, lang)} ${new Intl.PluralRules(lang).select(n) === 'one' ? one : more}`;

export const DISCORD_PHRASES: Record<AnswerLang, DiscordPhrases> = {
  fr: {
    unanswered: 'Le corpus ne contient pas la réponse à cette question.',
    searched: (s, p) =>
      `Recherche menée dans ${counted(s, 'fr', 'source', 'sources')} (${counted(p, 'fr', 'passage', 'passages')}).`,
    nearest: 'Sources les plus proches',
    suggestions: 'Questions auxquelles le corpus répond',
    asOf: (date) => `État du corpus au ${date}.`,
    chooseSuggestion: 'Choisir une question…',
    showSources: 'Sources',
    showExcerpts: 'Voir les extraits',
    cite: 'Citer',
    reportError: 'Signaler une erreur',
    citationInFile: 'La citation se trouve dans le fichier joint.',
    citationFile: 'citation.txt',
    whatIsWrong: 'Qu’est-ce qui est faux ?',
    whatIsWrongHint: 'Dites quelle phrase, et si possible quelle source la contredit. L’équipe le relira.',
    noSources: 'Cette réponse ne cite aucune source.',
    inLanguage: (language) => `en ${language}`,
    reference: (id) => `Référence : ${id}`,
    sources: 'Sources',
    continued: 'suite',
    nothingFound: 'Rien dans les sources.',
    views: { case: 'Fiche', timeline: 'Chronologie', sides: 'Accusation et réponse' },
  },
  en: {
    unanswered: 'The corpus does not hold the answer to this question.',
    searched: (s, p) =>
      `Searched ${counted(s, 'en', 'source', 'sources')} (${counted(p, 'en', 'passage', 'passages')}).`,
    nearest: 'Nearest sources',
    suggestions: 'Questions that the corpus can answer',
    asOf: (date) => `As of ${date}.`,
    chooseSuggestion: 'Choose a question…',
    showSources: 'Sources',
    showExcerpts: 'Show excerpts',
    cite: 'Cite',
    reportError: 'Report an error',
    citationInFile: 'The citation is in the attached file.',
    citationFile: 'citation.txt',
    whatIsWrong: 'What is wrong?',
    whatIsWrongHint: 'Say which sentence, and which source contradicts it if you can. The team will read it.',
    noSources: 'This answer cites no source.',
    inLanguage: (language) => `in ${language}`,
    reference: (id) => `Reference: ${id}`,
    sources: 'Sources',
    continued: 'continued',
    nothingFound: 'Nothing in the sources.',
    views: { case: 'Case', timeline: 'Timeline', sides: 'Both sides' },
  },
  zh: {
    unanswered: '语料库中没有这个问题的答案。',
    searched: (s, p) => `已检索 ${count(s, 'zh')} 个来源（${count(p, 'zh')} 个段落）。`,
    nearest: '最接近的来源',
    suggestions: '语料库可以回答的问题',
    asOf: (date) => `截至${date}。`,
    chooseSuggestion: '请选择一个问题…',
    showSources: '来源',
    showExcerpts: '查看摘录',
    cite: '引用',
    reportError: '报告错误',
    citationInFile: '引文在附件中。',
    citationFile: 'citation.txt',
    whatIsWrong: '哪里有误？',
    whatIsWrongHint: '请指出是哪句话；如有可能，说明哪个来源与之矛盾。团队会查看。',
    noSources: '这个回答没有引用来源。',
    inLanguage: (language) => `原文为${language}`,
    reference: (id) => `编号：${id}`,
    sources: '来源',
    continued: '续',
    nothingFound: '来源中没有相关内容。',
    views: { case: '案件', timeline: '时间线', sides: '双方说法' },
  },
};

/** The language's name in the reader's; the code itself where it has none. */
export function languageName(code: string, lang: AnswerLang): string {
  try {
    return new Intl.DisplayNames(lang, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
